package dev.minikv.step03.exercise2;

/// The width of a code point on a terminal.
final class Width {

    private Width() {}

    /// Returns how many columns a code point takes up: 2, 1, or 0 for a mark on the previous letter.
    ///
    /// Not for tabs: how far a tab extends depends on the column in which it starts.
    static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> joinsSyllable(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
        };
    }

    /// Whether a code point is a Hangul vowel or final consonant, drawn as part of the previous syllable.
    private static boolean joinsSyllable(int c) {
        return c >= 0x1160 && c <= 0x11FF;
    }

    /// Whether the East Asian Width of a code point, in Unicode's Annex 11, is wide or full. The JDK does
    /// not know this property. This method approximates it by properties that the JDK has and by the
    /// blocks of the East Asian scripts.
    private static boolean isWide(int c) {
        return Character.isEmojiPresentation(c) && !isRegionalIndicator(c)
                || Character.isIdeographic(c)
                || c >= 0x1100 && c <= 0x115F // Hangul consonants
                || c >= 0x2E80 && c <= 0x303E // radicals and punctuation
                || c >= 0x3041 && c <= 0xA4CF // kana, ideographs, hexagrams and Yi
                || c >= 0xA960 && c <= 0xA97C // more Hangul consonants
                || c >= 0xAC00 && c <= 0xD7A3 // Hangul syllables
                || c >= 0xFE10 && c <= 0xFE19 // punctuation for vertical lines
                || c >= 0xFE30 && c <= 0xFE6B // more punctuation, some of it small
                || c >= 0xFF01 && c <= 0xFF60 // full-width Latin letters
                || c >= 0xFFE0 && c <= 0xFFE6 // full-width signs
                || c >= 0x1AFF0 && c <= 0x1B16F // historic kana
                || c >= 0x1F200 && c <= 0x1F265; // squared and circled ideographs
    }

    /// Whether a code point is half of a flag, which takes up one of the flag's two columns.
    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
