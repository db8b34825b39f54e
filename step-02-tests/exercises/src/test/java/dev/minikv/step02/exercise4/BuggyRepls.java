package dev.minikv.step02.exercise4;

import dev.minikv.workbook.judge.KillMatrix;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/// The six bugs. A bug that can be in several places is tried in each of them, in a REPL of its own
/// that is otherwise correct.
final class BuggyRepls {

    private static final List<String> WORDS = List.of(
            "the banner",
            "the commands",
            "the prompt",
            "set",
            "get",
            "get of an absent key",
            "delete",
            "delete of an absent key",
            "count",
            "the usage of set",
            "the usage of get",
            "the usage of delete",
            "an unknown command",
            "the available commands",
            "goodbye after quit",
            "goodbye after exit");

    private BuggyRepls() {}

    static void addTo(KillMatrix<JudgedSuite.Session> matrix) {
        String words = "writes too much";
        matrix.buggy(words, "an s for 1 item", new SaysOneItems()::run);
        WORDS.forEach(what -> matrix.buggy(words, what, new WritesTooMuch(what)::run));

        for (String command : List.of("quit", "exit")) {
            matrix.buggy("says Goodbye and continues", command, new StaysAfterGoodbye(command)::run);
        }
        for (String what :
                List.of("the usage of set", "the usage of get", "the usage of delete", "an unknown command")) {
            matrix.buggy("complains on System.out", what, new ComplainsOnSystemOut(what)::run);
        }
        for (String command : List.of("set", "get", "delete", "an unknown command")) {
            matrix.buggy("complains and changes the store", command, new ChangesTheStore(command)::run);
        }
        String end = "mishandles the end of the input";
        matrix.buggy(end, "loses a last line without a newline", new LosesAnUnfinishedLine()::run);
        matrix.buggy(end, "does not end the line of the prompt", new LeavesTheLineOpen()::run);
        for (String when : List.of("after quit", "after exit", "at the end of the input")) {
            matrix.buggy("does not flush its last answer", when, new KeepsItsLastAnswer(when)::run);
        }
    }

    private static final class SaysOneItems extends PlainRepl {

        @Override
        String items(int count) {
            return count + " items";
        }
    }

    private static final class WritesTooMuch extends PlainRepl {

        private final String where;

        WritesTooMuch(String where) {
            this.where = where;
        }

        @Override
        String worded(String what, String text) {
            return !what.equals(where) ? text : what.equals("the prompt") ? text + text : text + " (ok)";
        }
    }

    private static final class StaysAfterGoodbye extends PlainRepl {

        private final String after;

        StaysAfterGoodbye(String after) {
            this.after = after;
        }

        @Override
        boolean goesOnAfterGoodbye(String command) {
            return command.equals(after);
        }
    }

    private static final class ComplainsOnSystemOut extends PlainRepl {

        private final String where;

        ComplainsOnSystemOut(String where) {
            this.where = where;
        }

        @Override
        void complain(String what, String text) throws IOException {
            if (what.equals(where)) {
                System.out.println(text);
            } else {
                super.complain(what, text);
            }
        }
    }

    /// Uses the last word of a line that it does not understand as a key, and sets it.
    private static final class ChangesTheStore extends PlainRepl {

        private final String where;

        ChangesTheStore(String where) {
            this.where = where;
        }

        @Override
        void rejected(String command, List<String> words) {
            if (command.equals(where)) {
                store.set(words.getLast(), "");
            }
        }
    }

    private static final class LosesAnUnfinishedLine extends PlainRepl {

        @Override
        Optional<String> readLine(Reader in) throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next == -1) {
                    return Optional.empty();
                }
                line.append((char) next);
            }
            return Optional.of(line.toString());
        }
    }

    private static final class LeavesTheLineOpen extends PlainRepl {

        @Override
        void endOfInput(Writer out) {}
    }

    private static final class KeepsItsLastAnswer extends PlainRepl {

        private final String when;

        KeepsItsLastAnswer(String when) {
            this.when = when;
        }

        @Override
        void end(String when, Writer out) throws IOException {
            if (!when.equals(this.when)) {
                super.end(when, out);
            }
        }
    }

    /// Correct: calls the store whenever it can, and closes the writer at its end.
    static final class Busybody extends PlainRepl {

        @Override
        String worded(String what, String text) {
            store.count();
            store.get("what is this?");
            return text;
        }

        @Override
        void end(String when, Writer out) throws IOException {
            out.close();
        }
    }
}
