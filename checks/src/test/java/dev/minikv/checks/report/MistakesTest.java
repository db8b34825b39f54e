package dev.minikv.checks.report;

import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.generated.PlantedBlocks;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class MistakesTest implements PlantedBlocks {

    @TempDir
    private Path root;

    @Override
    public Generator generator() {
        return new Mistakes(root);
    }

    @Override
    public Path root() {
        return root;
    }
}
