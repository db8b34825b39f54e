package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.program.Run;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a result says of the commit that was measured.
class OriginTest {

    private static final String COMMIT = "[0-9a-f]{40}";

    @TempDir
    private Path root;

    @BeforeEach
    void commit_a_workbook() throws Exception {
        for (String file : List.of(
                "pom.xml",
                "step-04-x/pom.xml",
                "step-04-x/src/main/java/A.java",
                "step-04-x/src/test/java/ATest.java",
                "step-04-x.bak/src/main/java/A.java",
                "step-04-x/exercises/src/main/java/B.java",
                "docs/benchmarks/steps.json")) {
            write(file, "as committed");
        }
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "all");
    }

    @Test
    void a_clean_commit_is_named() {
        assertThat(commit()).matches(COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step-04-x/src/test/java/ATest.java",
                "step-04-x.bak/src/main/java/A.java",
                "step-04-x/exercises/src/main/java/B.java",
                "docs/benchmarks/steps.json",
                "docs/benchmarks/new.json"
            })
    void what_is_not_measured_may_differ(String file) throws IOException {
        write(file, "changed");

        assertThat(commit()).matches(COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "step-04-x/pom.xml",
                "step-04-x/src/main/java/A.java",
                "step-04-x/src/main/java/New.java"
            })
    void what_is_measured_may_not(String file) throws IOException {
        write(file, "changed");

        assertThat(commit()).matches(COMMIT + " with local changes");
    }

    @Test
    void outside_a_repository_it_is_unknown(@TempDir Path elsewhere) {
        assertThat(Origin.ofNow(module(elsewhere), "", Profile.QUICK).commit()).isEqualTo("unknown");
    }

    private String commit() {
        return Origin.ofNow(module(root), "./workbook bench", Profile.QUICK).commit();
    }

    private static BenchmarkModule module(Path root) {
        return new BenchmarkModule(root, List.of(new Step(4, root.resolve("step-04-x"))), new Properties());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Run run = Run.of(new ProcessBuilder(command), "");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
