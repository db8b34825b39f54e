package dev.minikv.checks;

import dev.minikv.workbook.catalog.Catalog;
import java.nio.file.Path;

/// The project that this module belongs to.
public final class Project {

    private Project() {}

    /// Returns the project's root. Maven runs tests in the module's folder, and so may an IDE.
    public static Path root() {
        return Catalog.rootOf(Path.of(""));
    }
}
