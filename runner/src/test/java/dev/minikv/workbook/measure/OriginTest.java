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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commit that was measured, as a result records it.
class OriginTest {

    private static final String COMMIT = "[0-9a-f]{40}";

    @TempDir
    private Path root;

    @Test
    void it_is_a_commit_and_whether_anything_that_is_measured_differs_from_it() throws Exception {
        write("step-04-x/src/main/java/A.java", "as committed");
        write("docs/benchmarks/steps.json", "as committed");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "all");
        assertThat(commit(root)).matches(COMMIT);

        write("docs/benchmarks/steps.json", "changed");
        write("docs/benchmarks/new.json", "new");
        assertThat(commit(root)).matches(COMMIT);

        write("step-04-x/src/main/java/New.java", "new");
        assertThat(commit(root)).matches(COMMIT + " with local changes");
    }

    @Test
    void outside_a_repository_it_is_unknown() {
        assertThat(commit(root)).isEqualTo("unknown");
    }

    private static String commit(Path root) {
        var module = new BenchmarkModule(root, List.of(new Step(4, root.resolve("step-04-x"))), new Properties());
        return Origin.ofNow(module, "./workbook bench", Profile.QUICK).commit();
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
