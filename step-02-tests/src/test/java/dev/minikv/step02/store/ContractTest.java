package dev.minikv.step02.store;

import org.junit.jupiter.api.Nested;

/// Runs the contract of [KeyValueStore] on every store there is: three so far. The next one takes
/// one more nested class.
class ContractTest {

    @Nested
    class ForMiniKvStore implements KeyValueStoreContract {
        @Override
        public KeyValueStore newStore() {
            return new MiniKvStore();
        }
    }

    @Nested
    class ForTreeStore implements KeyValueStoreContract {
        @Override
        public KeyValueStore newStore() {
            return new TreeStore();
        }
    }

    @Nested
    class ForLogStore implements KeyValueStoreContract {
        @Override
        public KeyValueStore newStore() {
            return new LogStore();
        }
    }
}
