package dev.minikv.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each test works in a copy of the launcher and of step 01, in a folder whose name holds a space.
/// In place of Maven there is a script that says so, and leaves the classes as they are. The folder in
/// which a cache is made stands there already: the launcher takes it for being made, and makes none.
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
        Files.createDirectory(copy.resolve(STEP + "/target/start.new"));
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
            assertThat(run.err()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"it's", "a!b", "100%", "über", "-x", "a;b & c", "$HOME", "[a]*"})
        void works_in_a_folder_of_any_name(String name) throws Exception {
            copy = Files.move(copy, temporary.resolve(name));
            ProcessBuilder launcher = launcher("repl", "1");
            launcher.environment().put("LC_ALL", "C");

            Run run = Run.of(launcher, "quit\n");

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }

        @Test
        void works_in_any_shell() throws Exception {
            List<List<String>> shells = Stream.of(
                            "sh", "dash", "bash", "bash --posix", "busybox sh", "ksh", "mksh", "zsh")
                    .map(shell -> List.of(shell.split(" ")))
                    .filter(shell -> isOnPath(shell.getFirst()))
                    .toList();

            assertThat(shells).isNotEmpty().allSatisfy(shell -> {
                ProcessBuilder launcher = launcher("repl", "1");
                launcher.command().addAll(0, shell);

                assertThat(Run.of(launcher, "quit\n").out()).endsWith("> Goodbye! ☕\n");
            });
        }

        @Test
        void minds_no_variable_that_is_meant_for_others() throws Exception {
            Path profile = Files.writeString(temporary.resolve("profile"), "echo from the profile; set -f\n");
            var launcher = new ProcessBuilder("a copy/workbook", "repl", "1").directory(temporary.toFile());
            launcher.environment()
                    .putAll(Map.of(
                            "CDPATH", temporary + ":/tmp:.",
                            "CLASSPATH", "/nowhere",
                            "ENV", profile.toString(),
                            "GREP_OPTIONS", "--color=always",
                            "IFS", "/e-",
                            "LC_ALL", "tr_TR.UTF-8",
                            "MAVEN_ARGS", "--help",
                            "SHELLOPTS", "errexit:noglob:nounset"));

            Run run = Run.of(launcher, "quit\n");

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("☕").endsWith("> Goodbye! ☕\n");
        }

        @Test
        void leaves_the_choice_of_a_garbage_collector_to_the_user() throws Exception {
            ProcessBuilder launcher = launcher("repl", "1");
            launcher.environment().put("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC");

            Run run = Run.of(launcher, "quit\n");

            assertThat(run.err()).isEqualTo("NOTE: Picked up JDK_JAVA_OPTIONS: -XX:+UseParallelGC\n");
            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }

        @Test
        void is_not_misled_by_a_copy_of_a_step() throws Exception {
            Files.createDirectory(copy.resolve(STEP + ".bak"));
            Files.createDirectory(copy.resolve("step-01-again"));

            Run run = Run.of(launcher("repl", "1"), "quit\n");

            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }
    }

    @Nested
    class A_closed_descriptor {

        @Test
        void is_an_empty_input() throws Exception {
            Run run = withRedirection("<&-");

            assertThat(run.out()).startsWith("☕").endsWith("quit\n\n> \n");
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }

        @Test
        void is_refused_for_the_output() throws Exception {
            assertThat(withRedirection(">&-")).isEqualTo(new Run(1, "", "workbook: standard output is closed.\n"));
        }

        @Test
        void does_not_matter_for_what_is_wrong() throws Exception {
            Run run = withRedirection("2>&-");

            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
            assertThat(run.exitCode()).isZero();
        }

        private Run withRedirection(String redirection) throws Exception {
            ProcessBuilder launcher = launcher("repl", "1");
            launcher.command().addAll(0, List.of("sh", "-c", "exec \"$@\" " + redirection, "sh"));
            return Run.of(launcher, "quit\n");
        }
    }

    @Nested
    class A_cache {

        private Path cache;
        private Path key;

        @BeforeEach
        void is_made_in_the_background() throws Exception {
            Path target = copy.resolve(STEP + "/target");
            cache = target.resolve("start.aot");
            key = target.resolve("start.key");
            Files.delete(target.resolve("start.new"));
            try (WatchService watcher = target.getFileSystem().newWatchService()) {
                target.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
                Run first = Run.of(launcher("repl", "1"), "quit\n");
                assertThat(first.out()).endsWith("> Goodbye! ☕\n");
                assertThat(first.err()).isEmpty();
                while (Files.exists(target.resolve("start.new")) || !Files.exists(key)) {
                    WatchKey change = watcher.poll(60, TimeUnit.SECONDS);
                    assertThat(change).as("something happens in " + target).isNotNull();
                    change.pollEvents();
                    change.reset();
                }
            }
            Files.createDirectory(target.resolve("start.new"));
        }

        @Test
        void holds_the_classes_of_the_next_start() throws Exception {
            assertThat(classesComeFrom()).isEqualTo("shared objects file");
        }

        @Test
        void is_not_used_once_anything_has_changed() throws Exception {
            String folder =
                    "file:" + copy.resolve(STEP + "/target/classes/").toString().replace(" ", "%20");
            FileTime later = FileTime.from(Instant.now().plusSeconds(30));
            byte[] keyOfThisJdk = Files.readAllBytes(key);

            Files.writeString(key, "of another JDK\n");
            assertThat(classesComeFrom()).startsWith("file:");
            Files.write(key, keyOfThisJdk);
            assertThat(classesComeFrom()).isEqualTo("shared objects file");

            try (RandomAccessFile damaged = new RandomAccessFile(cache.toFile(), "rw")) {
                damaged.seek(damaged.length() / 2);
                damaged.write(new byte[1_000_000]); // from which the JVM would crash
            }
            Files.setLastModifiedTime(cache, later);
            assertThat(classesComeFrom()).startsWith("file:");

            Files.setLastModifiedTime(key, later);
            Files.setLastModifiedTime(copy.resolve(STEP + "/target/classes/dev/minikv/step01/Main.class"), later);
            assertThat(classesComeFrom()).startsWith(folder);
        }

        @Test
        void that_the_jvm_cannot_read_is_no_cache() throws Exception {
            FileTime made = Files.getLastModifiedTime(cache);
            for (int length : List.of(1_000_000, 100, 0)) {
                try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
                    file.setLength(length);
                }
                Files.setLastModifiedTime(cache, made);

                Run run = Run.of(launcher("repl", "1"), "quit\n");

                assertThat(run.out()).startsWith("☕").endsWith("> Goodbye! ☕\n");
                assertThat(run.err()).isEmpty();
            }
        }

        /// Starts the REPL, which must be as silent as ever, and returns where its own classes came from.
        private String classesComeFrom() throws Exception {
            Path log = temporary.resolve("classes.log");
            ProcessBuilder launcher = launcher("repl", "1");
            launcher.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
            Run run = Run.of(launcher, "quit\n");
            assertThat(run.out()).startsWith("☕").endsWith("> Goodbye! ☕\n");
            assertThat(run.err()).isEqualTo("NOTE: Picked up JDK_JAVA_OPTIONS: -Xlog:class+load:file=" + log + "\n");
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" dev.minikv.step01.Main source: "))
                        .map(line -> line.replaceFirst(".* source: ", ""))
                        .findFirst()
                        .orElseThrow();
            }
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
    class Java_home {

        @Test
        void may_be_written_as_other_programs_bear_it() throws Exception {
            String jdk = jdkOf(launcher("jdk"));
            Path link = Files.createSymbolicLink(temporary.resolve("j d k"), Path.of(jdk));

            assertThat(List.of("%s/", "%s/bin", "%s/bin//", "\"%s\"", "'%s'"))
                    .allSatisfy(form -> assertThat(jdkOf(withJavaHome(form.formatted(link), "jdk")))
                            .isEqualTo(link.toString()));
        }

        @Test
        void that_will_not_do_is_named_where_something_is_built() throws Exception {
            Path old = Files.createDirectories(temporary.resolve("old/bin")).getParent();
            Files.writeString(old.resolve("release"), "JAVA_RUNTIME_VERSION=\"17.0.15+6\"\nJAVA_VERSION=\"17.0.15\"\n");
            writeScript(old.resolve("bin/javac"), "");
            change("pom.xml");

            Run built = Run.of(withJavaHome(old.toString(), "repl", "1"), "quit\n");
            Run started = Run.of(withJavaHome(old.toString(), "repl", "1"), "quit\n");

            assertThat(built.err())
                    .startsWith("workbook: JAVA_HOME is set to " + old + ", which is JDK 17.0.15. Using /")
                    .contains(BUILDING);
            assertThat(started.err()).isEmpty();
        }

        @Test
        void that_will_not_do_is_named_where_there_is_no_other() throws Exception {
            needJdk999();

            Run run = Run.of(withJavaHome("/nowhere", "repl", "1"), "");

            assertThat(run.err())
                    .startsWith("workbook: JAVA_HOME is set to /nowhere, which has no JDK. JDK 999 or newer");
        }

        private ProcessBuilder withJavaHome(String javaHome, String... arguments) {
            ProcessBuilder launcher = launcher(arguments);
            launcher.environment().put("JAVA_HOME", javaHome);
            return launcher;
        }

        private static String jdkOf(ProcessBuilder launcher) {
            try {
                return Run.of(launcher, "").out().strip();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Refusing {

        @Test
        void a_machine_without_a_new_enough_jdk() throws Exception {
            needJdk999();

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
            assertMisuse("there is no step '01'.", "repl", "01");
            assertMisuse("repl takes the number of a step.", "repl");
            assertMisuse("step 1 takes no options.", "repl", "1", "2");
        }

        @Test
        void a_step_of_the_pom_that_cannot_be_built() throws Exception {
            Path pom = copy.resolve("pom.xml");
            Files.writeString(
                    pom, Files.readString(pom).replace("</modules>", "  <module>step-10-late</module>\n  </modules>"));

            Run run = Run.of(launcher("repl", "10"), "");

            assertThat(run.err())
                    .contains("this is Maven: ", "-pl step-10-late -am compile")
                    .endsWith("Maven says nothing, and has not made " + copy
                            + "/step-10-late/target/classes/dev/minikv/step10/Main.class\n");
            assertThat(run.exitCode()).isEqualTo(1);
            assertMisuse("there is no step '11'.", "repl", "11");
        }

        @Test
        void a_folder_in_which_nothing_can_be_built() throws Exception {
            change("pom.xml");
            Files.move(copy.resolve(STEP + "/target"), copy.resolve("elsewhere"));
            Files.createFile(copy.resolve(STEP + "/target"));

            Run run = Run.of(launcher("repl", "1"), "");

            assertThat(run)
                    .isEqualTo(new Run(
                            1,
                            "",
                            "workbook: step-01-inmemory has to be built, and its folder" + " cannot be written: "
                                    + copy.resolve(STEP) + "\n"));
        }

        @Test
        void a_folder_that_a_class_path_cannot_hold() throws Exception {
            copy = Files.move(copy, temporary.resolve("a:b"));

            Run run = Run.of(new ProcessBuilder(copy.resolve("workbook").toString(), "repl", "1"), "");

            assertThat(run.err()).startsWith("workbook: Java takes the ':' in a folder's name for a separator");
            assertThat(run.exitCode()).isEqualTo(1);
        }

        private void assertMisuse(String message, String... arguments) throws Exception {
            Run run = Run.of(launcher(arguments), "");

            assertThat(run.err())
                    .startsWith("workbook: " + message
                            + "\nusage: ./workbook repl <step>, where <step> is one of: 1, 2, 3");
            assertThat(run.out()).isEmpty();
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    /// What workbook.cmd starts; `.ci/windows-launcher` tries workbook.cmd itself.
    @Nested
    class Launch_for_windows {

        @BeforeEach
        void copy_it() throws IOException {
            copy(Project.root().resolve(".mvn/launcher/Launch.java"));
        }

        @Test
        void starts_a_repl() throws Exception {
            Run run = Run.of(launch("repl", "1"), "set a 1\nquit\n");

            assertThat(run.out()).startsWith("☕").endsWith("> ✓ Set 'a' = '1'\n> Goodbye! ☕\n");
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
        }

        @Test
        void builds_after_a_change_and_leaves_the_input_to_the_repl() throws Exception {
            change(STEP + "/src/main/java/dev/minikv/step01/repl/Repl.java");
            writeScript(copy.resolve("bin/mvn"), "echo \"this is Maven: $*\"; cat");
            ProcessBuilder launch = launch("repl", "1");
            launch.environment().put("JAVA_HOME_FLAW", "JAVA_HOME is set to x, which has no JDK. ");

            Run run = Run.of(launch, "quit\n");

            assertThat(run.err())
                    .isEqualTo("workbook: JAVA_HOME is set to x, which has no JDK. Using "
                            + System.getProperty("java.home")
                            + ".\n" + BUILDING + "this is Maven: -B -q -Dstyle.color=never -Dspotless.check.skip=true"
                            + " -Dmaven.test.skip=true -f pom.xml -pl " + STEP + " -am compile\n");
            assertThat(run.out()).endsWith("> Goodbye! ☕\n");
        }

        @Test
        void refuses_what_the_shell_script_refuses() throws Exception {
            Run run = Run.of(launch("repl", "1&echo X"), "");

            assertThat(run).isEqualTo(new Run(2, "", """
                    workbook: there is no step '1&echo X'.
                    usage: workbook repl <step>, where <step> is one of: 1, 2, 3, 4
                    """));
        }

        private ProcessBuilder launch(String... arguments) {
            ProcessBuilder launch = launcher(arguments);
            launch.command().set(0, copy.resolve(".mvn/launcher/Launch.java").toString());
            launch.command()
                    .addAll(
                            0,
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-Dworkbook.home=" + copy + "/."));
            return launch;
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
        var launcher = new ProcessBuilder(new ArrayList<>(command.toList()));
        launcher.environment().remove("JAVA_HOME");
        launcher.environment().merge("PATH", copy.resolve("bin") + ":", (path, bin) -> bin + path);
        return launcher;
    }

    private void needJdk999() throws IOException {
        Path launcher = copy.resolve("workbook");
        Files.writeString(launcher, Files.readString(launcher).replace("needed_jdk=25", "needed_jdk=999"));
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
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
