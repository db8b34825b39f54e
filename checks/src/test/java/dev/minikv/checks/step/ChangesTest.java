package dev.minikv.checks.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

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

    @Test
    void all_main_files_that_are_not_the_same_are_listed() throws IOException {
        assertThat(lines("main", "")).containsExactly("""
                | file | change | why |
                |---|---|---|
                | `benchmark/Bench.java` | new | (why?) |
                | `store/New.java` | new | (why?) |
                | `store/Old.java` | removed | (why?) |
                | `store/Store.java` | changed | (why?) |

                New are 2 lines, changed 1, and carried along 4; benchmarks aside. A file that is not listed is the
                same as in step 01, but for the names of packages.
                """.split("\n"));
    }

    @Test
    void rows_keep_their_place_their_link_and_their_words() throws IOException {
        assertThat(lines("main", """
                | file | change | why |
                |---|---|---|
                | [`store/Store.java`](a.md) | new | counts `a \\| b` |
                | `Main.java` | changed | |
                | `store/None.java` | same | nowhere |
                """)).startsWith("""
                | file | change | why |
                |---|---|---|
                | [`store/Store.java`](a.md) | changed | counts `a \\| b` |
                | `Main.java` | same | |
                | `benchmark/Bench.java` | new | (why?) |
                """.split("\n")).noneMatch(line -> line.contains("None"));
    }

    @Test
    void of_tests_those_that_have_changed_are_listed() throws IOException {
        test(2, "ArchitectureTest.java", "class ArchitectureTest { int more; }");
        project.write("step-02-b/src/test/resources/junit.properties", "a = 2");

        assertThat(lines("test", "")).containsExactly("""
                | test file | change | why |
                |---|---|---|
                | `ArchitectureTest.java` | changed | (why?) |
                | `junit.properties` | changed | (why?) |

                Every test of step 01 that is not listed stands here, too.
                """.split("\n"));
    }

    @Test
    void other_test_files_may_be_listed() throws IOException {
        test(1, "HouseTest.java", "class HouseTest {}");

        assertThat(lines("test", """
                | test file | change | why |
                |---|---|---|
                | `StoreTest.java` | | |
                | `ArchitectureTest.java` | | |
                | `HouseTest.java` | | moved |
                """)).containsExactly("""
                | test file | change | why |
                |---|---|---|
                | `StoreTest.java` | new | |
                | `ArchitectureTest.java` | same | |
                | `HouseTest.java` | removed | moved |

                Every test of step 01 that is not listed stands here, too.
                """.split("\n"));
    }

    @Test
    void tests_that_stand_in_the_step_before_only_are_named() throws IOException {
        test(1, "store/OldTest.java", "class OldTest {}");
        test(1, "HouseTest.java", "class HouseTest {}");
        test(1, "Bricks.java", "class Bricks {}");

        assertThat(lines("test", ""))
                .endsWith(
                        "What has not changed is tested in step 01, and not here again. There remain `HouseTest`, `OldTest`",
                        "and 1 other file.");
    }

    @Test
    void the_first_step_has_nothing_to_be_compared_with() throws IOException {
        PlantedProject.of(root, "step-02-b");

        assertThatThrownBy(() -> lines("main", "")).hasMessage("module step-01-* of pom.xml");
    }

    @Test
    void folders_that_are_no_modules_are_not_looked_at() throws IOException {
        Files.createDirectories(root.resolve("step-01-a.bak"));

        assertThat(Step.all(root))
                .containsExactly(new Step(1, root.resolve("step-01-a")), new Step(2, root.resolve("step-02-b")));
    }

    @Test
    void a_part_of_another_name_is_found() {
        assertThatThrownBy(() -> lines("both", "")).hasMessage("changes of main or of test, but not of 'both'");
    }

    private List<String> lines(String part, String old) throws IOException {
        return PlantedProject.lines(new Changes(root), part, old);
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
