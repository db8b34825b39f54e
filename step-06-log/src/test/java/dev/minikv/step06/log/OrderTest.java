package dev.minikv.step06.log;

import static dev.minikv.step06.log.SyncPolicy.ALWAYS;
import static dev.minikv.step06.log.SyncPolicy.NEVER;
import static dev.minikv.step06.log.SyncPolicy.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.disk.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written and forced before which answer.
class OrderTest {

    private static final String WRITE = "write to /data/log-000001.saving"; // the name that it was created with
    private static final String FORCE = "force /data/log-000001.saving";

    private final List<String> trace = new ArrayList<>();

    private LoggedStore open(SyncPolicy policy, List<String> trace, int segmentBytes) {
        LoggedStore store =
                Folder.open(new TracedDisk(new SimulatedDisk(1), trace), "data", policy, segmentBytes, false);
        trace.clear();
        return store;
    }

    private LoggedStore open(SyncPolicy policy) {
        return open(policy, trace, 1_000);
    }

    private void setTen(LoggedStore store) {
        for (int i = 0; i < 10; i++) {
            store.set("key", "value " + i);
            trace.add("answer");
        }
    }

    private static List<String> tenTimes(String... events) {
        return Collections.nCopies(10, List.of(events)).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void always_writes_and_forces_each_change_before_it_answers() {
        LoggedStore store = open(ALWAYS);

        setTen(store);

        assertThat(trace).isEqualTo(tenTimes(WRITE, FORCE, "answer"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SECOND", "NEVER"})
    void the_other_policies_write_each_change_before_they_answer(SyncPolicy policy) {
        LoggedStore store = open(policy);

        setTen(store);

        assertThat(trace).isEqualTo(tenTimes(WRITE, "answer"));
    }

    @Test
    void each_kind_of_change_is_forced() {
        LoggedStore store = open(ALWAYS);

        store.setAll(List.of(Map.entry("a", "1"), Map.entry("b", "2")));
        store.delete("a");
        store.clear();

        assertThat(trace).containsExactly(WRITE, FORCE, WRITE, FORCE, WRITE, FORCE);
    }

    @Test
    void where_there_is_nothing_to_do_nothing_is_logged() {
        LoggedStore store = open(ALWAYS);

        store.set("k".repeat(1_001), "is refused");
        store.set("half of a pair", "\uD83D");
        store.setAll(List.of());
        store.delete("absent");
        store.clear();
        store.get("key");

        assertThat(trace).isEmpty();
    }

    @Test
    void an_orderly_end_forces_what_is_not_forced() throws IOException {
        LoggedStore store = open(NEVER);
        setTen(store);
        trace.clear();

        store.close();

        assertThat(trace).containsExactly(FORCE);
    }

    @Test
    void a_store_that_is_closed_takes_no_change_and_can_be_closed_again() throws IOException {
        LoggedStore store = open(ALWAYS);
        store.close();
        trace.clear();

        store.set("key", "value");
        store.compact();
        store.close();

        assertThat(trace).isEmpty();
        assertThat(Folder.contents(store)).isEmpty();
    }

    @Test
    void a_segment_is_forced_before_a_record_goes_to_the_next() {
        LoggedStore store = open(NEVER, trace, 100);

        store.set("key", "x".repeat(50));
        store.set("key", "y".repeat(50));

        assertThat(trace)
                .containsExactly(
                        WRITE,
                        "delete /data/log-000002.saving",
                        "create /data/log-000002.saving",
                        "write to /data/log-000002.saving",
                        "force /data/log-000002.saving",
                        "rename /data/log-000002.saving to /data/log-000002",
                        "force folder /data",
                        FORCE,
                        "write to /data/log-000002.saving");
    }

    @Test
    void the_policy_of_a_second_forces_in_the_background() throws InterruptedException {
        var forced = new CountDownLatch(2); // the first time by opening
        List<String> watched = new ArrayList<>() {
            @Override
            public boolean add(String event) {
                if (event.equals(FORCE)) {
                    forced.countDown();
                }
                return true;
            }
        };
        LoggedStore store = open(SECOND, watched, 1_000);
        store.set("key", "value");

        store.startBackground();

        assertThat(forced.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
