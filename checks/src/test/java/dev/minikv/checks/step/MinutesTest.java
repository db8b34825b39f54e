package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.PlantedPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class MinutesTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() throws IOException {
        return new Minutes(Project.root());
    }

    @Override
    public Check<?> planted() throws IOException {
        return new Minutes(planted);
    }

    @Override
    public Path root() {
        return planted;
    }

    @Override
    public long plainCount(String text) {
        return count("^\\| [1-9]\\.[1-9] \\|.* \\d+ \\|$|exercises\\S* \\d+ \\|$", text);
    }
}
