package dev.minikv.checks.session;

import static dev.minikv.checks.page.CheckContract.count;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.PlantedPages;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Commands(Project.root());
    }

    @Override
    public Check<?> planted() {
        return new Commands(planted);
    }

    @Override
    public long plainCount(String text) {
        // Fewer than five spaces: a list may have a block, and the launcher's usage is indented further.
        return count("(^ {0,4}|`|\\$ |[|;] *|&& *)(\\./workbook|mvn|(\"\\$.*/)?java\"? -jar)(?=[ `]|$)", text);
    }

    @Override
    public Path root() {
        return planted;
    }
}
