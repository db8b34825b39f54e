package dev.minikv.checks.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Pages that are true or false on purpose, for a check: those of `QuotesTest` are in the resource
/// `planted/quotes.txt`.
///
/// Each starts with its name on a line of its own, and ends with the problems that must be found, if there
/// are any. A `␠` stands for a space at the end of a line.
public interface PlantedPages {

    String NAME = "===== ";
    Pattern FOUND = Pattern.compile("^----- is found:\n", Pattern.MULTILINE);

    /// Returns the check, for the project that the test has planted.
    Check<?> planted();

    @TestFactory
    default List<DynamicTest> planted_pages() throws IOException {
        String file = getClass().getSimpleName().replace("Test", "").toLowerCase(Locale.ROOT) + ".txt";
        try (var resource = PlantedPages.class.getResourceAsStream("/planted/" + file)) {
            String all = new String(resource.readAllBytes(), UTF_8);
            return Pattern.compile("^" + NAME, Pattern.MULTILINE)
                    .splitAsStream(all.replace('␠', ' '))
                    .skip(1)
                    .map(this::test)
                    .toList();
        }
    }

    private DynamicTest test(String planted) {
        String name = planted.lines().findFirst().orElseThrow();
        String[] parts = FOUND.split(planted.substring(name.length() + 1));
        String problems = parts.length > 1 ? parts[1].replaceFirst("\n$", "") : "";
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(String.join("\n", CheckContract.problems(planted(), parts[0])))
                        .as(name)
                        .isEqualTo(problems));
    }
}
