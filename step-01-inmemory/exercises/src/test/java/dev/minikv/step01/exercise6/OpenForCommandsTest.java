package dev.minikv.step01.exercise6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.minikv.step01.store.MiniKvStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.6")
class OpenForCommandsTest {

    private final CommandTable table = new CommandTable(new MiniKvStore());

    @Test
    void help_lists_a_new_command() {
        table.register("ping", List.of(), _ -> "pong");

        assertThat(table.execute("help"))
                .as("help has a line for every command, in the order of registration")
                .isEqualTo("""
                        set <key> <value>
                        get <key>
                        count
                        help
                        ping""");
    }

    @Test
    void a_wrong_number_of_arguments_is_answered_with_the_usage() {
        table.register("ping", List.of(), _ -> "pong");

        assertThat(answers("set a", "set name Ada Lovelace", "get name", "count x", "ping a"))
                .as("with more or fewer arguments than parameters, a command is not executed")
                .isEqualTo(List.of(
                        "Usage: set <key> <value>",
                        "Usage: set <key> <value>",
                        "not found",
                        "Usage: count",
                        "Usage: ping"));
    }

    @Test
    void a_name_can_be_registered_only_once() {
        table.register("ping", List.of(), _ -> "pong");

        assertThat(List.of(registerAnother("get"), registerAnother("ping")))
                .as("whoever registers a name that is taken is told so by an exception")
                .isEqualTo(List.of("IllegalArgumentException", "IllegalArgumentException"));
    }

    @Test
    void a_refused_registration_changes_nothing() {
        table.register("ping", List.of(), _ -> "pong");
        registerAnother("ping");
        registerAnother("count");

        assertThat(answers("ping", "count"))
                .as("the command that had the name keeps it")
                .isEqualTo(List.of("pong", "0"));
    }

    @Test
    void a_word_that_is_no_command_is_answered() {
        assertThat(table.execute("dance"))
                .as("a word that is not in the table gets an answer, too")
                .isEqualTo("Unknown command: dance");
    }

    @Test
    void help_comes_from_what_was_registered() {
        table.register("copy", List.of("from", "to"), _ -> "copied");

        assertThat(table.execute("help"))
                .as("any name and any parameters will do, not only those of the examples")
                .isEqualTo("""
                        set <key> <value>
                        get <key>
                        count
                        help
                        copy <from> <to>""");
    }

    /// Executes the lines, and returns the answers.
    private List<String> answers(String... lines) {
        return Stream.of(lines).map(table::execute).toList();
    }

    /// Tries to register another command of that name, and returns what was thrown.
    private String registerAnother(String name) {
        Throwable thrown = catchThrowable(() -> table.register(name, List.of(), _ -> "changed"));
        return thrown == null ? "nothing was thrown" : thrown.getClass().getSimpleName();
    }
}
