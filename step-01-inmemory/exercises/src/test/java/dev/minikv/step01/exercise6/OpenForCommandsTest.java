package dev.minikv.step01.exercise6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.minikv.step01.store.MiniKvStore;
import java.util.ArrayList;
import java.util.Collections;
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
                .as("help shows the usage of every command, in the order of registration")
                .isEqualTo("""
                        set <key> <value>
                        get <key>
                        count
                        help
                        ping""");
    }

    @Test
    void help_is_made_whenever_it_is_asked_for() {
        String before = table.execute("help");
        table.register("copy", List.of("from", "to"), _ -> "copied");

        assertThat(List.of(before, table.execute("help")))
                .as("help has a line for each command that is registered when it is called")
                .isEqualTo(List.of(
                        "set <key> <value>\nget <key>\ncount\nhelp",
                        "set <key> <value>\nget <key>\ncount\nhelp\ncopy <from> <to>"));
    }

    @Test
    void help_comes_from_what_was_registered() {
        table.register("delete", List.of("key"), _ -> "deleted");
        table.register("rename", List.of("from", "to", "how"), _ -> "renamed");
        table.register("ask", List.of("question"), _ -> "42");
        table.register("version", List.of(), _ -> "1.0");

        assertThat(table.execute("help"))
                .as("help shows any names and any parameters, in the order of registration")
                .isEqualTo("""
                        set <key> <value>
                        get <key>
                        count
                        help
                        delete <key>
                        rename <from> <to> <how>
                        ask <question>
                        version""");
    }

    @Test
    void a_missing_argument_is_answered_with_the_usage() {
        table.register("copy", List.of("from", "to"), _ -> "copied");

        assertThat(answers("set", "set name", "get", "copy", "copy tea"))
                .as("a command with fewer arguments than parameters is not executed")
                .isEqualTo(List.of(
                        "Usage: set <key> <value>",
                        "Usage: set <key> <value>",
                        "Usage: get <key>",
                        "Usage: copy <from> <to>",
                        "Usage: copy <from> <to>"));
    }

    @Test
    void an_argument_too_many_is_answered_with_the_usage() {
        table.register("copy", List.of("from", "to"), _ -> "copied");
        table.register("ping", List.of(), _ -> "pong");

        assertThat(answers("set name Ada Lovelace", "get a b c d", "count x", "help me", "copy a b c", "ping a"))
                .as("a command with more arguments than parameters is not executed")
                .isEqualTo(List.of(
                        "Usage: set <key> <value>",
                        "Usage: get <key>",
                        "Usage: count",
                        "Usage: help",
                        "Usage: copy <from> <to>",
                        "Usage: ping"));
    }

    @Test
    void what_is_answered_with_the_usage_was_not_executed() {
        var done = new ArrayList<List<String>>();
        table.register("note", List.of("text"), arguments -> done.add(arguments) ? "noted" : "");

        assertThat(List.of(answers("set name Ada Lovelace", "get name", "note", "note a b"), done))
                .as("with the wrong number of arguments, the store does not change and no action runs")
                .isEqualTo(List.of(
                        List.of("Usage: set <key> <value>", "not found", "Usage: note <text>", "Usage: note <text>"),
                        List.of()));
    }

    @Test
    void an_action_gets_what_was_typed() {
        table.register("copy", List.of("from", "to"), arguments -> "copied " + arguments);

        assertThat(answers("copy Tea cup", "set Tea Green", "get Tea", "count"))
                .as("with the right number of arguments, a command gets them as they were typed")
                .isEqualTo(List.of("copied [Tea, cup]", "OK", "Green", "1"));
    }

    @Test
    void a_name_can_be_registered_only_once() {
        table.register("ping", List.of(), _ -> "pong");

        assertThat(Stream.of("set", "get", "count", "help", "ping")
                        .map(this::registerAnother)
                        .toList())
                .as("registering a name that is taken throws an IllegalArgumentException")
                .isEqualTo(Collections.nCopies(5, "IllegalArgumentException"));
    }

    @Test
    void a_rejected_registration_changes_nothing() {
        table.register("ping", List.of(), _ -> "pong");
        registerAnother("ping");
        registerAnother("ping");
        registerAnother("count");
        registerAnother("get");

        assertThat(answers("ping", "count", "get name", "help"))
                .as("the command that had the name keeps it, with its parameters and its line in help")
                .isEqualTo(List.of("pong", "0", "not found", "set <key> <value>\nget <key>\ncount\nhelp\nping"));
    }

    @Test
    void an_unknown_command_is_answered() {
        assertThat(answers("dance", "Dance the tango", " hel "))
                .as("the answer to an unknown command shows only its first word, as it was typed")
                .isEqualTo(List.of("Unknown command: dance", "Unknown command: Dance", "Unknown command: hel"));
    }

    @Test
    void capitals_make_another_name() {
        String refused = registerAnother("Ping") + ", " + registerAnother("GET");

        assertThat(List.of(refused, answers("Ping", "GET", "ping", "get name", "COUNT")))
                .as("a name is the exact word that was registered: capitals make another one")
                .isEqualTo(List.of(
                        "nothing was thrown, nothing was thrown",
                        List.of("changed", "changed", "Unknown command: ping", "not found", "Unknown command: COUNT")));
    }

    /// Executes the lines, and returns the answers.
    private List<String> answers(String... lines) {
        return Stream.of(lines).map(table::execute).toList();
    }

    /// Tries to register another command of that name, and returns what was thrown.
    private String registerAnother(String name) {
        return switch (catchThrowable(() -> table.register(name, List.of(), _ -> "changed"))) {
            case null -> "nothing was thrown";
            case IllegalArgumentException _ -> "IllegalArgumentException";
            case Throwable other -> other.getClass().getSimpleName();
        };
    }
}
