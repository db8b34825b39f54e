package dev.minikv.checks.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageInfosTest implements PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Path root() {
        return planted.resolve("sources");
    }

    @Override
    public String outcome(Page page) throws IOException {
        var infos = new PackageInfos(root());
        var problems = new ArrayList<String>();
        assertThat(infos.packages()).extracting(root()::relativize).asString().isEqualTo("[a, a/repl, a/store]");
        for (Path folder : infos.packages()) {
            problems.addAll(infos.problems(folder));
        }
        return String.join("\n", problems);
    }

    /// All modules except the exercises, whose files are the learner's.
    @Test
    void every_package_info_of_the_project_is_true() throws IOException {
        var checked = new ArrayList<Path>();
        for (Path sources : modules(Project.root())) {
            var infos = new PackageInfos(sources);
            for (Path folder : infos.packages()) {
                if (!folder.equals(sources)) {
                    assertThat(infos.problems(folder))
                            .as("package-info of %s", folder)
                            .isEmpty();
                    checked.add(folder);
                }
            }
        }

        assertThat(checked).hasSizeGreaterThan(25);
    }

    private static List<Path> modules(Path root) throws IOException {
        Stream<Path> steps = Step.in(root).stream().map(Step::folder);
        return Stream.concat(steps, Stream.of(root.resolve("runner"), root.resolve("checks")))
                .map(module -> module.resolve("src/main/java"))
                .toList();
    }
}
