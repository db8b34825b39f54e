package dev.minikv.checks.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Checks that links and images lead somewhere.
///
/// A relative link leads to a file or folder of the project, and after a `#` to a heading there. An
/// absolute link is https. The check does not ask whether its server answers, so that a build does not
/// depend on other people's servers.
public final class Links implements Check<Excerpt> {

    private final Path root;

    public Links(Path root) {
        this.root = root;
    }

    @Override
    public List<Excerpt> statements(Page page) {
        return page.links();
    }

    @Override
    public List<Problem> problems(Page page, Excerpt link) throws IOException {
        URI uri;
        try {
            uri = URI.create(link.text());
        } catch (IllegalArgumentException e) {
            return List.of(link.problem("the link is not a URI", e.getMessage()));
        }
        if (uri.getScheme() == null) {
            return relative(page, link, uri);
        }
        return uri.getScheme().equals("https")
                ? List.of()
                : List.of(link.problem("the link is not https", uri.getScheme()));
    }

    private List<Problem> relative(Page page, Excerpt link, URI uri) throws IOException {
        String path = uri.getPath();
        String anchor = uri.getFragment();
        Path self = root.resolve(page.path());
        Path target = path.isEmpty() ? self : self.resolveSibling(path).normalize();
        if (!target.startsWith(root) || !Files.exists(target)) {
            return List.of(link.problem("the link leads nowhere", "no such file or folder"));
        }
        if (anchor == null) {
            return List.of();
        }
        Set<String> anchors = target.equals(self) ? page.anchors() : anchors(target);
        return anchors.contains(anchor)
                ? List.of()
                : List.of(link.problem("the link does not lead to a heading", "the headings are " + anchors));
    }

    private Set<String> anchors(Path target) throws IOException {
        return target.toString().endsWith(".md") ? Page.read(root, target).anchors() : Set.of();
    }
}
