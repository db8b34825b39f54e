package dev.minikv.step06.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.log.Lives.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong, whenever: the next life finds what was promised. And these lives find mistakes.
///
/// Ten million lives take half an hour:
///
///     mvn test -pl step-06-log -am -Dtest=CrashMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dlives=10000000
class CrashMatrixTest {

    private static final int LIVES = Integer.getInteger("lives", 108_000);
    private static final int LIVES_OF_A_FOLDER = 6;

    /// How many folders have to show no mistake before it is missed: far more if it is known to be found.
    private static final int FEW_FOLDERS = Integer.getInteger("folders", 100);

    private static final int MANY_FOLDERS = 5_000;
    private static final String HEADER =
            "mistake,kill,power cut,crash in recovery,disk full,I/O error,broken,lying force,damage";
    private static final Map<LogMistake, Planted> PLANTED = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void the_next_life_finds_what_was_promised(Column column) {
        var findings = new ArrayList<String>();
        int lives = 0;
        for (long seed = 0; lives < LIVES / Column.values().length; seed++) {
            String finding = Lives.finding(column.name(), seed, LIVES_OF_A_FOLDER);
            if (!finding.isEmpty()) {
                findings.add("seed " + seed + ", " + finding);
            }
            lives += LIVES_OF_A_FOLDER;
        }

        assertThat(findings.stream().limit(3))
                .as("%d findings in %d lives", findings.size(), lives)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void each_mistake_is_planted(LogMistake mistake) {
        boolean behavesDifferently = IntStream.range(0, FEW_FOLDERS)
                .anyMatch(seed -> Arrays.stream(Column.values())
                        .map(Column::name)
                        .anyMatch(column -> !planted(mistake)
                                .trace(column, seed, LIVES_OF_A_FOLDER)
                                .equals(Lives.trace(column, seed, LIVES_OF_A_FOLDER))));

        assertThat(behavesDifferently).isTrue();
    }

    @Test
    void each_mistake_is_found_and_few_of_them_by_a_kill() throws IOException {
        List<String> expected = resource("mistakes.csv");

        String table = Arrays.stream(LogMistake.values())
                .parallel()
                .map(mistake -> row(mistake, expected))
                .collect(Collectors.joining("\n", HEADER + "\n", ""));

        assertThat(table).isEqualTo(String.join("\n", expected));
        assertThat(table.lines().skip(2)).allMatch(row -> row.contains("found"));
    }

    private static String row(LogMistake mistake, List<String> expected) {
        String[] known = expected.stream()
                .filter(row -> row.startsWith(mistake + ","))
                .findFirst()
                .orElse(mistake + ",-".repeat(Column.values().length))
                .split(",");
        return mistake
                + Arrays.stream(Column.values())
                        .map(column -> isFound(mistake, column, known[column.ordinal() + 1]) ? ",found" : ",-")
                        .collect(Collectors.joining());
    }

    private static boolean isFound(LogMistake mistake, Column column, String expected) {
        return IntStream.range(0, expected.equals("found") ? MANY_FOLDERS : FEW_FOLDERS)
                .anyMatch(seed -> !planted(mistake)
                        .finding(column.name(), seed, LIVES_OF_A_FOLDER)
                        .isEmpty());
    }

    private static Planted planted(LogMistake mistake) {
        return PLANTED.computeIfAbsent(mistake, key -> {
            try {
                return new Planted(key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> resource(String name) throws IOException {
        try (var in = CrashMatrixTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
