package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A pattern for keys: `?` is any byte, `*` any number of them, `[a-c]` or `[^a-c]` one of several or none of
/// these, and a backslash takes the special meaning from what follows it.
///
/// Only the last `*` is tried again when what follows it does not fit, so the time is at most the product of both
/// lengths, and not exponential as it was in Redis
/// ([CVE-2022-36021](https://nvd.nist.gov/vuln/detail/CVE-2022-36021)).
final class Glob {

    private static final int NO = -1;

    private final byte[] pattern;

    Glob(byte[] pattern) {
        this.pattern = pattern;
    }

    /// Returns the start of each text that matches.
    String prefix() {
        int length = 0;
        while (length < pattern.length && "*?[\\".indexOf(pattern[length]) < 0) {
            length++;
        }
        return new String(pattern, 0, length, UTF_8);
    }

    boolean matches(byte[] text) {
        int part = 0; // of the pattern
        int at = 0; // in the text
        int afterStar = NO;
        int resume = 0;
        while (at < text.length) {
            if (part < pattern.length && pattern[part] == '*') {
                afterStar = ++part;
                resume = at;
                continue;
            }
            int next = part < pattern.length ? afterOne(part, text[at] & 0xff) : NO;
            if (next != NO) {
                part = next;
                at++;
            } else if (afterStar != NO) {
                part = afterStar;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (part < pattern.length && pattern[part] == '*') {
            part++;
        }
        return part == pattern.length;
    }

    /// Returns where the pattern goes on after a part that takes one byte, or `NO` if it does not take this one.
    private int afterOne(int part, int it) {
        return switch (pattern[part]) {
            case '?' -> part + 1;
            case '[' -> afterClass(part + 1, it);
            case '\\' -> {
                int literal = part + 1 < pattern.length ? part + 1 : part;
                yield at(literal) == it ? literal + 1 : NO;
            }
            default -> at(part) == it ? part + 1 : NO;
        };
    }

    /// Does the same from after `[` on. If no `]` follows, the end of the pattern ends the class.
    private int afterClass(int start, int it) {
        boolean isNegated = start < pattern.length && pattern[start] == '^';
        boolean isIn = false;
        int part = isNegated ? start + 1 : start;
        while (part < pattern.length && pattern[part] != ']') {
            if (pattern[part] == '\\' && part + 1 < pattern.length) {
                isIn |= at(part + 1) == it;
                part += 2;
            } else if (part + 2 < pattern.length && pattern[part + 1] == '-') {
                int low = Math.min(at(part), at(part + 2));
                int high = Math.max(at(part), at(part + 2));
                isIn |= low <= it && it <= high;
                part += 3;
            } else {
                isIn |= at(part) == it;
                part++;
            }
        }
        return isIn != isNegated ? Math.min(part + 1, pattern.length) : NO;
    }

    private int at(int index) {
        return pattern[index] & 0xff;
    }
}
