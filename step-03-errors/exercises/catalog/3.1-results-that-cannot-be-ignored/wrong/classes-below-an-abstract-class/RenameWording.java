package dev.minikv.step03.exercise1;

public final class RenameWording {

    private RenameWording() {}

    public static String of(RenameResult result) {
        return switch (result) {
            case RenameResult.Renamed(String from, String to) -> "Renamed '" + from + "' to '" + to + "'";
            case RenameResult.Refused refused ->
                "Key '" + refused.key + (refused instanceof RenameResult.KeyAbsent ? "' not found" : "' is taken");
        };
    }
}
