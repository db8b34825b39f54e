package dev.minikv.checks;

import dev.minikv.checks.figure.FigureTables;
import dev.minikv.checks.page.GeneratedBlocks;
import dev.minikv.checks.page.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what the build writes on the pages: `.ci/pages` starts it.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Project.root();
        var blocks = new GeneratedBlocks(generators(root));
        for (Page page : Pages.under(root)) {
            String text = blocks.write(page);
            if (!text.equals(page.text())) {
                Files.writeString(root.resolve(page.path()), text);
                IO.println("written: " + page.path());
            }
        }
    }

    /// Returns all that write on this project's pages.
    static List<Generator> generators(Path root) {
        return List.of(new FigureTables(root.resolve("docs/benchmarks")));
    }
}
