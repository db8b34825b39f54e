package dev.minikv.workbook.checker;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.presentation.StandardRepresentation;

/// How values look in the messages of assertions: as one would write them in Java.
///
/// AssertJ shows `Optional.of("")` as `Optional[]`, which a learner would take for an empty one.
final class JavaRepresentation extends StandardRepresentation {

    /// Invisible characters. Line breaks are kept, because the report compares texts line by line, and so
    /// are characters with more than 16 bits.
    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Z}&&[^ \n]&&[\\x{0}-\\x{FFFF}]]");

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    /// Makes all assertions from here on show values this way.
    static void use() {
        Assertions.useRepresentation(new JavaRepresentation());
        Assertions.setMaxLengthForSingleLineDescription(Integer.MAX_VALUE); // the report wraps lines
    }

    /// Returns a value as Java code. A text on its own keeps its lines; a text inside another value is a
    /// literal.
    @Override
    public String toStringOf(Object value) {
        int outside = depth.get();
        depth.set(outside + 1);
        try {
            String shown = inJava(value);
            return value instanceof String && outside > 0 ? shown.replace("\n", "\\n") : shown;
        } finally {
            depth.set(outside);
        }
    }

    private String inJava(Object value) {
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

    /// Returns a text with escape sequences for characters that a terminal interprets or does not show.
    private static String escaped(String text) {
        return HIDDEN.matcher(text).replaceAll(hidden -> switch (hidden.group()) {
            case "\t" -> "\\\\t";
            case "\r" -> "\\\\r";
            case String other -> "\\\\u" + HexFormat.of().withUpperCase().toHexDigits(other.charAt(0));
        });
    }
}
