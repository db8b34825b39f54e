package dev.minikv.step03.exercise1;

/// The words for the results of renaming a key.
public final class RenameWording {

    private RenameWording() {}

    /// Returns the words for a result.
    public static String of(RenameResult result) {
        switch (result) {
            case RenameResult.Renamed r -> {}
            case RenameResult.KeyAbsent a -> {}
            case RenameResult.KeyTaken t -> {}
        }
        if (result instanceof RenameResult.Renamed(String from, String to)) {
            return "Renamed '" + from + "' to '" + to + "'";
        }
        if (result instanceof RenameResult.KeyAbsent(String key)) {
            return "Key '" + key + "' not found";
        }
        return "Key '" + ((RenameResult.KeyTaken) result).key() + "' is taken";
    }
}
