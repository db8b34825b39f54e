package dev.minikv.step07.repl;

/// How many columns a text takes up on a terminal.
///
/// Terminals disagree about emoji that are joined into one picture. Most of them add up the widths of
/// the parts, and so does this class.
final class DisplayWidth {

    private static final int EMOJI_STYLE = 0xFE0F; // variation selector 16

    private DisplayWidth() {}

    /// Returns the width of a text without control characters.
    static int of(String text) {
        int width = 0;
        int before = 0; // the previous code point
        for (int c : text.codePoints().toArray()) {
            // The selector turns the sign before it, such as a heart or the digit of a keycap, into an emoji.
            width += c == EMOJI_STYLE && Character.isEmoji(before) ? 2 - of(before) : of(c);
            before = c;
        }
        return width;
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> joinsSyllable(c) ? 0 : isWide(c) ? 2 : 1;
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
                || c >= 0x2329 && c <= 0x232A // angle brackets
                || c >= 0x2630 && c <= 0x2637 // trigrams
                || c >= 0x268A && c <= 0x268F // their halves
                || c >= 0x2E80 && c <= 0x303E // radicals and punctuation
                || c >= 0x3041 && c <= 0xA4CF // kana, ideographs, hexagrams and Yi
                || c >= 0xA960 && c <= 0xA97C // more Hangul consonants
                || c >= 0xAC00 && c <= 0xD7A3 // Hangul syllables
                || c >= 0xFE10 && c <= 0xFE19 // punctuation for vertical lines
                || c >= 0xFE30 && c <= 0xFE6B // more punctuation, some of it small
                || c >= 0xFF01 && c <= 0xFF60 // full-width Latin letters
                || c >= 0xFFE0 && c <= 0xFFE6 // full-width signs
                || c >= 0x16FE0 && c <= 0x16FF1 // marks of iteration
                || c >= 0x1AFF0 && c <= 0x1B16F // historic kana
                || c >= 0x1D300 && c <= 0x1D376 // tetragrams and counting rods
                || c >= 0x1F200 && c <= 0x1F265; // squared and circled ideographs
    }

    /// Whether a code point is half of a flag, which takes up one of the flag's two columns.
    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
