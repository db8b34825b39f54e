package dev.minikv.step04.benchmark;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.minikv.step04.store.EngineKind;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.h2.mvstore.MVStore;

/// Creates the contenders: the stores of all steps, and maps that a user might choose instead.
final class Contenders {

    private Contenders() {}

    /// Returns an empty contender: the store of the step with this number, or a HashMap for `map`.
    static Contender ofStep(String step) {
        return switch (step) {
            case "map" -> new OfMap(new HashMap<>());
            case "1" -> new Step01();
            case "2" -> new Step02();
            case "3" -> new Step03();
            case "4" -> new Step04(EngineKind.HASH);
            default -> throw new IllegalArgumentException("there is no step " + step);
        };
    }

    /// Returns an empty contender: step 04's store with the engine of this name, or the map of this
    /// name.
    static Contender ofEngine(String name) {
        return switch (name) {
            case "HashMap" -> new OfMap(new HashMap<>());
            case "ConcurrentHashMap" -> new OfMap(new ConcurrentHashMap<>());
            case "UnifiedMap" -> new OfMap(new UnifiedMap<>());
            case "Object2ObjectOpenHashMap" -> new OfMap(new Object2ObjectOpenHashMap<>());
            case "Caffeine" ->
                new OfMap(Caffeine.newBuilder().<String, String>build().asMap());
            case "MVMap" -> new OfMap(MVStore.open(null).openMap("entries")); // null: in memory, not in a file
            default ->
                new Step04(EngineKind.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no engine " + name)));
        };
    }

    private record OfMap(Map<String, String> map) implements Contender {

        @Override
        public Object get(String key) {
            return map.get(key);
        }

        @Override
        public Object put(String key, String value) {
            return map.put(key, value);
        }

        @Override
        public Object remove(String key) {
            return map.remove(key);
        }
    }

    private record Step01(dev.minikv.step01.store.MiniKvStore store) implements Contender {

        Step01() {
            this(new dev.minikv.step01.store.MiniKvStore());
        }

        @Override
        public Object get(String key) {
            return store.get(key).orElse(null);
        }

        @Override
        public Object put(String key, String value) {
            return store.set(key, value).orElse(null);
        }

        @Override
        public Object remove(String key) {
            return store.delete(key).orElse(null);
        }
    }

    private record Step02(dev.minikv.step02.store.KeyValueStore store) implements Contender {

        Step02() {
            this(new dev.minikv.step02.store.MiniKvStore());
        }

        @Override
        public Object get(String key) {
            return store.get(key).orElse(null);
        }

        @Override
        public Object put(String key, String value) {
            return store.set(key, value).orElse(null);
        }

        @Override
        public Object remove(String key) {
            return store.delete(key).orElse(null);
        }
    }

    private record Step03(dev.minikv.step03.store.KeyValueStore store) implements Contender {

        Step03() {
            this(new dev.minikv.step03.store.MiniKvStore(
                    new dev.minikv.step03.store.Limits(1_000, 1_000_000, Integer.MAX_VALUE)));
        }

        @Override
        public Object get(String key) {
            return store.get(key).orElse(null);
        }

        @Override
        public Object put(String key, String value) {
            if (store.set(key, value) instanceof dev.minikv.step03.store.Result.Success(Optional<String> previous)) {
                return previous.orElse(null);
            }
            throw new IllegalStateException("the store is full");
        }

        @Override
        public Object remove(String key) {
            return store.delete(key).orElse(null);
        }
    }

    private record Step04(dev.minikv.step04.store.KeyValueStore store) implements Contender {

        Step04(EngineKind kind) {
            this(new dev.minikv.step04.store.MiniKvStore(
                    kind, new dev.minikv.step04.store.Limits(1_000, 1_000_000, Integer.MAX_VALUE)));
        }

        @Override
        public Object get(String key) {
            return store.get(key).orElse(null);
        }

        @Override
        public Object put(String key, String value) {
            if (store.set(key, value) instanceof dev.minikv.step04.store.Result.Success(Optional<String> previous)) {
                return previous.orElse(null);
            }
            throw new IllegalStateException("the store is full");
        }

        @Override
        public Object remove(String key) {
            return store.delete(key).orElse(null);
        }
    }
}
