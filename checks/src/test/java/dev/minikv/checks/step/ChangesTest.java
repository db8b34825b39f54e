package dev.minikv.checks.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.generated.PlantedBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest implements PlantedBlocks {

    @TempDir
    private Path root;

    private PlantedProject project;

    @BeforeEach
    void write_two_steps() throws IOException {
        project = PlantedProject.of(root, "step-01-a", "step-02-b");
        main(1, "Main.java", "/// Starts [dev.minikv.step01.Main].", "class Main {}");
        main(1, "store/Store.java", "class Store {", "}");
        main(1, "store/Old.java", "class Old {}");
        main(2, "Main.java", "/// Starts [dev.minikv.step02.Main].\r", "class Main {}\r");
        main(2, "store/Store.java", "class Store {", "    int count;", "}");
        main(2, "store/New.java", "class New {", "}");
        main(2, "benchmark/Bench.java", "class Bench {}");
        test(1, "ArchitectureTest.java", "class ArchitectureTest {}");
        test(2, "ArchitectureTest.java", "class ArchitectureTest {}");
        test(2, "StoreTest.java", "class StoreTest {}");
        project.write("step-01-a/src/test/resources/junit.properties", "a = 1");
        project.write("step-02-b/src/test/resources/junit.properties", "a = 1");
    }

    @Override
    public Generator generator() {
        return new Changes(root);
    }

    @Override
    public Path root() {
        return root;
    }

    @Test
    void folders_that_are_no_modules_are_not_looked_at() throws IOException {
        Files.createDirectories(root.resolve("step-01-a.bak"));

        assertThat(Step.all(root))
                .containsExactly(new Step(1, root.resolve("step-01-a")), new Step(2, root.resolve("step-02-b")));
    }

    private void main(int step, String file, String... lines) throws IOException {
        write(step, "main", file, lines);
    }

    private void test(int step, String file, String... lines) throws IOException {
        write(step, "test", file, lines);
    }

    private void write(int step, String part, String file, String... lines) throws IOException {
        String folder = step == 1 ? "step-01-a" : "step-02-b";
        project.write("%s/src/%s/java/dev/minikv/step0%d/%s".formatted(folder, part, step, file), lines);
    }
}
