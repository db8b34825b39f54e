package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.PlantedSteps;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Steps 03, 04 and 10 are committed, then step 03 is changed, and the change is carried. In the output, 4:
/// and 10: replace the long paths of these steps' packages.
class PortCommandTest {

    private static final String THREE = "step-03-c";
    private static final String FOUR = "step-04-d";
    private static final String TEN = "step-10-j";

    @TempDir
    private Path root;

    private PlantedSteps steps;

    @BeforeEach
    void commit_three_steps() throws Exception {
        steps = PlantedSteps.in(root, THREE, FOUR, TEN);
        for (String step : List.of(THREE, FOUR, TEN)) {
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
        assertPorted("3", "Nothing to port: no changes since the last commit in step 3.");
        assertPorted("3 Grown.java", "Nothing to port: no changes since the last commit in Grown.java.");
        assertPorted("10", "Step 10 is the last one: there is no later step to port to.");
    }

    @Test
    void an_equal_file_is_replaced_and_a_file_with_other_changes_is_merged() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "import dev.minikv.step03.repl.B;", "c");
        change_a_line_of_Grown();

        assertPorted("3", """
                merge    4:Grown.java
                merge    10:Grown.java
                replace  4:repl/Same.java
                replace  10:repl/Same.java
                files changed: 4""");
        assertThat(steps.read(FOUR, "repl/Same.java")).isEqualTo("a\nimport dev.minikv.step04.repl.B;\nc\n");
        assertThat(steps.read(TEN, "repl/Same.java")).isEqualTo("a\nimport dev.minikv.step10.repl.B;\nc\n");
        assertThat(steps.read(FOUR, "Grown.java")).isEqualTo("a\nB\nc\nd\ne\nf\ng of step 4\n");
        assertThat(steps.read(TEN, "Grown.java")).isEqualTo("new\nin ten\na\nB\nc\nd\ne\nf\ng\n");
    }

    @Test
    void a_change_is_not_carried_twice() throws IOException {
        change_a_line_of_Grown();
        port("3");
        Map<String, String> carried = files();

        assertPorted("3", "has it   4:Grown.java\nhas it   10:Grown.java\nfiles changed: 0");
        assertThat(files()).isEqualTo(carried);
    }

    @Test
    void a_conflict_is_named_with_its_line_and_nothing_is_written() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "B", "c");
        steps.write(THREE, "Grown.java", "a", "b", "first", "c", "d", "e", "f", "G of step 3");

        assertConflict("4:Grown.java:8: step 3 and step 4 have changed the same lines");
        assertThat(port("3 Same.java").out()).endsWith("files changed: 2\n");
        assertThat(steps.read(TEN, "repl/Same.java")).isEqualTo("a\nB\nc\n");
    }

    @Test
    void each_conflict_is_named() throws Exception {
        steps.write(FOUR, "Grown.java", "a", "b of step 4", "c", "d", "between", "e", "f", "g of step 4");
        commit();
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "G");

        assertConflict("""
                4:Grown.java:3: step 3 and step 4 have changed the same lines
                4:Grown.java:9: step 3 and step 4 have changed the same lines""");
    }

    @Test
    void changes_of_neighbouring_lines_are_a_conflict() throws IOException {
        steps.write(THREE, "Grown.java", "a", "b", "c", "d", "e", "F", "g");

        assertConflict("4:Grown.java:8: step 3 and step 4 have changed the same lines");
    }

    @Test
    void a_write_that_fails_undoes_the_earlier_ones() throws IOException {
        steps.write(THREE, "repl/Same.java", "a", "B", "c");
        change_a_line_of_Grown();
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

        assertPorted("3 --dry-run", """
                replace  4:repl/Same.java
                replace  10:repl/Same.java
                Nothing was written: this is what would be done.""");
        assertThat(files()).isEqualTo(before);
    }

    @Nested
    class A_new_file {

        @Test
        void is_carried_to_every_later_step() throws IOException {
            steps.write(THREE, "wire/New.java", "dev.minikv.step03");

            assertPorted("3", "add      4:wire/New.java\nadd      10:wire/New.java\nfiles changed: 2");
            assertThat(steps.read(TEN, "wire/New.java")).isEqualTo("dev.minikv.step10\n");
        }

        @Test
        void is_a_conflict_where_there_is_another_file_of_its_name() throws IOException {
            steps.write(THREE, "New.java", "a");
            steps.write(FOUR, "New.java", "a");
            steps.write(TEN, "New.java", "b");

            assertConflict("10:New.java:1: it is new in step 3, and step 10 has another file of this name");
        }

        @Test
        void of_the_benchmarks_is_not_carried() throws IOException {
            steps.write(THREE, "benchmark/New.java", "a");

            assertThat(port("3").out()).startsWith("Nothing to port: ");
            assertThat(port("3 benchmark/New.java").exitCode()).isEqualTo(2);
        }

        @Test
        void may_be_a_resource_of_any_bytes_and_is_replaced_by_others() throws Exception {
            byte[] bytes = {0, '\r', '\n', -1};
            Path resource = root.resolve(THREE).resolve("src/main/resources/any.bin");
            Files.createDirectories(resource.getParent());
            Files.write(resource, bytes);

            assertThat(port("3 any.bin").out()).endsWith("files changed: 2\n");
            assertThat(root.resolve(TEN).resolve("src/main/resources/any.bin")).hasBinaryContent(bytes);

            commit();
            byte[] others = {0, '\r', '\n', -1, '\n'};
            Files.write(resource, others);

            assertThat(port("3").out()).startsWith("replace ").endsWith("files changed: 2\n");
            assertThat(root.resolve(TEN).resolve("src/main/resources/any.bin")).hasBinaryContent(others);
        }
    }

    @Nested
    class A_removed_file {

        @Test
        void is_removed_where_it_was_equal() throws IOException {
            Files.delete(steps.source(THREE, "repl/Same.java"));

            assertPorted("3 Same.java", "remove   4:repl/Same.java\nremove   10:repl/Same.java\nfiles changed: 2");
            assertThat(steps.source(TEN, "repl/Same.java")).doesNotExist();
        }

        @Test
        void is_a_conflict_where_it_was_changed() throws IOException {
            Files.delete(steps.source(THREE, "Grown.java"));

            assertConflict("""
                    4:Grown.java:8: step 3 has removed it, and step 4 has changed it
                    10:Grown.java:2: step 3 has removed it, and step 10 has changed it""");
        }

        @Test
        void that_no_later_step_has_changes_nothing() throws IOException {
            Files.delete(steps.source(THREE, "OnlyHere.java"));

            assertPorted("3", "no later step has OnlyHere.java\nfiles changed: 0");
        }
    }

    @Test
    void line_ends_are_those_of_the_later_step() throws IOException {
        Path four = steps.source(FOUR, "Grown.java");
        Files.writeString(four, Files.readString(four).replace("\n", "\r\n"));
        change_a_line_of_Grown();
        Path three = steps.source(THREE, "repl/Same.java");
        Files.writeString(three, Files.readString(three).replace("b", "B").replace("\n", "\r\n"));

        assertThat(port("3").exitCode()).isZero();
        assertThat(four)
                .content()
                .isEqualTo("package dev.minikv.step04;\r\na\r\nB\r\nc\r\nd\r\ne\r\nf\r\ng of step 4\r\n");
        assertThat(steps.read(TEN, "repl/Same.java")).isEqualTo("a\nB\nc\n");
    }

    @Test
    void impossible_ports_are_refused_in_a_sentence() throws Exception {
        WorkbookSession.assertMisuse(root, "port 5", "There is no step '5': the steps are 3, 4 and 10.");
        WorkbookSession.assertMisuse(
                root, "port 3 Gorwn.java", "There is no file 'Gorwn.java' in step 3. Did you mean Grown.java?");
        Files.move(root.resolve(".git"), root.resolve("away"));
        String cannot = "workbook: cannot tell what changed since the last commit; git says: ";
        assertThat(port("3").err()).matches(cannot + ".*\n");

        git("init", "-q"); // and no commit yet

        assertThat(port("3").err()).matches(cannot + ".*HEAD.*\n");
        assertThat(port("3").exitCode()).isEqualTo(1);
    }

    private void change_a_line_of_Grown() throws IOException {
        steps.write(THREE, "Grown.java", "a", "B", "c", "d", "e", "f", "g");
    }

    private void assertPorted(String arguments, String out) {
        assertThat(port(arguments)).isEqualTo(new WorkbookSession(0, out + "\n", ""));
    }

    private void assertConflict(String conflicts) throws IOException {
        Map<String, String> before = files();
        assertThat(port("3")).isEqualTo(new WorkbookSession(1, "", conflicts + """

                Nothing was written. Make these changes by hand, and port the other files by name.
                """));
        assertThat(files()).isEqualTo(before);
    }

    private WorkbookSession port(String arguments) {
        WorkbookSession port = WorkbookSession.of(root, "port " + arguments);
        return new WorkbookSession(port.exitCode(), withoutPaths(port.out()), withoutPaths(port.err()));
    }

    private String withoutPaths(String printed) {
        return printed.replace(root.relativize(steps.source(FOUR, "")) + "/", "4:")
                .replace(root.relativize(steps.source(TEN, "")) + "/", "10:");
    }

    /// Returns all files of the steps with their texts.
    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        for (String step : List.of(THREE, FOUR, TEN)) {
            try (Stream<Path> found = Files.walk(root.resolve(step))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(file.toString(), Files.readString(file));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(5);
        return files;
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "steps");
    }

    private void git(String... arguments) throws Exception {
        var command = new ProcessBuilder(
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        Run run = Run.of(command.directory(root.toFile()), "");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
