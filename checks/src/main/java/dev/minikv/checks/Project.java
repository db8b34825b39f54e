package dev.minikv.checks;

import java.nio.file.Files;
import java.nio.file.Path;

/// The project that this test module belongs to.
public final class Project {

    private Project() {}

    /// Returns the project's root: the folder that holds the launcher, `workbook`.
    ///
    /// Maven runs tests in the module's folder and an IDE may run them in the root, so the search
    /// starts at the working directory and goes up.
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("workbook"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no file 'workbook' here or in a folder above");
        }
        return folder;
    }
}
