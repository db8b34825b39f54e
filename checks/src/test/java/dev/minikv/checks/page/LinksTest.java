package dev.minikv.checks.page;

import static dev.minikv.checks.page.CheckContract.count;
import static dev.minikv.checks.page.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest implements CheckContract {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Links(Project.root());
    }

    @Override
    public long plainCount(String text) {
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
        return count("\\]\\(|<https?:|(href|src)=\"", prose);
    }

    @BeforeEach
    void write_the_pages() throws IOException {
        Files.createDirectories(planted.resolve("docs"));
        Files.createFile(planted.resolve("page.md")); // to link to; each test has its own text
        Files.writeString(planted.resolve("LICENSE"), "# Not a heading, as this is no page\n");
        Files.writeString(planted.resolve("docs/other page.md"), "# One\n\n## Two words\n");
    }

    @Test
    void files_folders_headings_and_https_are_true() throws Exception {
        assertThat(problemsOf("""
                # Title
                [file](LICENSE), [folder](docs), [folder](docs/), ![image](./LICENSE)
                [page](docs/other%20page.md), [heading](docs/other%20page.md#two-words)
                [own heading](#title), [own heading](page.md#title)
                [elsewhere](https://example.org/a?b#c), <https://example.org>
                """)).isEmpty();
    }

    @Test
    void a_link_to_a_missing_file_is_found() throws Exception {
        assertThat(problemsOf("""
                # Title

                A sentence with
                a [link](docs/none.md).
                """)).containsExactly("""
                page.md:4: the link leads nowhere
                  expected: docs/none.md
                  actual:   no such file or folder""");
    }

    @Test
    void a_missing_image_is_found_in_html_too() throws Exception {
        assertThat(problemsOf("""
                ![image](a.svg)
                <img src="b.svg">
                """)).containsExactly("""
                page.md:1: the link leads nowhere
                  expected: a.svg
                  actual:   no such file or folder""", """
                page.md:2: the link leads nowhere
                  expected: b.svg
                  actual:   no such file or folder""");
    }

    @Test
    void a_link_out_of_the_project_is_found() throws Exception {
        assertThat(problemsOf("[link](..), [link](/)")).containsExactly("""
                page.md:1: the link leads nowhere
                  expected: ..
                  actual:   no such file or folder""", """
                page.md:1: the link leads nowhere
                  expected: /
                  actual:   no such file or folder""");
    }

    @Test
    void a_link_to_a_missing_heading_is_found() throws Exception {
        assertThat(problemsOf("""
                # Title
                [own page](#titel)
                [another page](docs/other%20page.md#title)
                [no page](LICENSE#not-a-heading-as-this-is-no-page)
                """)).containsExactly("""
                page.md:2: the link leads to no heading
                  expected: #titel
                  actual:   these: [title]""", """
                page.md:3: the link leads to no heading
                  expected: docs/other%20page.md#title
                  actual:   these: [one, two-words]""", """
                page.md:4: the link leads to no heading
                  expected: LICENSE#not-a-heading-as-this-is-no-page
                  actual:   these: []""");
    }

    @Test
    void a_link_that_is_not_https_is_found() throws Exception {
        assertThat(problemsOf("[link](http://example.org)")).containsExactly("""
                page.md:1: the link is not https
                  expected: http://example.org
                  actual:   http""");
    }

    @Test
    void a_link_with_a_space_is_found() throws Exception {
        assertThat(problemsOf("[link](<docs/other page.md>)")).containsExactly("""
                page.md:1: the link is not a URI
                  expected: docs/other page.md
                  actual:   Illegal character in path at index 10: docs/other page.md""");
    }

    private List<String> problemsOf(String page) throws Exception {
        return problems(new Links(planted), page);
    }
}
