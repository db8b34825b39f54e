package dev.minikv.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Each test works in a copy of the launcher and of step 01, in a folder whose name holds a space.
/// In place of Maven there is a script that says so, and leaves the classes as they are.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the launcher is workbook.cmd")
class LauncherTest {

    private static final String STEP = "step-01-inmemory";
    private static final String BUILDING =
            "workbook: building step-01-inmemory (the first build of all downloads what Maven needs) ...\n";

    @TempDir
    private Path temporary;

    private Path copy;

    @BeforeEach
    void copy_the_launcher_and_step_01() throws IOException {
        copy = Files.createDirectory(temporary.resolve("a copy"));
        for (String file : List.of("workbook", "pom.xml", STEP + "/pom.xml")) {
            copy(Project.root().resolve(file));
        }
        copyTree(Project.root().resolve(STEP + "/src/main"));
        copyTree(Project.root().resolve(STEP + "/target/classes"));
        Path bin = Files.createDirectory(copy.resolve("bin"));
        writeScript(bin.resolve("mvn"), "echo \"this is Maven: $*\"");
    }

    @Nested
    class Starting_a_repl {

        @Test
        void writes_what_the_repl_writes_and_nothing_else() throws Exception {
            Run run = Run.of(launcher("repl", "1"), "set a 1\nquit\n");

            assertThat(run.out()).startsWith("☕ Mini KV Store").endsWith("> ✓ Set 'a' = '1'\n> Goodbye! ☕\n");
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }

        @Test
        void works_from_any_folder() throws Exception {
            Run run = Run.of(launcher("repl", "1").directory(Path.of("/").toFile()), "quit\n");

            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }

        @Test
        void works_through_a_symbolic_link() throws Exception {
            Path link = Files.createSymbolicLink(temporary.resolve("kv"), copy.resolve("workbook"));

            Run run = Run.of(new ProcessBuilder(link.toString(), "repl", "1"), "quit\n");

            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }

        @Test
        void finds_a_jdk_where_java_home_and_the_path_name_none() throws Exception {
            ProcessBuilder launcher = launcher("repl", "1");
            launcher.environment().put("JAVA_HOME", temporary.toString());

            Run run = Run.of(launcher, "quit\n");

            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }
    }

    @Nested
    class Building {

        @Test
        void happens_after_a_change_once_and_is_said_on_standard_error() throws Exception {
            change(STEP + "/src/main/java/dev/minikv/step01/repl/Repl.java");

            Run first = Run.of(launcher("repl", "1"), "quit\n");
            Run second = Run.of(launcher("repl", "1"), "quit\n");

            assertThat(first.err())
                    .isEqualTo(BUILDING
                            + "this is Maven: -B -q -Dstyle.color=never -Dspotless.check.skip=true -Dmaven.test.skip=true -f "
                            + copy + "/pom.xml -pl " + STEP + " -am compile\n");
            assertThat(first.out()).startsWith("☕").endsWith("> Goodbye! ☕\n");
            assertThat(second.err()).isEmpty();
        }

        @Test
        void happens_after_a_file_was_removed() throws Exception {
            Files.delete(copy.resolve(STEP + "/src/main/java/dev/minikv/step01/package-info.java"));
            change(STEP + "/src/main/java/dev/minikv/step01");

            Run run = Run.of(launcher("repl", "1"), "quit\n");

            assertThat(run.err()).startsWith(BUILDING);
        }

        @Test
        void leaves_the_input_to_the_repl() throws Exception {
            change("pom.xml");
            writeScript(copy.resolve("bin/mvn"), "cat");

            Run run = Run.of(launcher("repl", "1"), "set a 1\nquit\n");

            assertThat(run.out()).endsWith("> ✓ Set 'a' = '1'\n> Goodbye! ☕\n");
        }

        @Test
        void fails_when_maven_fails() throws Exception {
            change("pom.xml");
            writeScript(copy.resolve("bin/mvn"), "echo 'line 3: not a statement'; exit 1");

            Run run = Run.of(launcher("repl", "1"), "quit\n");

            assertThat(run)
                    .isEqualTo(new Run(
                            1,
                            "",
                            BUILDING
                                    + "line 3: not a statement\n"
                                    + "workbook: building step-01-inmemory failed: see above.\n"));
        }
    }

    @Nested
    class Refusing {

        @Test
        void a_machine_without_a_new_enough_jdk() throws Exception {
            Path launcher = copy.resolve("workbook");
            Files.writeString(launcher, Files.readString(launcher).replace("needed_jdk=25", "needed_jdk=999"));

            Run run = Run.of(launcher("repl", "1"), "");

            assertThat(run).isEqualTo(new Run(1, "", """
                    workbook: JDK 999 or newer is needed and was not found: install one (from adoptium.net or \
                    your package manager), or set JAVA_HOME to where it is.
                    """));
        }

        @Test
        void a_step_that_does_not_exist() throws Exception {
            assertMisuse("there is no step '7'.", "repl", "7");
            assertMisuse("there is no step '*'.", "repl", "*");
            assertMisuse("repl takes the number of a step.", "repl");
            assertMisuse("step 1 takes no options.", "repl", "1", "2");
        }

        private void assertMisuse(String message, String... arguments) throws Exception {
            Run run = Run.of(launcher(arguments), "");

            assertThat(run.err()).startsWith("workbook: " + message + "\nusage: ./workbook repl <step>");
            assertThat(run.out()).isEmpty();
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void it_prints_the_jdk_that_it_uses() throws Exception {
        Run run = Run.of(launcher("jdk"), "");

        assertThat(Path.of(run.out().strip(), "bin", "javac")).isExecutable();
    }

    /// Returns the copied launcher, with the stand-in for Maven first on its path.
    private ProcessBuilder launcher(String... arguments) {
        var command = Stream.concat(Stream.of(copy.resolve("workbook").toString()), Stream.of(arguments));
        var launcher = new ProcessBuilder(command.toList());
        launcher.environment().merge("PATH", copy.resolve("bin") + ":", (path, bin) -> bin + path);
        return launcher;
    }

    private void copyTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file);
            }
        }
    }

    private void copy(Path file) throws IOException {
        Path target = copy.resolve(Project.root().relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        if (file.toString().endsWith(".class")) {
            Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
        }
    }

    /// Makes a file look as if it had been changed after the classes were built.
    private void change(String file) throws IOException {
        Path target = copy.resolve(STEP + "/target/classes/dev/minikv/step01/Main.class");
        Files.setLastModifiedTime(target, FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(
                copy.resolve(file), FileTime.from(Instant.now().minusSeconds(30)));
    }

    private static void writeScript(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        file.toFile().setExecutable(true);
    }
}
