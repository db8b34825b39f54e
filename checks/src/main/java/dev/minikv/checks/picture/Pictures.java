package dev.minikv.checks.picture;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PageImage;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Checks that each image on a page has a text alternative, for readers who do not see it.
final class Pictures implements Check<PageImage> {

    private static final int MIN_WORDS = 4;

    @Override
    public List<PageImage> statements(Page page) {
        return page.images();
    }

    @Override
    public List<Problem> problems(Page page, PageImage image) {
        return image.words().split("\\s+").length >= MIN_WORDS
                ? List.of()
                : List.of(new Problem(
                        image.line(),
                        "an image has no text alternative: " + image.target(),
                        MIN_WORDS + " words or more",
                        image.words()));
    }

    /// Returns the pictures of a folder, in the order of their names.
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// Returns the pictures that no page of a project shows.
    static List<Path> unused(Path root, List<Path> pictures, List<Page> pages) {
        List<Path> used = pages.stream()
                .flatMap(page -> page.images().stream()
                        .map(image -> root.resolve(page.path())
                                .resolveSibling(image.target())
                                .normalize()))
                .toList();
        return pictures.stream().filter(picture -> !used.contains(picture)).toList();
    }
}
