package dev.minikv.step04.repl;

/// How wide a terminal shows a text, in columns.
///
/// Terminals do not agree on everything: on emoji that are joined into one picture, most add up
/// the parts, as is done here.
final class DisplayWidth {

    private static final int EMOJI_STYLE = 0xFE0F; // variation selector 16

    private DisplayWidth() {}

    /// Returns the width of a text without control characters.
    static int of(String text) {
        int width = 0;
        int before = 0; // the code point before this one
        for (int c : text.codePoints().toArray()) {
            // It turns a sign, such as a heart or the digit of a keycap, into a picture.
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

    /// Whether a code point is a Hangul vowel or final consonant, drawn into the syllable before it.
    private static boolean joinsSyllable(int c) {
        return c >= 0x1160 && c <= 0x11FF;
    }

    /// Whether East Asian Width, in Unicode's annex 11, is wide or full. The JDK has no such property:
    /// this asks others that come close, and goes by the blocks that East Asian scripts lie in.
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
                || c >= 0xFE30 && c <= 0xFE6B // more of it, and small punctuation
                || c >= 0xFF01 && c <= 0xFF60 // full-width Latin letters
                || c >= 0xFFE0 && c <= 0xFFE6 // full-width signs
                || c >= 0x16FE0 && c <= 0x16FF1 // marks of iteration
                || c >= 0x1AFF0 && c <= 0x1B16F // historic kana
                || c >= 0x1D300 && c <= 0x1D376 // tetragrams and counting rods
                || c >= 0x1F200 && c <= 0x1F265; // squared and circled ideographs
    }

    /// Whether a code point is half of a flag, and so one column of the two that a flag takes up.
    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
