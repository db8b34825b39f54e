package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.PlantedSteps;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Steps 03, 04 and 10 are committed, then step 03 is changed, and the change carried.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PortCommandTest {

    private static final String THREE = "step-03-c";
    private static final String FOUR = "step-04-d";
    private static final String TEN = "step-10-j";

    private static final String FOUR_FILES = "step-04-d/src/main/java/dev/minikv/step04/";
    private static final String TEN_FILES = "step-10-j/src/main/java/dev/minikv/step10/";

    @TempDir
    private Path root;

    private PlantedSteps steps;

    @BeforeEach
    void commit_three_steps() throws Exception {
        steps = PlantedSteps.in(root, THREE, FOUR, TEN);
        for (String step : new String[] {THREE, FOUR, TEN}) {
            steps.write(step, "repl/Same.java", "a", "b", "c");
        }
        steps.write(THREE, "Grown.java", "a", "b", "c", "d", "e", "f", "g");
        steps.write(FOUR, "Grown.java", "a", "b", "c", "d", "e", "f", "g of step 4");
        steps.write(TEN, "Grown.java", "new", "in ten", "a", "b", "c", "d", "e", "f", "g");
        steps.write(THREE, "OnlyHere.java", "a");
        git("init", "-q");
        commit();
    }

    @Test
    void nothing_is_ported_when_nothing_has_changed() {
        assertThat(port("3"))
                .isEqualTo(new WorkbookSession(0, "Nothing to port: step 3 is as it was at the last commit.\n", ""));
        assertThat(port("3", "Grown.java").out())
                .isEqualTo("Nothing to port: Grown.java is as it was at the last commit.\n");
        assertThat(port("10").out()).isEqualTo("Step 10 is the last one: there is no step to port to.\n");
    }

    @Test
    void an_equal_file_is_replaced_and_one_with_changes_of_its_own_gets_this_one_too() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "import dev.minikv.step03.repl.B;", "c");
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "g");

        assertThat(port("3")).isEqualTo(new WorkbookSession(0, """
                merge    %1$sGrown.java
                merge    %2$sGrown.java
                replace  %1$srepl/Same.java
                replace  %2$srepl/Same.java
                files changed: 4
                """.formatted(FOUR_FILES, TEN_FILES), ""));
        assertThat(steps.read(FOUR, "repl/Same.java")).isEqualTo("a\nimport dev.minikv.step04.repl.B;\nc\n");
        assertThat(steps.read(TEN, "repl/Same.java")).isEqualTo("a\nimport dev.minikv.step10.repl.B;\nc\n");
        assertThat(steps.read(FOUR, "Grown.java")).isEqualTo("a\nB\nc\nd\ne\nf\ng of step 4\n");
        assertThat(steps.read(TEN, "Grown.java")).isEqualTo("new\nin ten\na\nB\nc\nd\ne\nf\ng\n");
    }

    @Test
    void what_was_carried_is_there_and_not_carried_again() throws IOException {
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "g");
        port("3");
        Map<String, String> carried = files();

        assertThat(port("3").out()).isEqualTo("""
                has it   %sGrown.java
                has it   %sGrown.java
                files changed: 0
                """.formatted(FOUR_FILES, TEN_FILES));
        assertThat(files()).isEqualTo(carried);
    }

    @Test
    void a_conflict_is_named_with_its_line_and_nothing_is_written() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "B", "c");
        steps.write(THREE, "Grown.java", "a", "b", "first", "c", "d", "e", "f", "G of step 3");
        Map<String, String> before = files();

        assertThat(port("3")).isEqualTo(new WorkbookSession(1, "", """
                %sGrown.java:8: step 3 and step 4 have changed the same lines
                Nothing was written. Make these changes by hand, and port the other files by their names.
                """.formatted(FOUR_FILES)));
        assertThat(files()).isEqualTo(before);
        assertThat(port("3", "Same.java").out()).endsWith("files changed: 2\n");
        assertThat(steps.read(TEN, "repl/Same.java")).isEqualTo("a\nB\nc\n");
    }

    @Test
    void each_conflict_is_named() throws Exception {
        steps.write(FOUR, "Grown.java", "a", "b of step 4", "c", "d", "between", "e", "f", "g of step 4");
        commit();
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "G");

        assertThat(port("3").err().lines())
                .hasSize(3)
                .first()
                .isEqualTo(FOUR_FILES + "Grown.java:3: step 3 and step 4 have changed the same lines");
        assertThat(port("3").err()).contains(FOUR_FILES + "Grown.java:9: ");
    }

    @Test
    void a_write_that_fails_takes_back_those_before_it() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "B", "c");
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "g");
        Files.createDirectories(steps.source(TEN, "repl").resolve(".Same.java.port")); // in the way
        Map<String, String> before = files();

        WorkbookSession port = port("3");

        assertThat(port.exitCode()).isEqualTo(1);
        assertThat(port.err()).startsWith("workbook: ").contains(".Same.java.port");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "B", "c");
        Map<String, String> before = files();

        assertThat(port("3", "--dry-run")).isEqualTo(new WorkbookSession(0, """
                replace  %srepl/Same.java
                replace  %srepl/Same.java
                Nothing was written: that is what would be done.
                """.formatted(FOUR_FILES, TEN_FILES), ""));
        assertThat(files()).isEqualTo(before);
    }

    @Nested
    class A_new_file {

        @Test
        void is_carried_to_every_later_step() throws IOException {
            steps.write(THREE, "wire/New.java", "dev.minikv.step03");

            assertThat(port("3").out())
                    .isEqualTo("add      %swire/New.java\nadd      %swire/New.java\nfiles changed: 2\n"
                            .formatted(FOUR_FILES, TEN_FILES));
            assertThat(steps.read(TEN, "wire/New.java")).isEqualTo("dev.minikv.step10\n");
        }

        @Test
        void is_a_conflict_where_there_is_another_of_its_name() throws IOException {
            steps.write(THREE, "New.java", "a");
            steps.write(FOUR, "New.java", "a");
            steps.write(TEN, "New.java", "b");

            assertThat(port("3").err())
                    .startsWith(
                            TEN_FILES + "New.java:1: it is new in step 3, and step 10 has another one of this name\n");
        }

        @Test
        void of_the_benchmarks_stays() throws IOException {
            steps.write(THREE, "benchmark/New.java", "a");

            assertThat(port("3").out()).startsWith("Nothing to port: ");
            assertThat(port("3", "benchmark/New.java").exitCode()).isEqualTo(2);
        }

        @Test
        void may_be_a_resource_of_any_bytes() throws IOException {
            Path resource = root.resolve(THREE).resolve("src/main/resources/any.bin");
            Files.createDirectories(resource.getParent());
            Files.write(resource, new byte[] {0, '\r', '\n', -1});

            assertThat(port("3", "any.bin").out()).endsWith("files changed: 2\n");
            assertThat(root.resolve(TEN).resolve("src/main/resources/any.bin"))
                    .hasBinaryContent(new byte[] {0, '\r', '\n', -1});
        }
    }

    @Nested
    class A_removed_file {

        @Test
        void is_removed_where_it_was_equal() throws IOException {
            Files.delete(steps.source(THREE, "repl/Same.java"));

            assertThat(port("3", "Same.java").out())
                    .isEqualTo("remove   %srepl/Same.java\nremove   %srepl/Same.java\nfiles changed: 2\n"
                            .formatted(FOUR_FILES, TEN_FILES));
            assertThat(steps.source(TEN, "repl/Same.java")).doesNotExist();
        }

        @Test
        void is_a_conflict_where_it_was_changed() throws IOException {
            Files.delete(steps.source(THREE, "Grown.java"));

            assertThat(port("3").err()).startsWith("""
                    %sGrown.java:8: step 3 has removed it, and step 4 has changed it
                    %sGrown.java:2: step 3 has removed it, and step 10 has changed it
                    """.formatted(FOUR_FILES, TEN_FILES));
            assertThat(steps.source(FOUR, "Grown.java")).exists();
        }

        @Test
        void that_no_later_step_has_is_no_ones_business() throws IOException {
            Files.delete(steps.source(THREE, "OnlyHere.java"));

            assertThat(port("3").out()).isEqualTo("no later step has OnlyHere.java\nfiles changed: 0\n");
        }
    }

    @Test
    void line_ends_are_those_of_the_later_step() throws IOException {
        Path four = steps.source(FOUR, "Grown.java");
        Files.writeString(four, Files.readString(four).replace("\n", "\r\n"));
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "g");
        Path three = steps.source(THREE, "repl/Same.java");
        Files.writeString(three, Files.readString(three).replace("b", "B").replace("\n", "\r\n"));

        assertThat(port("3").exitCode()).isZero();
        assertThat(steps.source(FOUR, "Grown.java"))
                .content()
                .isEqualTo("package dev.minikv.step04;\r\na\r\nB\r\nc\r\nd\r\ne\r\nf\r\ng of step 4\r\n");
        assertThat(steps.read(TEN, "repl/Same.java")).isEqualTo("a\nB\nc\n");
    }

    @Test
    void what_cannot_be_ported_is_refused_in_a_sentence() throws IOException {
        assertThat(port("5"))
                .isEqualTo(new WorkbookSession(
                        2,
                        "",
                        "There is no step '5', only 3, 4 and 10.\n./workbook port --help shows how to use it.\n"));
        assertThat(port("3", "Gorwn.java").err())
                .startsWith("There is no file 'Gorwn.java' in step 3. Did you mean Grown.java?\n");
        deleteAll(root.resolve(".git"));
        assertThat(port("3").err())
                .matches("workbook: what changed since the last commit cannot be found out; git says: .*\n");
    }

    @Test
    void before_the_first_commit_there_is_nothing_to_compare_with() throws Exception {
        deleteAll(root.resolve(".git"));
        git("init", "-q");

        assertThat(port("3").exitCode()).isEqualTo(1);
        assertThat(port("3").err())
                .matches("workbook: what changed since the last commit cannot be found out; git says: .*HEAD.*\n");
    }

    private WorkbookSession port(String... arguments) {
        String[] command =
                Stream.concat(Stream.of("port"), Stream.of(arguments)).toArray(String[]::new);
        return WorkbookSession.of(root, command);
    }

    /// Returns all files of the steps with what they hold.
    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        for (String step : new String[] {THREE, FOUR, TEN}) {
            try (Stream<Path> found = Files.walk(root.resolve(step))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(file.toString(), Files.readString(file));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(6);
        return files;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.setPosixFilePermissions(
                        file.getParent(), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.delete(file);
            }
        }
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "steps");
    }

    private void git(String... arguments) throws Exception {
        var command = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(root.toFile());
        Run run = Run.of(command, "");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
