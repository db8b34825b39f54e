package dev.minikv.step07.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.disk.SimulatedDisk;
import dev.minikv.step07.disk.SimulatedDisk.Trouble;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.log.LoggedStore;
import dev.minikv.step07.log.SyncPolicy;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong at whichever operation of the disk: what was acknowledged is there after a power cut.
class DurabilityTest {

    private static final int CLIENTS = 3;
    private static final int ROUNDS = 4;
    private static final int SEEDS = 5; // of an operation: chance decides what is lost
    private static final int SEGMENT_BYTES = 200; // so that a segment is full at several places

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_after_a_power_cut(Trouble trouble) throws Exception {
        int faults = 0;
        int acknowledgedInAll = 0;
        for (boolean happened = true; happened; faults++) {
            var disk = new SimulatedDisk(faults);
            LoggedStore store = open(disk);
            int planned = disk.operations() + 1 + faults / SEEDS;
            disk.plan(planned, trouble);

            Set<String> acknowledged = acknowledged(store);
            happened = disk.operations() >= planned;
            disk.cutPower();
            disk.repair();

            assertThat(keys(open(disk)))
                    .as("%s at operation %d", trouble, planned)
                    .containsAll(acknowledged);
            acknowledgedInAll += acknowledged.size();
        }

        assertThat(faults).isGreaterThan(30 * SEEDS);
        assertThat(acknowledgedInAll).isGreaterThan(faults * CLIENTS);
    }

    /// Serves a store, as `--sync=always` does, to clients that set a key after the other.
    ///
    /// @return the keys that were said to be set
    private static Set<String> acknowledged(LoggedStore store) throws Exception {
        var acknowledged = new HashSet<String>();
        var clients = new ArrayList<RawClient>();
        try (var served = Served.over(store, store::force, ServerLimits.DEFAULT)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new RawClient(served));
            }
            for (int round = 0; round < ROUNDS; round++) {
                set(clients, round, acknowledged);
            }
            for (RawClient client : clients) {
                client.close();
            }
        }
        return acknowledged;
    }

    private static void set(List<RawClient> clients, int round, Set<String> acknowledged) {
        for (RawClient client : clients) {
            String key = "key-" + clients.indexOf(client) + "-" + round;
            attempt(() -> client.send("SET " + key + "a 1\r\nSET " + key + "b 2\r\n"));
        }
        for (RawClient client : clients) {
            String key = "key-" + clients.indexOf(client) + "-" + round;
            for (String each : List.of(key + "a", key + "b")) {
                attempt(() -> {
                    if (client.next().equals(Reply.OK)) {
                        acknowledged.add(each);
                    }
                });
            }
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException _) {
            // the server has ended
        }
    }

    private static LoggedStore open(SimulatedDisk disk) {
        var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        Result<LoggedStore, LogProblem> opened =
                LoggedStore.open(disk, "data", memory, SyncPolicy.NEVER, SEGMENT_BYTES, false);
        return switch (opened) {
            case Success(LoggedStore store) -> store;
            case Failure(LogProblem problem) -> throw new AssertionError("cannot be opened: " + problem);
        };
    }

    private static List<String> keys(LoggedStore store) {
        return store.keys("") instanceof Success(List<String> keys) ? keys : List.of();
    }
}
