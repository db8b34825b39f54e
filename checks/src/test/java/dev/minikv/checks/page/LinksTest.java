package dev.minikv.checks.page;

import static dev.minikv.checks.page.CheckContract.count;

import dev.minikv.checks.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LinksTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Links(Project.root());
    }

    @Override
    public Check<?> planted() {
        return new Links(planted);
    }

    @Override
    public long plainCount(String text) {
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
        return count("\\]\\(|<https?:|(href|src)=\"", prose);
    }

    @Override
    public Path root() {
        return planted;
    }
}
