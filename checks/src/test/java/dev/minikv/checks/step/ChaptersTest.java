package dev.minikv.checks.step;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaptersTest implements CheckContract, PlantedPages {

    @Override
    public Check<?> check() {
        return new Chapters();
    }

    @Override
    public Check<?> planted() {
        return new Chapters();
    }

    @Override
    public String path() {
        return "docs/step-05-b.md";
    }

    @Override
    public long plainCount(String text) {
        return count("^## You will be able to$", text);
    }

    @ParameterizedTest
    @CsvSource({"6000, 0", "6001, 1"})
    void a_page_with_more_words_than_one_can_read_is_found(int words, int problems) throws Exception {
        String start = "# B\n\n![one](pictures/a.svg)\n\n![two](pictures/b.svg)\n\n"; // four words
        String expected = """
                docs/step-05-b.md:1: the page is too long
                  expected: at most 6000 words
                  actual:   6001""";

        assertThat(check().check(new Page(path(), start + "word ".repeat(words - 4)))
                        .problems())
                .isEqualTo(List.of(expected).subList(0, problems));
    }
}
