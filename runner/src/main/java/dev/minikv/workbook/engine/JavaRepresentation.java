package dev.minikv.workbook.engine;

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
        return super.toStringOf(value);
    }
}
