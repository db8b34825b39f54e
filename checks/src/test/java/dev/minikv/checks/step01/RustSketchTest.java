package dev.minikv.checks.step01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.minikv.checks.Project;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the Rust that the pages quote to the sessions of the original. It needs a Rust compiler,
/// which readers need not have: without one it is skipped.
class RustSketchTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void compile_the_sketch() throws Exception {
        assumeTrue(hasCompiler(), "no rustc on the PATH");
        Path source = Project.root().resolve("docs/rust/sketch.rs");
        var compiler = new ProcessBuilder("rustc", "-o", "sketch", source.toString());

        Run run = Run.of(compiler.directory(folder.toFile()), "");

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readme", "corners"})
    void the_sketch_prints_what_the_original_printed(String session) throws Exception {
        Path original = Path.of(RustSketchTest.class.getResource("/original/").toURI());
        String input = Files.readString(original.resolve(session + ".in"));

        Run run = Run.of(new ProcessBuilder(folder.resolve("sketch").toString()), input);

        assertThat(run.out()).isEqualTo(Files.readString(original.resolve(session + ".out")));
    }

    private static boolean hasCompiler() throws InterruptedException, TimeoutException {
        try {
            return Run.of(new ProcessBuilder("rustc", "--version"), "").exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
