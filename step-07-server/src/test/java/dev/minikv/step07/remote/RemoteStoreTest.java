package dev.minikv.step07.remote;

import static dev.minikv.step07.remote.ScriptedServer.PONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.minikv.step07.server.Served;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store at the other end of a wire, and what can go wrong on the way.
@Timeout(60)
class RemoteStoreTest {

    private static final boolean CERTAIN = false;
    private static final boolean UNCERTAIN = true;

    private static RemoteStore connect(InetSocketAddress address) {
        return value(RemoteStore.connect(address, Optional.empty()));
    }

    private static RemoteStore connect(Served server) throws IOException {
        return connect(InetSocketAddress.createUnresolved("localhost", server.port()));
    }

    private static <T> T value(Result<T, StoreError> result) {
        return switch (result) {
            case Success(T value) -> value;
            case Failure(StoreError error) -> throw new AssertionError("failed: " + error);
        };
    }

    private static void assertUnreachable(
            Result<?, StoreError> result, Class<? extends Exception> cause, boolean isUncertain) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.error())
                                .isInstanceOfSatisfying(StoreError.Unreachable.class, error -> {
                                    assertThat(error.cause()).isInstanceOf(cause);
                                    assertThat(error.isUncertain())
                                            .as("the change may have been made")
                                            .isEqualTo(isUncertain);
                                }));
    }

    @Test
    void a_server_that_is_not_there_has_changed_nothing() throws Exception {
        var gone = new ScriptedServer();
        gone.awaitEnd();

        assertUnreachable(RemoteStore.connect(gone.address(), Optional.empty()), ConnectException.class, CERTAIN);
        assertUnreachable(
                RemoteStore.connect(InetSocketAddress.createUnresolved("no.such.invalid", 7171), Optional.empty()),
                UnknownHostException.class,
                CERTAIN);
    }

    @Test
    void a_read_that_gets_no_answer_has_changed_nothing() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG))) {
            RemoteStore store = connect(server.address());
            server.awaitEnd();

            assertUnreachable(store.get("a"), IOException.class, CERTAIN);
            assertUnreachable(store.count(), ConnectException.class, CERTAIN);
        }
    }

    @Test
    void of_a_change_that_was_sent_it_is_not_known_whether_it_was_made_and_it_is_not_sent_again() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG, ""), List.of("$-1\r\n"))) {
            RemoteStore store = connect(server.address());

            assertUnreachable(store.set("a", "1"), EOFException.class, UNCERTAIN);

            assertThat(store.get("a")).isEqualTo(new Success<>(Optional.empty()));
            assertThat(server.requests())
                    .containsExactly("*3\r\n$6\r\nGETSET\r\n$1\r\na\r\n$1\r\n1\r\n", "*2\r\n$3\r\nGET\r\n$1\r\na\r\n");
        }
    }

    @Test
    void a_reply_that_takes_too_long_is_not_taken_for_that_of_the_next_request() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG, "", "late"), List.of("$-1\r\n"))) {
            RemoteStore store = value(RemoteStore.connect(server.address(), Optional.empty(), 200));

            assertUnreachable(store.set("a", "1"), SocketTimeoutException.class, UNCERTAIN);

            assertThat(store.get("a")).isEqualTo(new Success<>(Optional.empty()));
        }
    }

    @Test
    void a_change_that_finds_no_server_was_not_made() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG))) {
            RemoteStore store = connect(server.address());
            server.awaitEnd();
            assertUnreachable(store.set("a", "1"), IOException.class, UNCERTAIN);

            assertUnreachable(store.set("a", "2"), ConnectException.class, CERTAIN);
            assertUnreachable(store.delete("a"), ConnectException.class, CERTAIN);
            assertUnreachable(store.clear(), ConnectException.class, CERTAIN);
            assertUnreachable(store.setAll(List.of(Map.entry("a", "1"))), ConnectException.class, CERTAIN);
        }
    }

    @Test
    void when_the_server_is_back_the_next_command_works() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG), List.of("$1\r\n1\r\n", ":1\r\n"))) {
            RemoteStore store = connect(server.address());
            assertUnreachable(store.get("a"), IOException.class, CERTAIN);

            assertThat(store.get("a")).isEqualTo(new Success<>(Optional.of("1")));
            assertThat(store.count()).isEqualTo(new Success<>(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n",
                "\r\n",
                "+OK\r\n",
                ":1\r\n",
                "*0\r\n",
                "*1\r\n$1\r\na\r\n",
                "$2\r\nabc\r\n",
                "$2\r\nab$\r\n",
                "$-2\r\n",
                "$\r\n",
                "$x\r\n",
                "$2147483647\r\n",
                "$99999999999999999999\r\n",
                "$2\r\n\u00c3\u0028\r\n",
                "*2147483647\r\n",
                "*1\r\n*1\r\n*1\r\n",
                "HTTP/1.1 400 Bad Request\r\n\r\n"
            })
    void nonsense_is_no_value_and_the_connection_is_given_up(String nonsense) throws Exception {
        try (var server = new ScriptedServer(List.of(PONG, nonsense), List.of("$-1\r\n"))) {
            RemoteStore store = connect(server.address());

            assertUnreachable(store.get("a"), StreamCorruptedException.class, CERTAIN);

            assertThat(store.get("a")).isEqualTo(new Success<>(Optional.empty()));
        }
    }

    @Test
    void nonsense_in_other_answers_is_found_too() throws Exception {
        Map<String, Function<KeyValueStore, Result<?, StoreError>>> reads = Map.of(
                ":99999999999\r\n",
                KeyValueStore::count,
                "$1\r\n1\r\n",
                store -> store.contains("a"),
                ":0\r\n",
                store -> store.keys(""),
                "*1\r\n:1\r\n",
                KeyValueStore::entries);

        for (Entry<String, Function<KeyValueStore, Result<?, StoreError>>> each : reads.entrySet()) {
            try (var server = new ScriptedServer(List.of(PONG, each.getKey()))) {
                assertUnreachable(
                        each.getValue().apply(connect(server.address())), StreamCorruptedException.class, CERTAIN);
            }
        }
    }

    @Test
    void an_answer_to_a_change_that_is_nonsense_leaves_it_uncertain() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG, "+OK\r\n"))) {
            assertUnreachable(connect(server.address()).set("a", "1"), StreamCorruptedException.class, UNCERTAIN);
        }
    }

    @Test
    void memory_follows_what_arrives_and_not_what_is_announced() throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var server = new ScriptedServer(List.of(PONG, "$67108864\r\nabc"), List.of("*67108864\r\n$1\r\na\r\n"))) {
            RemoteStore store = connect(server.address());
            long before = threads.getCurrentThreadAllocatedBytes();

            assertUnreachable(store.get("a"), EOFException.class, CERTAIN);
            assertUnreachable(store.keys("a"), EOFException.class, CERTAIN);

            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
        }
    }

    @Test
    void a_refusal_is_passed_on_in_the_servers_words() throws Exception {
        try (var server = new ScriptedServer(List.of(PONG, "-ERR no more today\r\n", "$1\r\n1\r\n"))) {
            RemoteStore store = connect(server.address());

            assertThat(store.set("a", "1")).isEqualTo(new Failure<>(new StoreError.Refused("ERR no more today")));
            assertThat(store.get("a")).as("over the same connection").isEqualTo(new Success<>(Optional.of("1")));
        }
    }

    @Test
    void a_password_that_is_refused_is_given_again_each_time() throws Exception {
        List<String> refusal = List.of("-WRONGPASS no\r\n");
        try (var server = new ScriptedServer(List.of("+OK\r\n", PONG), refusal, refusal)) {
            RemoteStore store = value(RemoteStore.connect(server.address(), Optional.of("secret")));
            assertUnreachable(store.count(), IOException.class, CERTAIN);

            var refused = new Failure<>(new StoreError.Refused("WRONGPASS no"));
            assertThat(store.count()).as("after another connection").isEqualTo(refused);
            assertThat(store.set("a", "1")).isEqualTo(refused);
            assertThat(server.requests()).hasSize(3).allMatch(request -> request.contains("AUTH"));
        }
    }

    @Test
    void a_password_is_given_first_and_again_after_each_connection() throws Exception {
        try (Served server = Served.withPassword("geheim 🦀")) {
            var address = new InetSocketAddress("127.0.0.1", server.port());

            RemoteStore store = value(RemoteStore.connect(address, Optional.of("geheim 🦀")));
            assertThat(store.count()).isEqualTo(new Success<>(0));
            assertThat(RemoteStore.connect(address, Optional.of("wrong")))
                    .isEqualTo(new Failure<>(
                            new StoreError.Refused("WRONGPASS invalid username-password pair or user is disabled.")));
            assertThat(RemoteStore.connect(address, Optional.empty()))
                    .isEqualTo(new Failure<>(new StoreError.Refused("NOAUTH Authentication required.")));
        }
        try (var server = new ScriptedServer(List.of("+OK\r\n", PONG), List.of("+OK\r\n", ":0\r\n"))) {
            RemoteStore store = value(RemoteStore.connect(server.address(), Optional.of("secret")));
            assertUnreachable(store.count(), IOException.class, CERTAIN);
            assertThat(store.count()).isEqualTo(new Success<>(0));
            assertThat(server.requests())
                    .containsExactly(
                            "*2\r\n$4\r\nAUTH\r\n$6\r\nsecret\r\n",
                            "*2\r\n$4\r\nAUTH\r\n$6\r\nsecret\r\n",
                            "*1\r\n$6\r\nDBSIZE\r\n");
        }
    }

    @Test
    void a_prefix_means_itself_whatever_it_is_made_of() throws Exception {
        List<String> keys = List.of(
                "", "*", "**", "*a", "?", "?a", "[", "[a]", "[a", "]", "^", "-", "\\", "\\\\", "\\*", "\\a", "a", "a*",
                "a\\", "a\\b", "a\n", "a\r\nb", "\r\n", "\0", "größe", "🦀", "🦀🦀", "{a,b}", "a b", "'", "\"");
        try (Served server = Served.inMemory()) {
            RemoteStore store = connect(server);
            keys.forEach(key -> store.set(key, "of " + key));

            for (String prefix : keys) {
                assertThat(store.keys(prefix))
                        .as("prefix %s", prefix)
                        .isEqualTo(new Success<>(keys.stream()
                                .filter(key -> key.startsWith(prefix))
                                .sorted()
                                .toList()));
            }
            assertThat(value(store.entries()))
                    .containsExactlyInAnyOrderElementsOf(keys.stream()
                            .map(key -> Map.entry(key, "of " + key))
                            .toList());
        }
    }

    @Test
    void half_of_a_surrogate_pair_is_not_sent() throws Exception {
        try (Served server = Served.inMemory()) {
            RemoteStore store = connect(server);

            assertThat(store.set("a", "\ud83e")).isEqualTo(new Failure<>(new StoreError.NotUnicode()));
            assertThat(store.get("\ud83e")).isEqualTo(new Failure<>(new StoreError.NotUnicode()));
            assertThat(store.count()).isEqualTo(new Success<>(0));
        }
    }

    @Test
    void too_much_for_one_request_is_refused_and_nothing_of_it_is_stored() throws Exception {
        String value = "x".repeat(1_000_000);
        var entries = new ArrayList<Entry<String, String>>();
        for (int i = 0; i < 70; i++) {
            entries.add(Map.entry("key " + i, value));
        }
        try (Served server = Served.inMemory()) {
            RemoteStore store = connect(server);

            assertThat(store.setAll(entries))
                    .isEqualTo(new Failure<>(new StoreError.Refused("ERR Protocol error: too big request")));

            assertThat(connect(server).count()).isEqualTo(new Success<>(0));
            assertUnreachable(store.count(), IOException.class, CERTAIN); // the server has closed
            assertThat(store.setAll(entries.subList(0, 30))).isEqualTo(new Success<>(30));
        }
    }

    @Test
    void a_long_value_with_line_breaks_and_emoji_comes_back() throws Exception {
        String value = "🦀\r\n$5\r\nhello\r\n\0".repeat(5_000);
        try (Served server = Served.inMemory()) {
            RemoteStore store = connect(server);
            store.set("long", value);

            assertThat(store.get("long")).isEqualTo(new Success<>(Optional.of(value)));
        }
    }

    @Test
    void several_threads_may_use_it_at_once() throws Exception {
        var wrong = Collections.synchronizedList(new ArrayList<String>());
        try (Served server = Served.inMemory()) {
            RemoteStore store = connect(server);
            var threads = new ArrayList<Thread>();
            for (int t = 0; t < 8; t++) {
                String prefix = t + ":";
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 200; i++) {
                        store.set(prefix + i, "of " + prefix + i);
                        if (!store.get(prefix + i).equals(new Success<>(Optional.of("of " + prefix + i)))) {
                            wrong.add(prefix + i);
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(wrong).isEmpty();
            assertThat(store.count()).isEqualTo(new Success<>(1_600));
        }
    }
}
