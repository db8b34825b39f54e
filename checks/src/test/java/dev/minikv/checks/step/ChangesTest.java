package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Findings;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest implements CheckContract {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Changes(Project.root());
    }

    @Override
    public long plainCount(String text) {
        if (text.startsWith("# Step 01")) {
            return 0; // it has the heading, too, but no step before it
        }
        long rows = count("^\\|[^|]*\\| *(new|changed|same|removed) *\\|", text);
        return rows + count("^## What changed since the last step$", text);
    }

    @BeforeEach
    void write_two_steps() throws IOException {
        main(1, "Main.java", "/// Starts [dev.minikv.step01.Main].\nclass Main {}\n");
        main(1, "store/Store.java", "class Store {}\n");
        main(1, "store/Old.java", "class Old {}\n");
        main(2, "Main.java", "/// Starts [dev.minikv.step02.Main].\r\nclass Main {}\r\n");
        main(2, "store/Store.java", "class Store { int count; }\n");
        main(2, "store/New.java", "class New {}\n");
        test(1, "ArchitectureTest.java", "class ArchitectureTest {}\n");
        test(2, "ArchitectureTest.java", "class ArchitectureTest {}\n");
        test(2, "StoreTest.java", "class StoreTest {}\n");
        write("step-01-a/src/test/resources/junit.properties", "a = 1\n");
        write("step-02-b/src/test/resources/junit.properties", "a = 1\n");
    }

    @Test
    void every_change_may_be_listed_and_what_is_the_same_left_out() throws Exception {
        assertThat(problemsOf("""
                # Step 02: b

                ## What changed since the last step

                | file | change | why |
                |---|---|---|
                | [`store/New.java`](a.md) | new | a reason |
                | `store/Old.java` | removed | |
                | `store/Store.java` | changed | |
                """)).isEmpty();
    }

    @Test
    void what_is_the_same_or_a_new_test_may_be_listed_too() throws Exception {
        assertThat(problemsOf("""
                ## What changed since the last step

                | file | change |
                |---|---|
                | `Main.java` | same |
                | `store/New.java` | new |
                | `store/Old.java` | removed |
                | `store/Store.java` | changed |

                | test file | change |
                |---|---|
                | `StoreTest.java` | new |
                | `ArchitectureTest.java` | same |
                """)).isEmpty();
    }

    @Test
    void a_false_change_is_found() throws Exception {
        assertThat(problemsOf("""
                ## What changed since the last step

                | file | change |
                |---|---|
                | `Main.java` | changed |
                | `store/New.java` | changed |
                | `store/Old.java` | same |
                | `store/Store.java` | new |

                | test file | change |
                |---|---|
                | `ArchitectureTest.java` | changed |
                """)).containsExactly("""
                docs/step-02-b.md:5: the change of Main.java is false
                  expected: changed
                  actual:   same""", """
                docs/step-02-b.md:6: the change of store/New.java is false
                  expected: changed
                  actual:   new""", """
                docs/step-02-b.md:7: the change of store/Old.java is false
                  expected: same
                  actual:   removed""", """
                docs/step-02-b.md:8: the change of store/Store.java is false
                  expected: new
                  actual:   changed""", """
                docs/step-02-b.md:12: the change of ArchitectureTest.java is false
                  expected: changed
                  actual:   same""");
    }

    @Test
    void a_file_that_does_not_exist_is_found() throws Exception {
        assertThat(problemsOf("""
                | file | change |
                |---|---|
                | `store/New.java` | new |
                | `store/Old.java` | removed |
                | `store/Store.java` | changed |
                | `Store.java` | same |
                | `ArchitectureTest.java` | same |
                """)).containsExactly("""
                docs/step-02-b.md:6: the change of Store.java is false
                  expected: same
                  actual:   in neither step""", """
                docs/step-02-b.md:7: the change of ArchitectureTest.java is false
                  expected: same
                  actual:   in neither step""");
    }

    @Test
    void a_change_that_is_not_listed_is_found() throws Exception {
        assertThat(problemsOf("""
                # Step 02: b

                ## What changed since the last step

                Nothing much.
                """)).containsExactly("""
                docs/step-02-b.md:3: no table lists store/New.java
                  expected: same
                  actual:   new""", """
                docs/step-02-b.md:3: no table lists store/Old.java
                  expected: same
                  actual:   removed""", """
                docs/step-02-b.md:3: no table lists store/Store.java
                  expected: same
                  actual:   changed""");
    }

    @Test
    void a_test_or_its_resource_that_differs_in_silence_is_found() throws Exception {
        test(2, "ArchitectureTest.java", "class ArchitectureTest { int more; }\n");
        write("step-02-b/src/test/resources/junit.properties", "a = 2\n");
        test(1, "HouseTest.java", "class HouseTest {}\n");

        assertThat(problemsOf("""
                | file | change |
                |---|---|
                | `store/New.java` | new |
                | `store/Old.java` | removed |
                | `store/Store.java` | changed |
                """)).containsExactly("""
                docs/step-02-b.md:1: no table lists ArchitectureTest.java
                  expected: same
                  actual:   changed""", """
                docs/step-02-b.md:1: no table lists HouseTest.java
                  expected: same
                  actual:   removed""", """
                docs/step-02-b.md:1: no table lists junit.properties
                  expected: same
                  actual:   changed""");
    }

    @Test
    void the_first_step_has_nothing_to_be_compared_with() throws Exception {
        var chapter = new Page("docs/step-01-a.md", "## What changed since the last step\n");

        assertThat(new Changes(planted).check(chapter)).isEqualTo(new Findings(0, List.of()));
    }

    private List<String> problemsOf(String chapter) throws Exception {
        return new Changes(planted)
                .check(new Page("docs/step-02-b.md", chapter))
                .problems();
    }

    private void main(int step, String file, String text) throws IOException {
        write(folder(step) + "/src/main/java/dev/minikv/step0" + step + "/" + file, text);
    }

    private void test(int step, String file, String text) throws IOException {
        write(folder(step) + "/src/test/java/dev/minikv/step0" + step + "/" + file, text);
    }

    private static String folder(int step) {
        return step == 1 ? "step-01-a" : "step-02-b";
    }

    private void write(String path, String text) throws IOException {
        Path file = planted.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
