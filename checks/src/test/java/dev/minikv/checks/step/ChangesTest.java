package dev.minikv.checks.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.generated.PlantedBlocks;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest implements PlantedBlocks {

    @TempDir
    private Path root;

    @Override
    public Generator generator() {
        return new Changes(root);
    }

    @Override
    public Path root() {
        return root;
    }

    @Test
    void folders_that_are_not_modules_are_ignored() throws IOException {
        PlantedProject.of(root, "step-01-a", "step-02-b");
        Files.createDirectories(root.resolve("step-01-a.bak"));

        assertThat(Step.in(root))
                .containsExactly(new Step(1, root.resolve("step-01-a")), new Step(2, root.resolve("step-02-b")));
    }
}
