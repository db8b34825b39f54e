package dev.minikv.step02.exercise5.mixed.street.house.engine.files;

import java.nio.file.Files;
import java.nio.file.Path;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Looks at files, in a package below the engine.
    public static final class Archive {
        boolean contains(String key) {
            return Files.exists(Path.of(key));
        }
    }
}
