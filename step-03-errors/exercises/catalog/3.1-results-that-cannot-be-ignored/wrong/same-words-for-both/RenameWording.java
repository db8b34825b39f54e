package dev.minikv.step03.exercise1;

/// The words for the results of renaming a key.
public final class RenameWording {

    private RenameWording() {}

    /// Returns the words for a result.
    public static String of(RenameResult result) {
        return switch (result) {
            case RenameResult.Renamed(String from, String to) -> "Renamed '" + from + "' to '" + to + "'";
            case RenameResult.KeyAbsent _, RenameResult.KeyTaken _ -> "Not renamed";
        };
    }
}
