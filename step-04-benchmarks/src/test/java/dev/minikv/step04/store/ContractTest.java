package dev.minikv.step04.store;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs the contract of [KeyValueStore] on every store there is: three so far, the first of them over
/// each of its engines, and one more nested class for the next.
@Timeout(value = 10, threadMode = SEPARATE_THREAD) // a full table is searched for a free place for ever
class ContractTest {

    @Nested
    @ParameterizedClass
    @EnumSource(EngineKind.class) // and so no engine can be left out
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
