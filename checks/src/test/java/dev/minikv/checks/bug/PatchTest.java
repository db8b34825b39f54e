package dev.minikv.checks.bug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchTest {

    private static final List<String> SOURCE = """
            class A {
                void first() {
                    print(1);

                    end();
                }

                void second() {
                    print(2);
                    end();
                }
            }
            """.lines().toList();

    @Test
    void lines_come_and_go_where_the_lines_around_them_stand() {
        assertThat(patch("""
                 void second() {
                -    print(2);
                +    print(3);
                +
                +    print(4);
                     end();
                """).source()).containsExactly("""
                class A {
                    void first() {
                        print(1);

                        end();
                    }

                    void second() {
                        print(3);
                   \s
                        print(4);
                        end();
                    }
                }
                """.split("\n"));
    }

    @Test
    void lines_left_out_stand_between_two_places() {
        assertThat(patch("""
                +import B;
                 class A {
                @@
                     print(1);

                -    end();
                @@ in second
                -    print(2);
                """).source()).containsExactly("""
                import B;
                class A {
                    void first() {
                        print(1);

                    }

                    void second() {
                        end();
                    }
                }
                """.split("\n"));
    }

    @Test
    void a_line_that_is_not_in_the_source_is_found() {
        assertThat(patch("""
                 void second() {
                -    print(1);
                +    print(2);
                """).problems())
                .containsExactly(
                        new Problem(4, "the diff does not fit its source", "    print(1);", "        print(2);"));
    }

    @Test
    void places_in_another_order_are_found() {
        assertThat(patch("""
                -    print(2);
                @@
                -    print(1);
                """).problems())
                .containsExactly(new Problem(
                        5, "the diff does not fit its source", "    print(1);", "no such line after line 9"));
    }

    @Test
    void a_place_that_occurs_twice_is_found() {
        assertThat(patch("""
                -    end();
                """).problems())
                .containsExactly(new Problem(
                        3,
                        "the diff does not fit its source",
                        "one such place",
                        "lines 5 and 10: show more around it"));
    }

    @Test
    void a_line_without_a_mark_is_found() {
        assertThat(patch("""
                -    print(2);
                print(3);
                """).problems())
                .containsExactly(
                        new Problem(4, "the diff does not fit its source", "a space, - or + first", "print(3);"));
    }

    @Test
    void lines_that_come_from_nowhere_are_found() {
        assertThat(patch("""
                +    print(3);
                """).problems())
                .containsExactly(new Problem(
                        3, "the diff does not fit its source", "a line that shows where", "lines with + only"));
    }

    @Test
    void a_diff_that_changes_nothing_is_found() {
        assertThat(patch("""
                     print(2);
                """).problems())
                .containsExactly(new Problem(2, "the diff changes nothing", "a line with - or +", "none"));
    }

    /// Applies a diff that starts on the third line of a page.
    private static Patch patch(String diff) {
        var page = new Page("page.md", "# A\n```diff A.java\n" + diff + "```\n");
        return Patch.of(page.fences("diff").getFirst(), SOURCE);
    }
}
