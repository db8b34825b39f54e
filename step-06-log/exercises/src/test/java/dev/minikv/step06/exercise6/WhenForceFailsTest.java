package dev.minikv.step06.exercise6;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-6.6")
class WhenForceFailsTest {

    /// The first call that can fail in a scene, and the second.
    private static final int WRITE = 5;

    private static final int FORCE = 6;

    private static final String FIRST = "first failure";
    private static final String LATER = "later failure";
    private static final String OTHER = "other failure";

    private static final Change SET = store -> store.set("tea", "cold");
    private static final Change DELETE = store -> store.delete("tea");
    private static final Change CLEAR = LoggedMap::clear;
    private static final Change CLOSE = LoggedMap::close;

    private static final String DONE = "done";

    /// What is done to a store.
    private interface Change {
        void to(LoggedMap store) throws IOException;
    }

    @Test
    void a_change_is_written_and_forced() throws IOException {
        var file = new FaultyFile();
        var store = new LoggedMap(file);
        store.set("tea", "hot");
        store.set("milk", "no");
        store.delete("milk");
        store.clear();

        assertThat(file.calls())
                .as("each change is a record, which is forced before the change is acknowledged")
                .isEqualTo(List.of(
                        "write set tea hot",
                        "force",
                        "write set milk no",
                        "force",
                        "write delete milk",
                        "force",
                        "write clear",
                        "force"));
    }

    @Test
    void what_is_written_is_forced() {
        assertThat(List.of(
                        callsOf(SET, SET).getLast(),
                        callsOf(SET, DELETE, DELETE).getLast(),
                        callsOf(SET, CLEAR, CLEAR).getLast()))
                .as("a change that changes nothing need not be written, but if it is, it is forced")
                .isEqualTo(nCopies(3, "force"));
    }

    @Test
    void what_was_set_can_be_read() throws IOException {
        var store = new LoggedMap(new FaultyFile());
        store.set("tea", "hot");
        store.set("milk", "no");
        store.set("tea", "cold");
        store.delete("milk");

        assertThat(List.of(store.get("tea"), store.get("milk"), store.get("sugar")))
                .as("a key has the value that was set last, until it is deleted")
                .isEqualTo(List.of(Optional.of("cold"), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_change_is_made_when_it_is_on_the_disk() throws IOException {
        var file = new FaultyFile();
        var store = new LoggedMap(file);
        file.watch(() -> store.get("tea").orElse("none"));
        store.set("tea", "hot");
        store.set("tea", "cold");
        store.delete("tea");
        store.set("tea", "iced");
        store.clear();

        assertThat(file.seen())
                .as("as long as a change is written and forced, get returns what was there before")
                .isEqualTo(List.of("none", "none", "hot", "hot", "cold", "cold", "none", "none", "iced", "iced"));
    }

    @Test
    void a_failed_force_is_thrown() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).outcome(),
                        Scene.of(FORCE, DELETE).outcome(),
                        Scene.of(FORCE, CLEAR).outcome()))
                .as("the caller gets the exception of the file, that very one")
                .isEqualTo(nCopies(3, FIRST));
    }

    @Test
    void a_failed_write_is_thrown() {
        assertThat(List.of(
                        Scene.of(WRITE, SET).outcome(),
                        Scene.of(WRITE, DELETE).outcome(),
                        Scene.of(WRITE, CLEAR).outcome()))
                .as("the caller gets the exception of the file, that very one")
                .isEqualTo(nCopies(3, FIRST));
    }

    @Test
    void a_failed_change_is_not_made() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).entries(),
                        Scene.of(FORCE, DELETE).entries(),
                        Scene.of(FORCE, CLEAR).entries(),
                        Scene.of(WRITE, SET).entries(),
                        Scene.of(WRITE, DELETE).entries(),
                        Scene.of(WRITE, CLEAR).entries()))
                .as("what was not acknowledged has not happened, as far as a reader can see")
                .isEqualTo(nCopies(6, "tea=hot milk=no"));
    }

    @Test
    void the_next_change_is_refused() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).then(SET, DELETE, CLEAR),
                        Scene.of(FORCE, DELETE).then(DELETE, CLEAR, SET),
                        Scene.of(FORCE, CLEAR).then(CLEAR, SET, DELETE)))
                .as("after a failed force each change is refused with the first failure, however often it is tried")
                .isEqualTo(nCopies(3, List.of(FIRST, FIRST, FIRST)));
    }

    @Test
    void a_failed_write_is_no_better() {
        assertThat(List.of(
                        Scene.of(WRITE, SET).then(SET, DELETE, CLEAR),
                        Scene.of(WRITE, DELETE).then(DELETE, CLEAR, SET),
                        Scene.of(WRITE, CLEAR).then(CLEAR, SET, DELETE)))
                .as("after a failed write each change is refused with the first failure, however often it is tried")
                .isEqualTo(nCopies(3, List.of(FIRST, FIRST, FIRST)));
    }

    @Test
    void the_first_failure_is_the_cause() {
        assertThat(List.of(
                        Scene.ofBroken(FORCE, SET).then(SET, DELETE, CLEAR, SET),
                        Scene.ofBroken(WRITE, CLEAR).then(CLEAR, DELETE, SET, SET)))
                .as("later failures only follow from the first, which is what a caller has to know")
                .isEqualTo(nCopies(2, nCopies(4, FIRST)));
    }

    @Test
    void nothing_is_written_after_a_failure() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).callsIn(SET, DELETE, CLEAR, SET),
                        Scene.of(FORCE, DELETE).callsIn(DELETE, CLEAR, SET),
                        Scene.of(FORCE, CLEAR).callsIn(CLEAR, SET, DELETE),
                        Scene.of(WRITE, SET).callsIn(SET, DELETE, CLEAR, SET),
                        Scene.of(WRITE, DELETE).callsIn(),
                        Scene.of(WRITE, CLEAR).callsIn()))
                .as("after a failure the file is neither written to nor forced: its answers are worth nothing")
                .isEqualTo(nCopies(6, List.of()));
    }

    @Test
    void a_change_that_changes_nothing_is_refused_too() {
        Change setAgain = store -> store.set("milk", "no");
        Change deleteAbsent = store -> store.delete("sugar");
        var empty = new LoggedMap(new FaultyFile(2, FIRST, null));

        assertThat(List.of(
                        Scene.of(FORCE, SET).then(setAgain, deleteAbsent),
                        Scene.of(WRITE, SET).then(deleteAbsent, setAgain),
                        List.of(outcome(empty, SET), outcome(empty, CLEAR))))
                .as("a caller that gets an answer believes that the store works")
                .isEqualTo(nCopies(3, List.of(FIRST, FIRST)));
    }

    @Test
    void reads_go_on() {
        var scene = Scene.of(FORCE, SET);
        scene.then(SET, DELETE, CLEAR);
        var broken = Scene.ofBroken(WRITE, DELETE);
        broken.then(DELETE, SET);

        assertThat(List.of(scene.entries(), broken.entries()))
                .as("what was acknowledged is in memory, and needs no file")
                .isEqualTo(nCopies(2, "tea=hot milk=no"));
    }

    @Test
    void close_closes_the_file() {
        var file = new FaultyFile();
        var store = new LoggedMap(file);

        assertThat(List.of(outcome(store, SET), outcome(store, CLOSE), file.calls()))
                .as("all changes are forced already when the store is closed")
                .isEqualTo(List.of(DONE, DONE, List.of("write set tea cold", "force", "close")));
    }

    @Test
    void a_file_may_fail_to_close() {
        var store = new LoggedMap(new FaultyFile(3, FIRST, null));

        assertThat(List.of(outcome(store, SET), outcome(store, CLOSE)))
                .as("close throws what the file throws")
                .isEqualTo(List.of(DONE, FIRST));
    }

    @Test
    void close_reports_the_failure_again() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).then(CLOSE),
                        Scene.of(WRITE, DELETE).then(CLOSE),
                        Scene.of(FORCE, CLEAR).then(SET, CLOSE),
                        Scene.ofBroken(FORCE, SET).then(CLOSE),
                        Scene.ofBroken(WRITE, SET).then(DELETE, CLOSE)))
                .as("a store that has failed cannot end well, and the first failure is the reason")
                .isEqualTo(List.of(
                        List.of(FIRST), List.of(FIRST), List.of(FIRST, FIRST), List.of(FIRST), List.of(FIRST, FIRST)));
    }

    @Test
    void close_only_closes_after_a_failure() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).callsIn(CLOSE),
                        Scene.of(WRITE, DELETE).callsIn(CLOSE),
                        Scene.of(FORCE, CLEAR).callsIn(SET, CLOSE),
                        Scene.ofBroken(FORCE, DELETE).callsIn(CLOSE)))
                .as("the file is closed, and neither written to nor forced")
                .isEqualTo(nCopies(4, List.of("close")));
    }

    @Test
    void a_new_file_begins_with_what_was_acknowledged() {
        var fresh = new FaultyFile();
        String outcome = Scene.of(FORCE, SET).reopen(fresh);
        var afterWrite = new FaultyFile();
        Scene.of(WRITE, CLEAR).reopen(afterWrite);
        var withoutEntries = new FaultyFile();
        outcome(new LoggedMap(new FaultyFile()), store -> store.reopen(withoutEntries));

        assertThat(List.of(outcome, fresh.calls(), afterWrite.calls(), withoutEntries.calls()))
                .as("memory can be trusted: the new file gets its entries in the order of the keys, and is forced")
                .isEqualTo(List.of(
                        DONE,
                        List.of("write set milk no", "write set tea hot", "force"),
                        List.of("write set milk no", "write set tea hot", "force"),
                        List.of("force")));
    }

    @Test
    void the_old_file_is_closed_then() {
        var scene = Scene.of(FORCE, SET);
        var broken = Scene.ofBroken(FORCE, DELETE);

        assertThat(List.of(
                        scene.reopen(new FaultyFile()),
                        scene.file().callsAfterFailure(),
                        broken.reopen(new FaultyFile()),
                        broken.file().callsAfterFailure()))
                .as("nobody needs the old file, not even if it fails to close")
                .isEqualTo(List.of(DONE, List.of("close"), DONE, List.of("close")));
    }

    @Test
    void changes_go_on_in_the_new_file() {
        var scene = Scene.of(FORCE, CLEAR);
        var fresh = new FaultyFile();
        scene.reopen(fresh);
        var broken = Scene.ofBroken(FORCE, DELETE);
        broken.reopen(new FaultyFile());

        assertThat(List.of(
                        scene.then(SET, CLEAR, CLOSE),
                        scene.entries(),
                        fresh.calls().subList(3, fresh.calls().size()),
                        broken.then(SET)))
                .as("after reopening, all is as it was before the failure")
                .isEqualTo(List.of(
                        List.of(DONE, DONE, DONE),
                        "",
                        List.of("write set tea cold", "force", "write clear", "force", "close"),
                        List.of(DONE)));
    }

    @Test
    void a_working_store_gets_a_new_file_as_well() {
        var file = new FaultyFile(3, FIRST, null);
        var store = new LoggedMap(file);
        var fresh = new FaultyFile();
        Change reopen = each -> each.reopen(fresh);

        assertThat(List.of(
                        List.of(outcome(store, SET), outcome(store, reopen), outcome(store, DELETE)),
                        file.calls(),
                        fresh.calls()))
                .as("whether the old file has failed or not, nobody needs it, not even if it fails to close")
                .isEqualTo(List.of(
                        List.of(DONE, DONE, DONE),
                        List.of("write set tea cold", "force", "close"),
                        List.of("write set tea cold", "force", "write delete tea", "force")));
    }

    @Test
    void the_new_file_may_fail_too() {
        var scene = Scene.of(FORCE, SET);
        var fresh = new FaultyFile(5, OTHER, null);
        scene.reopen(fresh);

        assertThat(List.of(scene.then(DELETE, SET, CLOSE), scene.entries(), fresh.callsAfterFailure()))
                .as("a failure of the new file is the first one, from then on")
                .isEqualTo(List.of(List.of(OTHER, OTHER, OTHER), "tea=hot milk=no", List.of("close")));
    }

    @Test
    void a_failed_reopen_is_thrown() {
        assertThat(List.of(
                        Scene.of(FORCE, SET).reopen(new FaultyFile(1, OTHER, null)),
                        Scene.of(FORCE, SET).reopen(new FaultyFile(2, OTHER, LATER)),
                        Scene.of(FORCE, SET).reopen(new FaultyFile(3, OTHER, null))))
                .as("reopen throws what the new file throws first")
                .isEqualTo(nCopies(3, OTHER));
    }

    @Test
    void a_failed_reopen_changes_nothing() {
        var scene = Scene.of(FORCE, SET);
        var atWrite = new FaultyFile(2, OTHER, null);
        var atForce = new FaultyFile(3, OTHER, null);
        scene.reopen(atForce);
        Scene.of(WRITE, CLEAR).reopen(atWrite);

        assertThat(List.of(
                        scene.then(SET, DELETE, CLEAR),
                        scene.entries(),
                        scene.file().callsAfterFailure(),
                        atWrite.callsAfterFailure(),
                        atForce.callsAfterFailure()))
                .as("the store refuses changes as before, and only the new file is closed")
                .isEqualTo(List.of(
                        List.of(FIRST, FIRST, FIRST),
                        "tea=hot milk=no",
                        List.of(),
                        List.of("close"),
                        List.of("close")));
    }

    @Test
    void a_working_store_goes_on_after_a_failed_reopen() {
        var file = new FaultyFile();
        var store = new LoggedMap(file);
        Change writeFails = each -> each.reopen(new FaultyFile(1, OTHER, null));
        Change forceFails = each -> each.reopen(new FaultyFile(2, OTHER, null));

        assertThat(List.of(
                        List.of(outcome(store, SET), outcome(store, writeFails), outcome(store, forceFails)),
                        store.get("tea"),
                        List.of(outcome(store, DELETE), outcome(store, CLOSE)),
                        file.calls()))
                .as("as long as the new file is not ready, the old one is in use")
                .isEqualTo(List.of(
                        List.of(DONE, OTHER, OTHER),
                        Optional.of("cold"),
                        List.of(DONE, DONE),
                        List.of("write set tea cold", "force", "write delete tea", "force", "close")));
    }

    @Test
    void reopening_can_be_tried_again() {
        var scene = Scene.of(WRITE, SET);
        scene.reopen(new FaultyFile(2, OTHER, LATER));
        var fresh = new FaultyFile();

        assertThat(List.of(
                        scene.reopen(fresh),
                        scene.then(SET),
                        fresh.entriesOnDisk().toString()))
                .as("with a file that works, the store works again")
                .isEqualTo(List.of(DONE, List.of(DONE), "{milk=no, tea=cold}"));
    }

    @Test
    void a_store_can_be_reopened_twice() {
        var scene = Scene.of(FORCE, SET);
        var second = new FaultyFile(5, OTHER, null);
        var third = new FaultyFile();
        scene.reopen(second);

        assertThat(List.of(scene.then(DELETE, SET), scene.reopen(third), third.calls(), second.callsAfterFailure()))
                .as("a second new file is like the first one")
                .isEqualTo(List.of(
                        List.of(OTHER, OTHER),
                        DONE,
                        List.of("write set milk no", "write set tea hot", "force"),
                        List.of("close")));
    }

    @Test
    void nothing_that_was_acknowledged_is_lost() {
        assertThat(lostAfterFailure(500))
                .as("after a power cut, the file has what was acknowledged, and at most the change that failed besides")
                .isEqualTo(List.of());
    }

    @Test
    void answers_come_from_what_was_given() throws IOException {
        var file = new FaultyFile(6, OTHER, LATER);
        var store = new LoggedMap(file);
        store.set("harbour", "Trieste");
        store.set("river", "Po");
        String failed = outcome(store, each -> each.set("lake", "Garda"));
        String refused = outcome(store, each -> each.delete("river"));
        var fresh = new FaultyFile();
        store.reopen(fresh);

        assertThat(List.of(failed, refused, store.get("river"), store.get("lake"), fresh.calls()))
                .as("it works for any keys and values, not only for those of the examples")
                .isEqualTo(List.of(
                        OTHER,
                        OTHER,
                        Optional.of("Po"),
                        Optional.empty(),
                        List.of("write set harbour Trieste", "write set river Po", "force")));
    }

    /// Returns the message of the exception that the file has thrown, or [#DONE]. Any other exception is named.
    private static String outcome(LoggedMap store, Change change) {
        try {
            change.to(store);
            return DONE;
        } catch (FaultyFile.Failure e) {
            return e.getMessage();
        } catch (IOException | RuntimeException e) {
            return "another exception: " + e;
        }
    }

    /// Makes changes in a new store, and returns the calls of its file.
    private static List<String> callsOf(Change... changes) {
        var file = new FaultyFile();
        var store = new LoggedMap(file);
        Stream.of(changes).forEach(change -> outcome(store, change));
        return file.calls();
    }

    /// A store with `tea=hot` and `milk=no`, a change that fails in it, and what comes after that.
    ///
    /// @param outcome that of the change
    private record Scene(FaultyFile file, LoggedMap store, String outcome) {

        /// Lets a write or a force fail once. Later calls seem to work.
        static Scene of(int failingCall, Change change) {
            return of(new FaultyFile(failingCall, FIRST, null), change);
        }

        /// Lets a write or a force fail, and everything after it.
        static Scene ofBroken(int failingCall, Change change) {
            return of(new FaultyFile(failingCall, FIRST, LATER), change);
        }

        private static Scene of(FaultyFile file, Change change) {
            var store = new LoggedMap(file);
            WhenForceFailsTest.outcome(store, each -> each.set("tea", "hot"));
            WhenForceFailsTest.outcome(store, each -> each.set("milk", "no"));
            return new Scene(file, store, WhenForceFailsTest.outcome(store, change));
        }

        /// Makes changes, one after the other, and returns their outcomes.
        List<String> then(Change... changes) {
            return Stream.of(changes)
                    .map(change -> WhenForceFailsTest.outcome(store, change))
                    .toList();
        }

        /// Makes changes, and returns the calls since the failure.
        List<String> callsIn(Change... changes) {
            then(changes);
            return file.callsAfterFailure();
        }

        String reopen(FaultyFile fresh) {
            return WhenForceFailsTest.outcome(store, each -> each.reopen(fresh));
        }

        String entries() {
            return String.join(
                    " ",
                    Stream.of("tea", "milk")
                            .flatMap(key -> store.get(key).map(value -> key + "=" + value).stream())
                            .toList());
        }
    }

    /// Makes random changes, one of which fails, reopens the store in a new file, and makes some more. Returns the
    /// first case in which the files do not have what they should have after a power cut.
    private static List<String> lostAfterFailure(int cases) {
        return IntStream.range(0, cases)
                .mapToObj(seed -> {
                    var random = new Random(seed);
                    var file = new FaultyFile(1 + random.nextInt(20), FIRST, random.nextBoolean() ? LATER : null);
                    var store = new LoggedMap(file);
                    var acknowledged = new TreeMap<String, String>();
                    String wrong = lost(file, store, acknowledged, random);
                    var fresh = new FaultyFile();
                    outcome(store, each -> each.reopen(fresh));
                    return wrong + lost(fresh, store, acknowledged, random);
                })
                .filter(wrong -> !wrong.isEmpty())
                .limit(1)
                .toList();
    }

    private static String lost(
            FaultyFile file, LoggedMap store, SortedMap<String, String> acknowledged, Random random) {
        SortedMap<String, String> withFailed = null;
        for (int i = 0; i < 15; i++) {
            var next = new TreeMap<>(acknowledged);
            if (outcome(store, randomChange(random, next)).equals(DONE)) {
                acknowledged.clear();
                acknowledged.putAll(next);
            } else if (withFailed == null) {
                withFailed = next;
            }
        }
        SortedMap<String, String> found = file.entriesOnDisk();
        return found.equals(acknowledged) || found.equals(withFailed)
                ? ""
                : "%s: acknowledged %s, on the disk %s".formatted(file.calls(), acknowledged, found);
    }

    /// Returns a change, and makes it in these entries.
    private static Change randomChange(Random random, SortedMap<String, String> entries) {
        String key = "k" + random.nextInt(4);
        String value = "v" + random.nextInt(100);
        switch (random.nextInt(8)) {
            case 0 -> {
                entries.clear();
                return LoggedMap::clear;
            }
            case 1, 2 -> {
                entries.remove(key);
                return store -> store.delete(key);
            }
            default -> {
                entries.put(key, value);
                return store -> store.set(key, value);
            }
        }
    }
}
