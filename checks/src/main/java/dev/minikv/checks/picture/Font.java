package dev.minikv.checks.picture;

import java.util.Map;

/// The widest font that a reader may have: the generic names stand for fonts of many widths.
///
/// The widths are those of DejaVu Sans, some 15 % wider than Arial, in thousandths of the size, rounded up.
/// They are in a table, so that the check finds the same on a machine without the font.
record Font(int size, boolean bold, boolean monospace) {

    private static final Map<Integer, String> WIDTHS = Map.of(
            300, "'ijl",
            420, " !(),-./:;[\\]frtIJ|·",
            560, "\"*?L_`csz–",
            645, "$0123456789EFPSTYabdeghknopquvxy{}é",
            740, "ABCKRUVXZ",
            790, "&DGHNOQ",
            870, "#+<=>M^w~✓→←↑↓×±");

    private static final int WIDEST = 1000;
    private static final int MONOSPACE = 610;
    private static final int BOLD_PERCENT = 115;
    private static final int FIRST_IDEOGRAPH =
            0x2E80; // it and all later characters, including emoji, are twice as wide

    /// Returns the maximum width of a text.
    double width(String text) {
        int thousandths = text.codePoints().map(this::width).sum();
        return thousandths * size / 1000.0;
    }

    private int width(int c) {
        int width = monospace ? MONOSPACE : proportional(c);
        return c >= FIRST_IDEOGRAPH ? 2 * MONOSPACE : bold && !monospace ? width * BOLD_PERCENT / 100 : width;
    }

    private static int proportional(int c) {
        return WIDTHS.entrySet().stream()
                .filter(entry -> entry.getValue().indexOf(c) >= 0)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(WIDEST);
    }
}
