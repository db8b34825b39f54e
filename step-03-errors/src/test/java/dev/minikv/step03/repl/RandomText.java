package dev.minikv.step03.repl;

import java.util.Random;

/// Random strings from all of Unicode, with a preference for characters that are likely to cause trouble.
final class RandomText {

    private static final String PLAIN = "abcdefxyz0123456789_-:=";
    private static final String SYNTAX = "\"'\\{}nut";
    private static final String WHITE_SPACE = " \t\r\u000B\u0085\u00A0\u2003\u2028\u3000";
    private static final int[] JOINING = {0x301, 0x20E3, 0x200D, 0xFE0F, 0x1F3FD}; // marks, joiners, skin

    private RandomText() {}

    /// Returns a string of fewer than `length` code points.
    static String of(Random random, int length) {
        var text = new StringBuilder();
        for (int i = random.nextInt(length); i > 0; i--) {
            text.appendCodePoint(codePoint(random));
        }
        return text.toString();
    }

    private static int codePoint(Random random) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> any(PLAIN, random);
            case 5, 6, 7 -> any(SYNTAX, random);
            case 8 -> any(WHITE_SPACE, random);
            case 9 -> random.nextInt(' '); // controls, and the line feed with them
            case 10 -> 0x7F + random.nextInt(0x21); // more controls
            case 11 -> 0xD800 + random.nextInt(0x800); // half of a surrogate pair
            case 12 -> 0x1F300 + random.nextInt(0x350); // emoji
            case 13 -> JOINING[random.nextInt(JOINING.length)];
            case 14 -> 0x3041 + random.nextInt(0x6000); // kana and ideographs
            default -> random.nextInt(Character.MAX_CODE_POINT + 1);
        };
    }

    private static char any(String chars, Random random) {
        return chars.charAt(random.nextInt(chars.length()));
    }
}
