package dev.minikv.step03.store;

import org.junit.jupiter.api.Nested;

/// Runs the contract of [KeyValueStore] on every store there is: three so far. The next one takes
/// one more nested class.
class ContractTest {

    @Nested
    class ForMiniKvStore implements KeyValueStoreContract {
        @Override
        public KeyValueStore newStore(Limits limits) {
            return new MiniKvStore(limits);
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
