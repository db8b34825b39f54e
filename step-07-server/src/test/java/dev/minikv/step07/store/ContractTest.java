package dev.minikv.step07.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.minikv.step07.disk.SimulatedDisk;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.log.LoggedStore;
import dev.minikv.step07.log.SyncPolicy;
import dev.minikv.step07.remote.RemoteStore;
import dev.minikv.step07.server.Served;
import dev.minikv.step07.server.ServerLimits;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs the contract of [KeyValueStore] on every store there is: the one in memory with each of its engines,
/// the one with a log under each of its policies, and the one that a server keeps. The next store needs one more
/// nested class.
@Timeout(value = 10, threadMode = SEPARATE_THREAD) // a search for a free place in a full table never ends
class ContractTest {

    @Nested
    @ParameterizedClass
    @EnumSource(EngineKind.class) // so that no engine can be forgotten
    class ForMiniKvStore implements KeyValueStoreContract {

        @Parameter
        private EngineKind kind;

        @Override
        public KeyValueStore newStore(Limits limits) {
            return new MiniKvStore(kind, limits);
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(SyncPolicy.class)
    class ForLoggedStore implements KeyValueStoreContract {

        private static final int SMALL_SEGMENT_BYTES = 256; // several in a test

        @Parameter
        private SyncPolicy sync;

        @Override
        public KeyValueStore newStore(Limits limits) {
            var memory = new MiniKvStore(EngineKind.HASH, limits);
            return switch (LoggedStore.open(new SimulatedDisk(1), "data", memory, sync, SMALL_SEGMENT_BYTES, false)) {
                case Success(LoggedStore store) -> store;
                case Failure(LogProblem problem) -> throw new AssertionError("cannot be opened: " + problem);
            };
        }
    }

    @Nested
    class ForRemoteStore implements KeyValueStoreContract {

        private final List<Served> servers = new ArrayList<>();

        @Override
        public KeyValueStore newStore(Limits limits) {
            try {
                var memory = new MiniKvStore(EngineKind.HASH, limits);
                servers.add(Served.over(memory, () -> {}, ServerLimits.DEFAULT));
                var address =
                        new InetSocketAddress("127.0.0.1", servers.getLast().port());
                return switch (RemoteStore.connect(address, Optional.empty())) {
                    case Success(RemoteStore store) -> store;
                    case Failure(StoreError error) -> throw new AssertionError("cannot be reached: " + error);
                };
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public StoreError told(StoreError error) {
            return new StoreError.Refused("ERR " + error); // in the words of `Served`
        }

        @AfterEach
        void endServers() throws InterruptedException {
            for (Served server : servers) {
                server.close();
                assertThat(server.bugs()).isEmpty();
            }
        }
    }
}
