package dev.minikv.checks.quote;

import static dev.minikv.checks.page.CheckContract.count;
import static dev.minikv.checks.page.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotesTest implements CheckContract {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Quotes(Project.root());
    }

    @Override
    public long plainCount(String text) {
        return count("^[ >]*```(java|rust|xml)\\b", text);
    }

    @BeforeEach
    void write_the_sources() throws IOException {
        Files.createDirectories(planted.resolve("src"));
        Files.writeString(planted.resolve("src/A.java"), """
                class A {

                    void first() {
                        print(1);

                        print(2);
                    }

                    void second() {
                        print(1);
                    }
                }
                """);
        Files.writeString(planted.resolve("pom.xml"), """
                <project>
                  <a/>
                  <b/>
                  <c/>
                </project>
                """);
    }

    @Test
    void lines_in_a_row_are_true_with_less_indentation() throws Exception {
        assertThat(problemsOf("""
                ```java src/A.java
                void first() {
                    print(1);

                    print(2);
                }
                ```
                """)).isEmpty();
    }

    @Test
    void parts_in_their_order_are_true() throws Exception {
        assertThat(problemsOf("""
                ```java src/A.java
                class A {
                    // ...

                    void second() {
                        print(1);
                    // ...
                }
                ```

                ```xml pom.xml
                <project>
                  <!-- ... -->
                  <c/>
                ```
                """)).isEmpty();
    }

    @Test
    void a_changed_line_is_found() throws Exception {
        assertThat(problemsOf("""
                # Title

                ```java src/A.java
                void second() {
                    print(3);
                }
                ```
                """)).containsExactly("""
                page.md:5: the quote differs
                  expected:     print(3);
                  actual:           print(1);""");
    }

    @Test
    void a_line_that_is_nowhere_is_found() throws Exception {
        assertThat(problemsOf("""
                ```java src/A.java
                void third() {
                ```
                """)).containsExactly("""
                page.md:2: the quote differs
                  expected: void third() {
                  actual:   no such line""");
    }

    @Test
    void a_line_left_out_in_silence_is_found() throws Exception {
        assertThat(problemsOf("""
                ```xml pom.xml
                <a/>
                <c/>
                ```
                """)).containsExactly("""
                page.md:3: the quote differs
                  expected: <c/>
                  actual:     <b/>""");
    }

    @Test
    void a_line_behind_the_end_of_the_file_is_found() throws Exception {
        assertThat(problemsOf("""
                ```xml pom.xml
                </project>
                <a/>
                ```
                """)).containsExactly("""
                page.md:3: the quote differs
                  expected: <a/>
                  actual:   the end of the file""");
    }

    @Test
    void false_indentation_is_found() throws Exception {
        assertThat(problemsOf("""
                ```java src/A.java
                void second() {
                print(1);
                ```
                """)).containsExactly("""
                page.md:3: the quote differs
                  expected: print(1);
                  actual:           print(1);""");
    }

    @Test
    void parts_in_another_order_are_found() throws Exception {
        assertThat(problemsOf("""
                ```rust src/A.java
                void second() {
                // ...
                void first() {
                ```
                """)).containsExactly("""
                page.md:4: the quote differs
                  expected: void first() {
                  actual:   no such line behind line 9""");
    }

    @Test
    void a_quote_without_a_file_is_found() throws Exception {
        assertThat(problemsOf("""
                ```java
                class A {
                ```
                """)).containsExactly("""
                page.md:1: the quote names no file
                  expected: ```java path
                  actual:   ```java""");
    }

    @Test
    void a_missing_file_is_found() throws Exception {
        assertThat(problemsOf("""
                ```java src/B.java
                class B {
                ```
                """)).containsExactly("""
                page.md:1: the quote has no file
                  expected: src/B.java
                  actual:   no such file""");
    }

    @Test
    void a_file_outside_the_project_is_found() throws Exception {
        var check = new Quotes(planted.resolve("src"));

        assertThat(problems(check, """
                ```xml ../pom.xml
                <project>
                ```
                """)).containsExactly("""
                page.md:1: the quote has no file
                  expected: ../pom.xml
                  actual:   no such file""");
    }

    @Test
    void an_empty_quote_is_found() throws Exception {
        assertThat(problemsOf("""
                ```java src/A.java

                // ...
                ```
                """)).containsExactly("""
                page.md:1: the quote is empty
                  expected: lines of src/A.java
                  actual:   none""");
    }

    private List<String> problemsOf(String page) throws Exception {
        return problems(new Quotes(planted), page);
    }
}
