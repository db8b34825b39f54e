package dev.minikv.step02.exercise4;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/// The six: a correct REPL each, but for one bug.
final class BuggyRepls {

    private BuggyRepls() {}

    static final class SaysOneItems extends PlainRepl {

        @Override
        String items(int count) {
            return count + " items";
        }
    }

    static final class StaysAfterGoodbye extends PlainRepl {

        @Override
        boolean goesOnAfterGoodbye() {
            return true;
        }
    }

    static final class ComplainsOnSystemOut extends PlainRepl {

        @Override
        void complain(String text) {
            System.out.println(text);
        }
    }

    static final class StoresWhatItRefuses extends PlainRepl {

        @Override
        void refuseSet(List<String> words) throws IOException {
            if (words.size() == 2) {
                store.set(words.get(1), "");
            }
            super.refuseSet(words);
        }
    }

    static final class LosesAnUnfinishedLine extends PlainRepl {

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

    static final class KeepsItsLastAnswer extends PlainRepl {

        @Override
        void end() {} // no flush
    }
}
