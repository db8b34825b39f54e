package dev.minikv.step03.exercise1;

import java.util.Objects;

/// The result of renaming a key.
public sealed interface RenameResult {

    /// The value is now under the new key.
    record Renamed(String from, String to) implements RenameResult {}

    /// Not renamed.
    abstract sealed class Refused implements RenameResult {
        final String key;

        Refused(String key) {
            this.key = key;
        }

        @Override
        public boolean equals(Object o) {
            return o != null && o.getClass() == getClass() && ((Refused) o).key.equals(key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(key);
        }
    }

    final class KeyAbsent extends Refused {
        public KeyAbsent(String key) {
            super(key);
        }
    }

    final class KeyTaken extends Refused {
        public KeyTaken(String key) {
            super(key);
        }
    }
}
