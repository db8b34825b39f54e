package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest implements CheckContract {

    private static final String REPORT = "step-02-b/target/site/jacoco/jacoco.csv";

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Coverage(Project.root());
    }

    @Override
    public long plainCount(String text) {
        return count("^\\| *package *\\| *lines *\\| *branches *\\|", text);
    }

    @BeforeEach
    void write_a_report() throws IOException {
        write("step-02-b/src/main/java/dev/minikv/step02/Main.java");
        write(
                REPORT,
                "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,LINE_MISSED,"
                        + "LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,METHOD_COVERED",
                "Step 02: tests,dev.minikv.step02.store,MiniKvStore,0,40,0,0,0,12,0,5,0,5",
                "Step 02: tests,dev.minikv.step02.repl,Repl,5,100,1,19,2,30,1,10,0,6",
                "Step 02: tests,dev.minikv.step02.repl,LineInput,0,60,0,10,0,20,0,9,0,3",
                "Step 02: tests,dev.minikv.step02,Main,40,0,4,0,13,0,4,0,2,0");
    }

    @Test
    void the_sums_of_the_report_are_true() throws Exception {
        assertThat(problemsOf("""
                | package | lines | branches | note |
                |---|---|---|---|
                | `store` | 12 of 12 | none | |
                | `repl` | 50 of 52 | 29 of 30 | |
                | `dev.minikv.step02` | 0 of 13 | 0 of 4 | run in another JVM |
                | all | 62 of 77 | 29 of 34 | |
                """)).isEmpty();
    }

    @Test
    void every_false_figure_is_found() throws Exception {
        assertThat(problemsOf("""
                | package | lines | branches |
                |---|---|---|
                | `store` | 12 of 12 | 0 of 0 |
                | `repl` | 52 of 52 | 29 of 30 |
                | `dev.minikv.step02` | 0 of 13 | 0 of 4 |
                | all | 62 of 77 | 30 of 34 |
                """)).containsExactly("""
                docs/step-02-b.md:3: the figure under 'branches' for store is false
                  expected: 0 of 0
                  actual:   none""", """
                docs/step-02-b.md:4: the figure under 'lines' for repl is false
                  expected: 52 of 52
                  actual:   50 of 52""", """
                docs/step-02-b.md:6: the figure under 'branches' for all is false
                  expected: 30 of 34
                  actual:   29 of 34""");
    }

    @Test
    void a_package_left_out_and_one_made_up_are_found() throws Exception {
        assertThat(problemsOf("""
                | package | lines | branches |
                |---|---|---|
                | `store` | 12 of 12 | none |
                | `rebl` | 50 of 52 | 29 of 30 |
                """)).containsExactly("""
                docs/step-02-b.md:4: the report has no such package
                  expected: rebl
                  actual:   [all, dev.minikv.step02, repl, store]""", """
                docs/step-02-b.md:1: the table leaves out what the report has
                  expected: every package
                  actual:   none of [dev.minikv.step02, repl]""");
    }

    @Test
    void a_missing_report_is_found() throws Exception {
        Files.delete(planted.resolve(REPORT));

        assertThat(problemsOf("""
                | package | lines | branches |
                |---|---|---|
                """)).containsExactly("""
                docs/step-02-b.md:1: there is no report of coverage
                  expected: step-02-b/target/site/jacoco/jacoco.csv
                  actual:   none: run mvn -pl step-02-b test""");
    }

    @Test
    void a_report_that_is_older_than_a_test_is_found() throws Exception {
        write("step-02-b/src/test/java/dev/minikv/step02/MainTest.java");
        FileTime now = Files.getLastModifiedTime(planted.resolve(REPORT));
        Files.setLastModifiedTime(
                planted.resolve(REPORT), FileTime.from(now.toInstant().minus(Duration.ofMinutes(1))));

        assertThat(problemsOf("""
                | package | lines | branches |
                |---|---|---|
                """))
                .singleElement()
                .asString()
                .startsWith("""
                docs/step-02-b.md:1: the report of coverage is out of date
                  expected: step-02-b/target/site/jacoco/jacoco.csv
                  actual:   older than step-02-b/src/""")
                .endsWith(".java: run mvn -pl step-02-b test");
    }

    private List<String> problemsOf(String chapter) throws Exception {
        return new Coverage(planted)
                .check(new Page("docs/step-02-b.md", chapter))
                .problems();
    }

    private void write(String path, String... lines) throws IOException {
        Path file = planted.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
