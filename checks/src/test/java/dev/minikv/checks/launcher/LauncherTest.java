package dev.minikv.checks.launcher;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Each test works in a copy of the launcher and of step 01, in a folder with a space in its name. Instead
/// of Maven there is a script that prints its arguments and does not touch the classes. The folder in which
/// a cache is made already exists, so the launcher assumes that a cache is being made, and does not make
/// one.
///
/// The planted pages are shell scripts with their outputs.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the launcher is workbook.cmd")
class LauncherTest implements PlantedPages {

    private static final String STEP = "step-01-inmemory";

    @TempDir
    private Path temporary;

    private Path copy;

    @BeforeEach
    void copy_the_launcher_and_step_01() throws IOException {
        copy = Files.createDirectory(temporary.resolve("a copy"));
        for (String file : List.of("workbook", "pom.xml", STEP + "/pom.xml", ".mvn/launcher/Launch.java")) {
            copy(Project.root().resolve(file));
        }
        copyTree(Project.root().resolve(STEP + "/src/main"));
        copyTree(Project.root().resolve(STEP + "/target/classes"));
        Files.createDirectory(copy.resolve(STEP + "/target/start.new"));
        Files.createDirectory(copy.resolve("bin"));
    }

    @Override
    public Path root() {
        return temporary;
    }

    @Override
    public String outcome(Page script) throws Exception {
        Files.writeString(temporary.resolve("script.sh"), ". ./functions.sh\n" + script.text());
        var shell = inEnvironment(new ProcessBuilder("sh", "script.sh").directory(temporary.toFile()));
        Run run = Run.of(shell, new byte[0], Duration.ofMinutes(2));
        String err = run.err().lines().map(line -> "! " + line + "\n").collect(joining());
        String end = run.exitCode() == 0 ? "" : "exit code " + run.exitCode();
        return (run.out() + err + end).replace(temporary.toString(), "$tmp");
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
                damaged.write(new byte[1_000_000]); // the JVM would crash on this
            }
            Files.setLastModifiedTime(cache, later);
            assertThat(classesComeFrom()).startsWith("file:");

            Files.setLastModifiedTime(key, later);
            Files.setLastModifiedTime(copy.resolve(STEP + "/target/classes/dev/minikv/step01/Main.class"), later);
            assertThat(classesComeFrom()).startsWith(folder);
        }

        @Test
        void that_the_jvm_cannot_read_is_ignored() throws Exception {
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

        /// Starts the REPL, which must print nothing unusual, and returns where its own classes came from.
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

    /// Returns a process for the copied launcher.
    private ProcessBuilder launcher(String... arguments) {
        var command = Stream.concat(Stream.of(copy.resolve("workbook").toString()), Stream.of(arguments));
        return inEnvironment(new ProcessBuilder(command.toList()));
    }

    /// The stand-in for Maven is first on the path.
    private ProcessBuilder inEnvironment(ProcessBuilder program) {
        program.environment().remove("JAVA_HOME");
        program.environment().merge("PATH", copy.resolve("bin") + ":", (path, bin) -> bin + path);
        program.environment().put("tmp", temporary.toString());
        program.environment().put("copy", copy.toString());
        program.environment()
                .put(
                        "java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return program;
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
}
