package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.PlantedSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

    private static final String TWO = "step-02-x";
    private static final String TEN = "step-10-y";

    @TempDir
    private Path root;

    private PlantedSteps steps;

    @BeforeEach
    void plant_two_steps() throws IOException {
        steps = PlantedSteps.in(root, TWO, TEN);
        steps.write(TWO, "store/Store.java", "", "class Store {", "    int limit = 1;", "}");
        steps.write(TEN, "store/Store.java", "", "class Store {", "    int limit = 2;", "}");
        steps.write(TWO, "Same.java", "// of dev.minikv.step02");
        steps.write(TEN, "Same.java", "// of dev.minikv.step10");
    }

    @Test
    void the_changes_of_a_step_are_shown_package_names_aside() {
        assertThat(diff("2 10")).isEqualTo(new WorkbookSession(0, """
                --- step 2/store/Store.java
                +++ step 10/store/Store.java
                @@ -1,5 +1,5 @@
                 package dev.minikv.step;
                \s
                 class Store {
                -    int limit = 1;
                +    int limit = 2;
                 }
                files changed: 1, lines added: 1, removed: 1
                """, ""));
    }

    @Test
    void files_may_be_named_in_the_ways_that_people_use() throws IOException {
        steps.write(TEN, "store/New.java");
        steps.write(TEN, "repl/New.java");

        for (String name : List.of(
                "Store.java",
                "Store",
                "store/Store.java",
                "./store/Store.java",
                "step-02-x/src/main/java/dev/minikv/step02/store/Store.java",
                steps.source(TEN, "store/Store.java").toString())) {
            assertThat(filesIn(diff("2 10 " + name))).as(name).containsExactly("store/Store.java");
        }
        assertThat(filesIn(diff("2 10 New Store"))).hasSize(3);
        assertThat(diff("2 10 Same.java").out()).isEqualTo("files changed: 0, lines added: 0, removed: 0\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2 10 Stroe.java     | There is no file 'Stroe.java' in step 2 or 10. Did you mean Store.java?
            2 10 ore.java       | There is no file 'ore.java' in step 2 or 10. Did you mean Store.java?
            2 10 Tokenizer.java | There is no file 'Tokenizer.java' in step 2 or 10.
            2 3                 | There is no step '3': the steps are 2 and 10.
            """)
    void unknown_names_are_refused_with_similar_ones(String arguments, String why) {
        WorkbookSession.assertMisuse(root, "diff " + arguments, why);
    }

    @Test
    void files_come_in_the_order_of_the_chapter_then_by_name_and_packages_last() throws IOException {
        for (String name :
                List.of("Main.java", "a/A.java", "a/B.java", "a/package-info.java", "Z.java", "package-info.java")) {
            steps.write(TEN, name, "new");
        }
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/step-10-y.md"), """
                ## You will be able to

                read [A](../step-10-y/src/main/java/dev/minikv/step10/a/A.java).

                ## Read in this order

                1. [Store](../step-10-y/src/main/java/dev/minikv/step10/store/Store.java) with `Z` beside it

                ## Run it

                [A](../step-10-y/src/main/java/dev/minikv/step10/a/A.java)

                ## Part 2

                **Read in this order** (5 minutes):

                1. [Main](../step-10-y/src/main/java/dev/minikv/step10/Main.java), and
                   [a test](../step-10-y/src/test/java/dev/minikv/step10/SomeTest.java)

                ### How it works

                [B](../step-10-y/src/main/java/dev/minikv/step10/a/B.java)
                """);
        Files.writeString(root.resolve("docs/step-10-more.md"), "## Read in this order\n\n1. `B`\n");

        assertThat(filesIn(diff("2 10")))
                .containsExactly(
                        "store/Store.java",
                        "Z.java",
                        "Main.java",
                        "a/B.java",
                        "a/A.java",
                        "a/package-info.java",
                        "package-info.java");
    }

    @Test
    void benchmarks_that_a_step_does_not_have_do_not_count_as_removed() throws IOException {
        steps.write(TWO, "benchmark/Old.java", "old");
        steps.write(TEN, "benchmark/New.java", "new");

        assertThat(filesIn(diff("2 10"))).containsExactly("benchmark/New.java", "store/Store.java");
    }

    @Test
    void a_folder_that_only_looks_like_a_step_does_not_count() throws IOException {
        Files.createDirectories(root.resolve("step-02-x.bak/src/main/java"));
        Files.createDirectories(root.resolve("step-03-z/src/main/java"));
        Files.writeString(root.resolve("pom.xml"), "<!-- <module>step-03-z</module> -->", StandardOpenOption.APPEND);

        assertThat(filesIn(diff("2 10"))).hasSize(1);
        WorkbookSession.assertMisuse(root, "diff 3 10", "There is no step '3': the steps are 2 and 10.");
    }

    private static List<String> filesIn(WorkbookSession diff) {
        assertThat(diff.exitCode()).as(diff.err()).isZero();
        return diff.out()
                .lines()
                .filter(line -> line.startsWith("+++ step 10/"))
                .map(line -> line.substring("+++ step 10/".length()))
                .toList();
    }

    private WorkbookSession diff(String arguments) {
        return WorkbookSession.of(root, "diff " + arguments);
    }
}
