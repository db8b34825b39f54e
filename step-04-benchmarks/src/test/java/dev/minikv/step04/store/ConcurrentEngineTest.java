package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.minikv.step04.store.Result.Failure;
import dev.minikv.step04.store.Result.Success;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several threads on one store, with the only engine that makes promises to them.
///
/// Threads interleave differently in each run, so nobody can predict the answer to a single one of
/// them. But the answers to all threads together must add up in any order, and that is what these tests
/// assert. So no test here can fail by chance. A test that passes has not seen every order, and never
/// will.
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // threads that corrupt a table together may search it for ever
class ConcurrentEngineTest {

    private static final int THREADS = 4;

    private final KeyValueStore store = newStore(Limits.DEFAULT);

    private static KeyValueStore newStore(Limits limits) {
        return new MiniKvStore(EngineKind.CONCURRENT, limits);
    }

    @Test
    void threads_with_keys_of_their_own_do_not_disturb_each_other() throws Exception {
        inThreads(thread -> {
            for (int i = 0; i < 5_000; i++) {
                String key = thread + ":" + i;
                assertThat(store.set(key, "new")).isEqualTo(new Success<>(Optional.empty()));
                assertThat(store.set(key, key)).isEqualTo(new Success<>(Optional.of("new")));
                assertThat(store.get(key)).hasValue(key);
                if (i % 2 == 1) {
                    assertThat(store.delete(key)).hasValue(key);
                }
            }
            return null;
        });

        List<String> expected = IntStream.range(0, THREADS)
                .boxed()
                .flatMap(thread ->
                        IntStream.iterate(0, i -> i < 5_000, i -> i + 2).mapToObj(i -> thread + ":" + i))
                .sorted()
                .toList();
        assertThat(store.keys("")).isEqualTo(expected);
        assertThat(store.count()).isEqualTo(expected.size());
        assertThat(expected).allMatch(key -> store.get(key).equals(Optional.of(key)));
    }

    /// Every value is set once, so it can be taken out once: by the `set` or `delete` that returns it.
    /// If operations were not atomic, two threads could get the same value, or neither.
    @Test
    void each_value_is_returned_by_one_operation_or_is_still_there() throws Exception {
        List<List<String>> returned = inThreads(thread -> {
            var values = new ArrayList<String>();
            for (int i = 0; i < 20_000; i++) {
                previous(store.set("user", thread + ":" + i)).ifPresent(values::add);
                if (i % 2 == 0) {
                    store.delete("user").ifPresent(values::add);
                }
            }
            return values;
        });

        Stream<String> accountedFor =
                Stream.concat(returned.stream().flatMap(List::stream), store.get("user").stream());
        Stream<String> set = IntStream.range(0, THREADS)
                .boxed()
                .flatMap(thread -> IntStream.range(0, 20_000).mapToObj(i -> thread + ":" + i));
        assertThat(accountedFor.sorted().toList()).isEqualTo(set.sorted().toList());
    }

    @Test
    void a_thread_reads_values_that_were_written_and_never_older_ones_than_before() throws Exception {
        inThreads(thread -> {
            Map<String, Integer> latest = new HashMap<>();
            for (int i = 1; i <= 20_000; i++) {
                store.set("key " + thread, Integer.toString(i)); // a key that no other thread sets
                String key = "key " + i % THREADS;
                int read = store.get(key).map(Integer::valueOf).orElse(0);
                assertThat(read).as(key).isBetween(latest.getOrDefault(key, 0), 20_000);
                latest.put(key, read);
            }
            return null;
        });

        assertThat(IntStream.range(0, THREADS).mapToObj(thread -> store.get("key " + thread)))
                .as("the last value of each thread")
                .containsOnly(Optional.of("20000"));
    }

    @Test
    void keys_that_stay_are_listed_whatever_else_comes_and_goes() throws Exception {
        List<String> stay =
                IntStream.range(0, 100).mapToObj(i -> "stay " + (100 + i)).toList();
        stay.forEach(key -> store.set(key, "here"));

        inThreads(thread -> {
            for (int i = 0; i < 200; i++) {
                store.set("come " + thread + " " + i, "here");
                List<String> keys = store.keys("");
                assertThat(keys).isSorted().doesNotHaveDuplicates().containsAll(stay);
                assertThat(keys).allMatch(key -> key.startsWith("stay ") || key.startsWith("come "));
                assertThat(store.keys("stay ")).isEqualTo(stay);
                store.delete("come " + thread + " " + i);
            }
            return null;
        });

        assertThat(store.keys("")).isEqualTo(stay);
    }

    @Test
    void threads_exceed_a_limit_by_at_most_one_entry_each() throws Exception {
        for (int round = 0; round < 100; round++) {
            KeyValueStore small = newStore(new Limits(100, 100, 50));

            List<Long> stored = inThreads(thread -> IntStream.range(0, 100)
                    .mapToObj(i -> small.set(thread + ":" + i, "here"))
                    .filter(result -> result.equals(new Success<>(Optional.empty())))
                    .count());

            assertThat(small.count())
                    .as("keys, where there is room for 50")
                    .isBetween(50, 50 + THREADS)
                    .isEqualTo(stored.stream().mapToInt(Long::intValue).sum());
            assertThat(small.set("one more", "here")).isEqualTo(new Failure<>(new StoreError.StoreFull(50)));
            assertThat(small.set(small.keys("").getFirst(), "there"))
                    .as("a replaced value")
                    .isEqualTo(new Success<>(Optional.of("here")));
        }
    }

    private static Optional<String> previous(Result<Optional<String>, StoreError> result) {
        return switch (result) {
            case Success(Optional<String> previous) -> previous;
            case Failure(StoreError error) -> throw new AssertionError(error);
        };
    }

    /// The work of one of the threads.
    private interface Work<T> {

        /// @param thread the number of the thread, from 0 on
        T in(int thread) throws Exception;
    }

    /// Does the work in several threads that start at once, and returns the result of each.
    private static <T> List<T> inThreads(Work<T> work) throws Exception {
        var start = new CyclicBarrier(THREADS);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> tasks = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(thread -> () -> {
                        start.await();
                        return work.in(thread);
                    })
                    .collect(Collectors.toList());
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get()); // or throws the exception of the thread
            }
            return results;
        }
    }
}
