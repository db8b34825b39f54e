package dev.minikv.step06.exercise3;

import static dev.minikv.step06.exercise3.Policy.ALWAYS;
import static dev.minikv.step06.exercise3.Policy.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.exercise3.Change.Clear;
import dev.minikv.step06.exercise3.Change.Delete;
import dev.minikv.step06.exercise3.Change.Put;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import dev.minikv.step06.store.StoreError.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-6.3")
class LogForceApplyAnswerTest {

    private final WatchedLog log = new WatchedLog();

    private final LoggedStore store = store(ALWAYS);

    @Test
    void a_set_is_logged_forced_applied_and_answered() {
        assertThat(steps(() -> store.set("tea", "hot")))
                .as("the memory changes when the log has the change on the disk, and the answer comes last")
                .isEqualTo(List.of(
                        "append Put[key=tea, value=hot], memory {}",
                        "force, memory {}",
                        "answer Optional.empty, memory {tea=hot}"));
    }

    @Test
    void a_set_replaces_a_value() {
        store.set("tea", "hot");

        assertThat(List.of(steps(() -> store.set("tea", "")), steps(() -> store.set("tea", "cold"))))
                .as("the log gets the new value, and the answer is the previous one, even if that is empty")
                .isEqualTo(List.of(
                        List.of(
                                "append Put[key=tea, value=], memory {tea=hot}",
                                "force, memory {tea=hot}",
                                "answer Optional[hot], memory {tea=}"),
                        List.of(
                                "append Put[key=tea, value=cold], memory {tea=}",
                                "force, memory {tea=}",
                                "answer Optional[], memory {tea=cold}")));
    }

    @Test
    void a_set_of_the_same_value_is_a_change() {
        store.set("tea", "hot");

        assertThat(steps(() -> store.set("tea", "hot")))
                .as("a set is logged whatever the key had before")
                .isEqualTo(List.of(
                        "append Put[key=tea, value=hot], memory {tea=hot}",
                        "force, memory {tea=hot}",
                        "answer Optional[hot], memory {tea=hot}"));
    }

    @Test
    void a_delete_is_logged_forced_applied_and_answered() {
        store.set("tea", "hot");
        store.set("ice", "");

        assertThat(List.of(steps(() -> store.delete("tea")), steps(() -> store.delete("ice"))))
                .as("a deletion is a change like any other: the log first, then the memory, then the answer")
                .isEqualTo(List.of(
                        List.of(
                                "append Delete[key=tea], memory {ice=, tea=hot}",
                                "force, memory {ice=, tea=hot}",
                                "answer Optional[hot], memory {ice=}"),
                        List.of(
                                "append Delete[key=ice], memory {ice=}",
                                "force, memory {ice=}",
                                "answer Optional[], memory {}")));
    }

    @Test
    void a_clear_is_logged_forced_applied_and_answered() {
        store.set("tea", "hot");
        store.set("ice", "cold");

        assertThat(steps(store::clear))
                .as("a clear is one change, however many keys it removes, and the answer is their number")
                .isEqualTo(List.of(
                        "append Clear[], memory {ice=cold, tea=hot}",
                        "force, memory {ice=cold, tea=hot}",
                        "answer 2, memory {}"));
    }

    @Test
    void under_never_nothing_is_forced() {
        LoggedStore lazy = store(NEVER);

        assertThat(List.of(
                        steps(() -> lazy.set("tea", "hot")),
                        steps(() -> lazy.set("tea", "cold")),
                        steps(() -> lazy.delete("tea")),
                        steps(() -> lazy.set("ice", "cold")),
                        steps(lazy::clear)))
                .as("a change is logged first under each policy, and is forced under one of them only")
                .isEqualTo(List.of(
                        List.of("append Put[key=tea, value=hot], memory {}", "answer Optional.empty, memory {tea=hot}"),
                        List.of(
                                "append Put[key=tea, value=cold], memory {tea=hot}",
                                "answer Optional[hot], memory {tea=cold}"),
                        List.of("append Delete[key=tea], memory {tea=cold}", "answer Optional[cold], memory {}"),
                        List.of(
                                "append Put[key=ice, value=cold], memory {}",
                                "answer Optional.empty, memory {ice=cold}"),
                        List.of("append Clear[], memory {ice=cold}", "answer 1, memory {}")));
    }

    @Test
    void what_is_refused_is_not_logged() {
        store.set("tea", "hot");
        store.set("ice", "cold");

        assertThat(List.of(
                        steps(() -> store.set("milk", "warm")),
                        steps(() -> store.set("tea", "lukewarm")),
                        steps(() -> store.set("water", "wet"))))
                .as("the limits come first: what the store does not take, the log must not have")
                .isEqualTo(List.of(
                        List.of("answer StoreFull[maxEntries=2], memory {ice=cold, tea=hot}"),
                        List.of("answer ValueTooLong[chars=8, maxChars=5], memory {ice=cold, tea=hot}"),
                        List.of("answer KeyTooLong[chars=5, maxChars=4], memory {ice=cold, tea=hot}")));
    }

    @Test
    void a_full_store_takes_another_value() {
        store.set("tea", "hot");
        store.set("ice", "cold");

        assertThat(steps(() -> store.set("tea", "green")))
                .as("a value that replaces one needs no room for a key")
                .isEqualTo(List.of(
                        "append Put[key=tea, value=green], memory {ice=cold, tea=hot}",
                        "force, memory {ice=cold, tea=hot}",
                        "answer Optional[hot], memory {ice=cold, tea=green}"));
    }

    @Test
    void a_delete_that_changes_nothing_is_not_logged() {
        store.set("tea", "hot");

        assertThat(List.of(steps(() -> store.delete("ice")), steps(() -> store.delete("water"))))
                .as("the key is absent: there is nothing to log, nothing to wait for and nothing to refuse")
                .isEqualTo(List.of(
                        List.of("answer Optional.empty, memory {tea=hot}"),
                        List.of("answer Optional.empty, memory {tea=hot}")));
    }

    @Test
    void a_clear_that_changes_nothing_is_not_logged() {
        store.set("tea", "hot");
        store.delete("tea");

        assertThat(steps(store::clear))
                .as("the store is empty: there is nothing to log, and nothing to wait for")
                .isEqualTo(List.of("answer 0, memory {}"));
    }

    @Test
    void a_set_that_cannot_be_logged_changes_nothing() {
        store.set("tea", "hot");
        log.fail("append");

        assertThat(List.of(steps(() -> store.set("tea", "cold")), steps(() -> store.set("ice", "cold"))))
                .as("after a failed append there is nothing to force and nothing to apply, and the answer says why")
                .isEqualTo(List.of(
                        List.of(
                                "append Put[key=tea, value=cold], memory {tea=hot}",
                                "answer Unavailable: cannot append, memory {tea=hot}"),
                        List.of(
                                "append Put[key=ice, value=cold], memory {tea=hot}",
                                "answer Unavailable: cannot append, memory {tea=hot}")));
    }

    @Test
    void a_delete_that_cannot_be_logged_changes_nothing() {
        store.set("tea", "hot");
        log.fail("append");

        assertThat(steps(() -> store.delete("tea")))
                .as("a key that could not be deleted from the log is still there")
                .isEqualTo(List.of(
                        "append Delete[key=tea], memory {tea=hot}",
                        "answer Unavailable: cannot append, memory {tea=hot}"));
    }

    @Test
    void a_clear_that_cannot_be_logged_changes_nothing() {
        store.set("tea", "hot");
        log.fail("append");

        assertThat(steps(store::clear))
                .as("keys that could not be removed from the log are still there")
                .isEqualTo(List.of(
                        "append Clear[], memory {tea=hot}", "answer Unavailable: cannot append, memory {tea=hot}"));
    }

    @Test
    void a_set_that_cannot_be_forced_changes_nothing() {
        store.set("tea", "hot");
        log.fail("force");

        assertThat(steps(() -> store.set("tea", "cold")))
                .as("after a failed force nobody knows what is on the disk, so nothing is applied")
                .isEqualTo(List.of(
                        "append Put[key=tea, value=cold], memory {tea=hot}",
                        "force, memory {tea=hot}",
                        "answer Unavailable: cannot force, memory {tea=hot}"));
    }

    @Test
    void a_delete_that_cannot_be_forced_changes_nothing() {
        store.set("tea", "hot");
        log.fail("force");

        assertThat(steps(() -> store.delete("tea")))
                .as("after a failed force nobody knows what is on the disk, so nothing is applied")
                .isEqualTo(List.of(
                        "append Delete[key=tea], memory {tea=hot}",
                        "force, memory {tea=hot}",
                        "answer Unavailable: cannot force, memory {tea=hot}"));
    }

    @Test
    void a_clear_that_cannot_be_forced_changes_nothing() {
        store.set("tea", "hot");
        log.fail("force");

        assertThat(steps(store::clear))
                .as("after a failed force nobody knows what is on the disk, so nothing is applied")
                .isEqualTo(List.of(
                        "append Clear[], memory {tea=hot}",
                        "force, memory {tea=hot}",
                        "answer Unavailable: cannot force, memory {tea=hot}"));
    }

    @Test
    void a_failed_append_counts_under_never_too() {
        LoggedStore lazy = store(NEVER);
        lazy.set("tea", "hot");
        log.fail("append");

        assertThat(List.of(steps(() -> lazy.set("ice", "cold")), steps(() -> lazy.delete("tea")), steps(lazy::clear)))
                .as("what is answered must be in the log under each policy")
                .isEqualTo(List.of(
                        List.of(
                                "append Put[key=ice, value=cold], memory {tea=hot}",
                                "answer Unavailable: cannot append, memory {tea=hot}"),
                        List.of(
                                "append Delete[key=tea], memory {tea=hot}",
                                "answer Unavailable: cannot append, memory {tea=hot}"),
                        List.of(
                                "append Clear[], memory {tea=hot}",
                                "answer Unavailable: cannot append, memory {tea=hot}")));
    }

    @Test
    void the_next_call_is_made_as_if_nothing_had_failed() {
        store.set("tea", "hot");
        log.fail("append");
        store.set("ice", "cold");
        log.fail("force");
        store.set("ice", "wet");
        log.fail("none of them");

        assertThat(List.of(steps(() -> store.set("ice", "cool")), steps(store::clear)))
                .as("a failure leaves nothing in memory: there is as much room as before, and nothing to make up for")
                .isEqualTo(List.of(
                        List.of(
                                "append Put[key=ice, value=cool], memory {tea=hot}",
                                "force, memory {tea=hot}",
                                "answer Optional.empty, memory {ice=cool, tea=hot}"),
                        List.of(
                                "append Clear[], memory {ice=cool, tea=hot}",
                                "force, memory {ice=cool, tea=hot}",
                                "answer 2, memory {}")));
    }

    @Test
    void what_needs_no_log_works_without_one() {
        store.set("tea", "hot");
        log.fail("append");

        assertThat(List.of(
                        steps(() -> store.delete("ice")),
                        steps(() -> store.set("water", "wet")),
                        List.of(store.get("tea"))))
                .as("if nothing is to be logged, a log that fails does not matter")
                .isEqualTo(List.of(
                        List.of("answer Optional.empty, memory {tea=hot}"),
                        List.of("answer KeyTooLong[chars=5, maxChars=4], memory {tea=hot}"),
                        List.of(Optional.of("hot"))));
    }

    @Test
    void a_log_makes_the_same_store_again() {
        assertThat(List.of(differences(ALWAYS, 1), differences(ALWAYS, 2), differences(NEVER, 3)))
                .as("whatever was done, and whatever failed, the changes in the log make what the memory has")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void it_works_for_any_entry() {
        store.set("tea", "hot");
        LoggedStore another = store(ALWAYS);

        assertThat(steps(() -> another.set("Quay", " Rome")))
                .as("a new store is empty, and it works for any entry")
                .isEqualTo(List.of(
                        "append Put[key=Quay, value= Rome], memory {}",
                        "force, memory {}",
                        "answer Optional.empty, memory {Quay= Rome}"));
    }

    /// A call of the store.
    private interface Call {
        Result<?, ?> run();
    }

    /// Creates a store over the log. Its keys have up to 4 chars, its values up to 5, and it takes two entries.
    private LoggedStore store(Policy policy) {
        var created = new LoggedStore(log, policy, new Limits(4, 5, 2));
        log.watch(created::entries);
        return created;
    }

    /// Returns what the log is asked to do in a call, then the answer, each with what the memory holds.
    private List<String> steps(Call call) {
        log.calls();
        String answer = answer(call, log);
        var steps = new ArrayList<>(log.calls());
        steps.add("answer " + answer + ", memory " + log.memory());
        return steps;
    }

    private static String answer(Call call, WatchedLog log) {
        try {
            return switch (call.run()) {
                case Success<?, ?>(var value) -> "" + value;
                case Failure<?, ?>(Unavailable(var what, var cause, var isBroken)) ->
                    (isBroken ? "Unavailable for good: " : "Unavailable: ")
                            + (cause == log.failure() ? cause.getMessage() : "another exception");
                case Failure<?, ?>(var error) -> "" + error;
            };
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    /// Makes 300 calls at random, of which some cannot be logged. Returns the first after which the changes in the
    /// log do not make what the memory has.
    private static List<String> differences(Policy policy, long seed) {
        var random = new Random(seed);
        var log = new WatchedLog();
        var store = new LoggedStore(log, policy, new Limits(4, 5, 3));
        return IntStream.rangeClosed(1, 300)
                .mapToObj(i -> {
                    log.fail(random.nextInt(5) == 0 ? "append" : "");
                    String call = random(store, log, random);
                    Map<String, String> logged = replayed(log.changes());
                    return logged.equals(store.entries())
                            ? ""
                            : "call %s, %s: log %s, memory %s".formatted(i, call, logged, store.entries());
                })
                .filter(difference -> !difference.isEmpty())
                .limit(1)
                .toList();
    }

    private static String random(LoggedStore store, WatchedLog log, Random random) {
        String key = "k" + random.nextInt(6);
        String value = "v".repeat(random.nextInt(7));
        return switch (random.nextInt(10)) {
            case 0 -> "clear: " + answer(store::clear, log);
            case 1, 2, 3 -> "delete " + key + ": " + answer(() -> store.delete(key), log);
            default -> "set " + key + " " + value + ": " + answer(() -> store.set(key, value), log);
        };
    }

    private static Map<String, String> replayed(List<Change> changes) {
        var entries = new TreeMap<String, String>();
        for (Change change : changes) {
            switch (change) {
                case Put(String key, String value) -> entries.put(key, value);
                case Delete(String key) -> entries.remove(key);
                case Clear() -> entries.clear();
            }
        }
        return entries;
    }
}
