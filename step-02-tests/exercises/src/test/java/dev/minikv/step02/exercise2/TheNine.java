package dev.minikv.step02.exercise2;

import dev.minikv.step02.exercise2.BuggyStores.Answer;
import dev.minikv.step02.exercise2.BuggyStores.AnswersOtherwise;
import dev.minikv.step02.exercise2.BuggyStores.ChangesNothing;
import dev.minikv.step02.exercise2.BuggyStores.Confuses;
import dev.minikv.step02.exercise2.BuggyStores.CountsWrong;
import dev.minikv.step02.exercise2.BuggyStores.RefusesOtherwise;
import dev.minikv.step02.exercise2.BuggyStores.TakesNull;
import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.workbook.judge.KillMatrix;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The nine bugs. One that can be in several operations is tried in each of them, in a store of its own.
final class TheNine {

    private static final Runnable NO_REFUSAL = () -> {};
    private static final Runnable REFUSAL = () -> Objects.requireNonNull(null);

    private TheNine() {}

    static void addTo(KillMatrix<Supplier<KeyValueStore>> matrix) {
        Answer nothing = (_, _, _) -> Optional.empty();
        Answer afterwards = (store, key, _) -> store.get(key);
        Answer theKey = (_, key, right) -> right.map(_ -> key);
        Answer nullForNone = (_, _, right) -> right.isPresent() ? right : null;
        Answer noEmptyText = (_, _, right) -> right.filter(value -> !value.isEmpty());

        String answers = "answers otherwise than promised";
        matrix.buggy(answers, "set with the new value", () -> new AnswersOtherwise("set", afterwards))
                .buggy(answers, "set with nothing", () -> new AnswersOtherwise("set", nothing))
                .buggy(answers, "set with null for none", () -> new AnswersOtherwise("set", nullForNone))
                .buggy(answers, "get with nothing", () -> new AnswersOtherwise("get", nothing))
                .buggy(answers, "get with null for none", () -> new AnswersOtherwise("get", nullForNone))
                .buggy(answers, "get with the key", () -> new AnswersOtherwise("get", theKey))
                .buggy(answers, "get with what was set last", BuggyStores.GetsTheLast::new)
                .buggy(answers, "delete with nothing", () -> new AnswersOtherwise("delete", nothing))
                .buggy(answers, "delete with null for none", () -> new AnswersOtherwise("delete", nullForNone))
                .buggy(answers, "delete with the key", () -> new AnswersOtherwise("delete", theKey));

        String counts = "counts calls, or nothing";
        matrix.buggy(counts, "every set", () -> new CountsWrong(1, 1, -1, 0))
                .buggy(counts, "every delete", () -> new CountsWrong(1, 0, -1, -1))
                .buggy(counts, "no delete", () -> new CountsWrong(1, 0, 0, 0))
                .buggy(counts, "nothing", () -> new CountsWrong(0, 0, 0, 0));

        String changes = "answers as promised and changes nothing";
        matrix.buggy(changes, "set of a new key", () -> new ChangesNothing("new key"))
                .buggy(changes, "set of a key that is there", () -> new ChangesNothing("old key"))
                .buggy(changes, "delete", () -> new ChangesNothing("delete"));

        String empty = "takes the value \"\" for none";
        matrix.buggy(empty, "set", () -> new AnswersOtherwise("set", noEmptyText))
                .buggy(empty, "get", () -> new AnswersOtherwise("get", noEmptyText))
                .buggy(empty, "delete", () -> new AnswersOtherwise("delete", noEmptyText));

        String nulls = "takes null, or refuses it wrongly";
        matrix.buggy(nulls, "takes a null key in set", () -> new TakesNull("key", NO_REFUSAL))
                .buggy(nulls, "takes a null value in set", () -> new TakesNull("value", NO_REFUSAL))
                .buggy(nulls, "ignores a null key in set", () -> new TakesNull("ignored key", NO_REFUSAL))
                .buggy(nulls, "ignores a null value in set", () -> new TakesNull("ignored value", NO_REFUSAL))
                .buggy(nulls, "takes null in get", () -> new TakesNull("get", NO_REFUSAL))
                .buggy(nulls, "takes null in delete", () -> new TakesNull("delete", NO_REFUSAL))
                .buggy(nulls, "another exception for a null key in set", () -> new RefusesOtherwise("key"))
                .buggy(nulls, "another exception for a null value in set", () -> new RefusesOtherwise("value"))
                .buggy(nulls, "another exception in get", () -> new RefusesOtherwise("get"))
                .buggy(nulls, "another exception in delete", () -> new RefusesOtherwise("delete"))
                .buggy(nulls, "refuses a null key after storing it", () -> new TakesNull("key", REFUSAL))
                .buggy(nulls, "refuses a null value after storing it", () -> new TakesNull("value", REFUSAL));

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
