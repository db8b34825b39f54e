package dev.minikv.checks.step01;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds step 01 to sessions recorded from the program that it ports, byte for byte.
class OriginalSessionsTest {

    private static final String INHERITED = "inherited";

    @Test
    void there_are_two_sessions() throws Exception {
        assertThat(sessions()).containsExactly("corners", "readme");
    }

    @ParameterizedTest
    @MethodSource
    void the_port_prints_what_the_original_printed(String session, String locale) throws Exception {
        String input = Files.readString(original(session + ".in"));
        String output = Files.readString(original(session + ".out"));
        ProcessBuilder program = Step01.program();
        set(locale, program.environment());

        Run run = Run.of(program, input);

        assertThat(run).isEqualTo(new Run(0, output.replace("🦀", "☕"), ""));
    }

    static List<Arguments> the_port_prints_what_the_original_printed() throws Exception {
        var cases = new ArrayList<Arguments>();
        for (String session : sessions()) {
            for (String locale : List.of(INHERITED, "LANG=C", "LC_ALL=POSIX", "LANG=en_US.UTF-8")) {
                cases.add(Arguments.of(session, locale));
            }
        }
        return cases;
    }

    private static List<String> sessions() throws Exception {
        try (var files = Files.list(original(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".in"))
                    .map(name -> name.replace(".in", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Path original(String file) throws Exception {
        return Path.of(OriginalSessionsTest.class.getResource("/original/").toURI())
                .resolve(file);
    }

    private static void set(String locale, Map<String, String> environment) {
        if (!locale.equals(INHERITED)) {
            assumeTrue(
                    US_ASCII.newEncoder().canEncode(Project.root().toString()),
                    "in these locales, Java finds no classes below a folder with such a name");
            environment.keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
            String[] setting = locale.split("=");
            environment.put(setting[0], setting[1]);
        }
    }
}
