package dev.minikv.step05.store;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs the contract of [KeyValueStore] on every store there is: three so far, the first with each of
/// its engines. The next store needs one more nested class.
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
    class ForTreeStore implements KeyValueStoreContract {
        @Override
        public KeyValueStore newStore(Limits limits) {
            return new TreeStore(limits);
        }
    }

    @Nested
    class ForLogStore implements KeyValueStoreContract {
        @Override
        public KeyValueStore newStore(Limits limits) {
            return new LogStore(limits);
        }
    }
}
