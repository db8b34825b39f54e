package dev.minikv.step06.store;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.log.LogProblem;
import dev.minikv.step06.log.LoggedStore;
import dev.minikv.step06.log.SyncPolicy;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs the contract of [KeyValueStore] on every store there is: the one in memory with each of its engines,
/// and the one with a log under each of its policies. The next store needs one more nested class.
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
}
