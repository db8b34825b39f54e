package dev.minikv.workbook.checker;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.presentation.StandardRepresentation;

/// How values look in the messages of assertions: as one would write them in Java.
///
/// AssertJ shows `Optional.of("")` as `Optional[]`, which a learner takes for an empty one.
final class JavaRepresentation extends StandardRepresentation {

    /// Makes all assertions from here on show values this way.
    static void use() {
        Assertions.useRepresentation(new JavaRepresentation());
        Assertions.setMaxLengthForSingleLineDescription(Integer.MAX_VALUE); // the report wraps lines
    }

    @Override
    public String toStringOf(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> "Optional.of(" + toStringOf(inner) + ")")
                    .orElse("Optional.empty()");
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return "Map.entry(" + toStringOf(entry.getKey()) + ", " + toStringOf(entry.getValue()) + ")";
        }
        String shown = super.toStringOf(value);
        return value instanceof String ? escaped(shown) : shown;
    }

    /// Returns a text with escapes for what a terminal acts on or does not show. New lines stay: the
    /// report compares texts line by line.
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            switch (c) {
                case '\n' -> escaped.append('\n');
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> {
                    boolean hidden = switch (Character.getType(c)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.PRIVATE_USE,
                                Character.SURROGATE,
                                Character.UNASSIGNED,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> true;
                        default -> c != ' ' && Character.isSpaceChar(c);
                    };
                    if (hidden && c <= 0xFFFF) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04X", c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
