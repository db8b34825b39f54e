package dev.minikv.checks.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageInfosTest {

    private static final String ALL =
            "/// Starts all. Data is in `store`, talk in `repl`: [a.Main] is the door.\npackage a;\n";

    @TempDir
    private Path sources;

    @BeforeEach
    void write_packages() throws IOException {
        write("a/Main.java", "public final class Main {}\n");
        write("a/store/package-info.java", "/// Data, and nothing of `repl`.\n///\n/// The door is [a.store.Store].\n");
        write("a/store/Store.java", "/// A `store`.\npublic record Store() {}\n");
        write("a/repl/package-info.java", "/// Talk.\n");
        write("a/package-info.java", ALL);
    }

    /// All modules but the exercises: what stands there is the learner's.
    @Test
    void every_package_of_the_project_says_what_is_true() throws IOException {
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

    @Test
    void what_names_all_packages_below_and_an_open_door_is_true() throws IOException {
        var infos = new PackageInfos(sources);

        assertThat(infos.packages())
                .containsExactly(sources.resolve("a"), sources.resolve("a/repl"), sources.resolve("a/store"));
        for (Path folder : infos.packages()) {
            assertThat(infos.problems(folder)).isEmpty();
        }
    }

    @Test
    void a_package_that_is_not_named_is_found() throws IOException {
        write("a/package-info.java", ALL.replace("`repl`", "the REPL"));

        assertThat(problems("a")).containsExactly("a names the packages [store] of [repl, store]");
    }

    @Test
    void a_package_that_does_not_exist_is_found() throws IOException {
        write("a/package-info.java", ALL.replace("talk", "screens in `terminal`, talk"));
        write("a/repl/package-info.java", "/// Talk to the `terminal`.\n");

        assertThat(problems("a")).containsExactly("a names the packages [repl, store, terminal] of [repl, store]");
        assertThat(problems("a/repl"))
                .singleElement()
                .asString()
                .startsWith("a/repl names the packages [terminal] of ");
    }

    @Test
    void a_door_that_is_not_public_is_found() throws IOException {
        write("a/store/Store.java", "/// A public Store.\nrecord Store() {}\n");

        assertThat(problems("a/store")).containsExactly("a/store calls a door what is not public: a.store.Store");
    }

    @Test
    void a_package_that_says_nothing_is_found() throws IOException {
        Files.delete(sources.resolve("a/repl/package-info.java"));
        write("a/repl/Repl.java", "class Repl {}\n");

        assertThat(problems("a/repl")).containsExactly("a/repl has no package-info.java");
    }

    private List<String> problems(String folder) throws IOException {
        return new PackageInfos(sources).problems(sources.resolve(folder));
    }

    private void write(String path, String text) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
