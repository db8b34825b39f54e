package dev.minikv.checks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final String GLOSSARY = "docs/glossary.md";

    @Test
    void entries_are_in_alphabetical_order() throws IOException {
        List<String> entries = entries(Page.read(Project.root(), Project.root().resolve(GLOSSARY)));

        assertThat(entries).hasSizeGreaterThan(40).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void some_page_links_to_every_entry() throws IOException {
        assertThat(unlinked(Project.root(), Pages.under(Project.root()))).isEmpty();
    }

    @Test
    void an_entry_without_a_link_is_found() {
        Path root = Path.of("project").toAbsolutePath();
        var glossary = new Page(GLOSSARY, "# Glossary\n\n### hash map\n\n### key\n\nSee [hash map](#hash-map).\n");
        var chapter = new Page("docs/chapter.md", "A [key](glossary.md#key).\n");

        assertThat(unlinked(root, List.of(glossary, chapter))).containsExactly("docs/glossary.md#hash-map");
    }

    private static List<String> entries(Page glossary) {
        return glossary.headings().stream().map(Excerpt::text).skip(1).toList();
    }

    /// Returns the entries that no other page links to.
    private static Set<String> unlinked(Path root, List<Page> pages) {
        var unlinked = new TreeSet<String>();
        for (Page page : pages) {
            if (page.path().equals(GLOSSARY)) {
                Anchors.of(entries(page)).forEach(anchor -> unlinked.add(GLOSSARY + "#" + anchor));
            }
        }
        for (Page page : pages) {
            Path folder = root.resolve(page.path()).getParent();
            for (Excerpt link : page.links()) {
                if (link.text().contains("glossary.md#")) {
                    Path target = folder.resolve(link.text()).normalize();
                    unlinked.remove(root.relativize(target).toString().replace('\\', '/'));
                }
            }
        }
        return unlinked;
    }
}
