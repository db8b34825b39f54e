package dev.minikv.workbook.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordWrapTest {

    @Test
    void lines_break_between_words_and_where_the_text_breaks() {
        assertThat(WordWrap.lines("one two three\nfour", 8)).containsExactly("one two", "three", "four");
        assertThat(WordWrap.lines("1234567890 1", 4)).containsExactly("1234", "5678", "90 1");
        assertThat(WordWrap.lines("short", 8)).containsExactly("short");
        assertThat(WordWrap.lines("", 8)).containsExactly("");
    }

    @Test
    void a_preferred_break_comes_before_any_other() {
        assertThat(WordWrap.lines("a(); b() c; d", 10, "; ")).containsExactly("a();", "b() c; d");
        assertThat(WordWrap.lines("a(b c d) e", 7, "; ")).containsExactly("a(b c", "d) e");
    }
}
