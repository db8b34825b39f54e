package dev.minikv.step02.exercise2;

import dev.minikv.step02.exercise2.BuggyStores.AcceptsNull;
import dev.minikv.step02.exercise2.BuggyStores.Answer;
import dev.minikv.step02.exercise2.BuggyStores.AnswersWrongly;
import dev.minikv.step02.exercise2.BuggyStores.ChangesNothing;
import dev.minikv.step02.exercise2.BuggyStores.Confuses;
import dev.minikv.step02.exercise2.BuggyStores.CountsWrong;
import dev.minikv.step02.exercise2.BuggyStores.RejectsWrongly;
import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.workbook.judge.KillMatrix;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The nine bugs. A bug that can be in several operations is tried in each, in a store of its own.
final class TheNine {

    private static final Runnable NO_REJECTION = () -> {};
    private static final Runnable REJECTION = () -> Objects.requireNonNull(null);

    private TheNine() {}

    static void addTo(KillMatrix<Supplier<KeyValueStore>> matrix) {
        Answer nothing = (_, _, _) -> Optional.empty();
        Answer afterwards = (store, key, _) -> store.get(key);
        Answer theKey = (_, key, right) -> right.map(_ -> key);
        Answer nullForNone = (_, _, right) -> right.isPresent() ? right : null;
        Answer noEmptyText = (_, _, right) -> right.filter(value -> !value.isEmpty());

        String answers = "returns the wrong thing";
        matrix.buggy(answers, "the new value from set", () -> new AnswersWrongly("set", afterwards))
                .buggy(answers, "nothing from set", () -> new AnswersWrongly("set", nothing))
                .buggy(answers, "null for empty from set", () -> new AnswersWrongly("set", nullForNone))
                .buggy(answers, "nothing from get", () -> new AnswersWrongly("get", nothing))
                .buggy(answers, "null for empty from get", () -> new AnswersWrongly("get", nullForNone))
                .buggy(answers, "the key from get", () -> new AnswersWrongly("get", theKey))
                .buggy(answers, "the latest value from get", BuggyStores.GetsTheLast::new)
                .buggy(answers, "nothing from delete", () -> new AnswersWrongly("delete", nothing))
                .buggy(answers, "null for empty from delete", () -> new AnswersWrongly("delete", nullForNone))
                .buggy(answers, "the key from delete", () -> new AnswersWrongly("delete", theKey));

        String counts = "miscounts its keys";
        matrix.buggy(counts, "counts up on every set", () -> new CountsWrong(1, 1, -1, 0))
                .buggy(counts, "counts down on every delete", () -> new CountsWrong(1, 0, -1, -1))
                .buggy(counts, "never counts down", () -> new CountsWrong(1, 0, 0, 0))
                .buggy(counts, "never counts", () -> new CountsWrong(0, 0, 0, 0));

        String changes = "answers correctly but changes nothing";
        matrix.buggy(changes, "set of a new key", () -> new ChangesNothing("new key"))
                .buggy(changes, "set of an existing key", () -> new ChangesNothing("old key"))
                .buggy(changes, "delete", () -> new ChangesNothing("delete"));

        String empty = "takes the value \"\" for absence";
        matrix.buggy(empty, "set", () -> new AnswersWrongly("set", noEmptyText))
                .buggy(empty, "get", () -> new AnswersWrongly("get", noEmptyText))
                .buggy(empty, "delete", () -> new AnswersWrongly("delete", noEmptyText));

        String nulls = "accepts null, or rejects it wrongly";
        matrix.buggy(nulls, "accepts a null key in set", () -> new AcceptsNull("key", NO_REJECTION))
                .buggy(nulls, "accepts a null value in set", () -> new AcceptsNull("value", NO_REJECTION))
                .buggy(nulls, "ignores a null key in set", () -> new AcceptsNull("ignored key", NO_REJECTION))
                .buggy(nulls, "ignores a null value in set", () -> new AcceptsNull("ignored value", NO_REJECTION))
                .buggy(nulls, "accepts null in get", () -> new AcceptsNull("get", NO_REJECTION))
                .buggy(nulls, "accepts null in delete", () -> new AcceptsNull("delete", NO_REJECTION))
                .buggy(nulls, "another exception for a null key in set", () -> new RejectsWrongly("key"))
                .buggy(nulls, "another exception for a null value in set", () -> new RejectsWrongly("value"))
                .buggy(nulls, "another exception in get", () -> new RejectsWrongly("get"))
                .buggy(nulls, "another exception in delete", () -> new RejectsWrongly("delete"))
                .buggy(nulls, "rejects a null key after storing it", () -> new AcceptsNull("key", REJECTION))
                .buggy(nulls, "rejects a null value after storing it", () -> new AcceptsNull("value", REJECTION));

        matrix.buggy("loses an entry when it grows", BuggyStores.LosesOneWhenItGrows::new);

        String identity = "compares keys with ==";
        matrix.buggy(identity, "set", () -> new Confuses("set", Confuses.SAME_OBJECT))
                .buggy(identity, "get", () -> new Confuses("get", Confuses.SAME_OBJECT))
                .buggy(identity, "delete", () -> new Confuses("delete", Confuses.SAME_OBJECT));

        matrix.buggy("undoes the last set instead of deleting", BuggyStores.UndoesTheLastSet::new);

        String hash = "takes equal hash codes for equal keys";
        matrix.buggy(hash, "set", () -> new Confuses("set", Confuses.SAME_HASH_CODE))
                .buggy(hash, "get", () -> new Confuses("get", Confuses.SAME_HASH_CODE))
                .buggy(hash, "delete", () -> new Confuses("delete", Confuses.SAME_HASH_CODE));
    }
}
