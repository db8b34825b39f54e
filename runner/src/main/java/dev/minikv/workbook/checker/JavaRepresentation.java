package dev.minikv.workbook.checker;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.presentation.StandardRepresentation;

/// How values look in the messages of assertions: as one would write them in Java.
///
/// AssertJ shows `Optional.of("")` as `Optional[]`, which a learner takes for an empty one.
final class JavaRepresentation extends StandardRepresentation {

    /// What is not seen. New lines stay, as the report compares texts line by line, and so does what has more
    /// than 16 bits.
    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Z}&&[^ \n]&&[\\x{0}-\\x{FFFF}]]");

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

    /// Returns a text with escapes for what a terminal acts on or does not show.
    private static String escaped(String text) {
        return HIDDEN.matcher(text).replaceAll(hidden -> switch (hidden.group()) {
            case "\t" -> "\\\\t";
            case "\r" -> "\\\\r";
            case String other -> "\\\\u" + HexFormat.of().withUpperCase().toHexDigits(other.charAt(0));
        });
    }
}
