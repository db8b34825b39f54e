package dev.minikv.step07.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.FlushMode;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;

/// Two clients that Java programs use, which know nothing of this server.
@Timeout(60)
class ClientsTest {

    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 16;
    private static final int EACH = 200;
    private static final int PIPELINED = 1_000;

    /// 100 KB of everything that a careless protocol trips over.
    private static final String LONG_VALUE = "🦀\r\n$5\r\nhello\r\n大\0\t\"".repeat(4_000);

    private Served server;

    @BeforeEach
    void start() throws IOException {
        server = Served.inMemory();
    }

    @AfterEach
    void end() throws InterruptedException {
        server.close();
        assertThat(server.bugs()).isEmpty();
    }

    @Nested
    class Jedis {

        private static RedisClient connect(Served server, DefaultJedisClientConfig.Builder config) throws IOException {
            var pool = new ConnectionPoolConfig();
            pool.setMaxTotal(THREADS);
            return RedisClient.builder()
                    .hostAndPort(HOST, server.port())
                    .clientConfig(config.build())
                    .poolConfig(pool)
                    .build();
        }

        private RedisClient connect() throws IOException {
            return connect(server, DefaultJedisClientConfig.builder());
        }

        @ParameterizedTest
        @EnumSource(RedisProtocol.class)
        void does_what_we_have(RedisProtocol protocol) throws Exception {
            try (RedisClient client =
                    connect(server, DefaultJedisClientConfig.builder().protocol(protocol))) {
                assertThat(client.ping()).isEqualTo("PONG");
                assertThat(client.get("a")).isNull();
                assertThat(client.set("a", "1")).isEqualTo("OK");
                assertThat(client.get("a")).isEqualTo("1");
                assertThat(client.getSet("a", "2")).isEqualTo("1");
                assertThat(client.mset("b", "3", "größe", "大🦀")).isEqualTo("OK");
                assertThat(client.mget("a", "none", "größe")).containsExactly("2", null, "大🦀");
                assertThat(client.exists("a")).isTrue();
                assertThat(client.exists("a", "none", "a")).isEqualTo(2);
                assertThat(client.keys("*")).containsExactlyInAnyOrder("a", "b", "größe");
                assertThat(client.keys("gr*")).containsExactly("größe");
                assertThat(client.dbSize()).isEqualTo(3);
                assertThat(client.getDel("a")).isEqualTo("2");
                assertThat(client.getDel("a")).isNull();
                assertThat(client.del("a", "b")).isEqualTo(1);
                assertThat(client.configGet("save")).isEqualTo(Map.of("save", ""));
                assertThat(client.info("keyspace")).contains("db0:keys=1,");
                assertThat(client.flushDB()).isEqualTo("OK");
                assertThat(client.dbSize()).isZero();
            }
        }

        @Test
        void keeps_a_long_value_with_line_breaks_and_emoji() throws Exception {
            try (RedisClient client = connect()) {
                client.set("long", LONG_VALUE);

                assertThat(client.get("long")).isEqualTo(LONG_VALUE);
            }
        }

        @Test
        void gets_the_replies_to_a_pipeline_in_order() throws Exception {
            try (RedisClient client = connect();
                    Pipeline pipeline = client.pipelined()) {
                var replies = new ArrayList<Response<String>>();
                for (int i = 0; i < PIPELINED; i++) {
                    pipeline.set("key " + i, "value " + i);
                    replies.add(pipeline.get("key " + i));
                }
                pipeline.sync();

                assertThat(replies.stream().map(Response::get))
                        .containsExactlyElementsOf(IntStream.range(0, PIPELINED)
                                .mapToObj(i -> "value " + i)
                                .toList());
            }
        }

        @Test
        void gives_the_password() throws Exception {
            try (Served strict = Served.withPassword("secret")) {
                try (RedisClient client =
                        connect(strict, DefaultJedisClientConfig.builder().password("secret"))) {
                    assertThat(client.set("a", "1")).isEqualTo("OK");
                }
                assertThatThrownBy(() -> {
                            try (RedisClient client = connect(
                                    strict, DefaultJedisClientConfig.builder().password("wrong"))) {
                                client.ping();
                            }
                        })
                        .isInstanceOf(JedisAccessControlException.class)
                        .hasMessageContaining("WRONGPASS");
            }
        }

        @Test
        void goes_on_after_an_error() throws Exception {
            try (RedisClient client = connect()) {
                assertThatThrownBy(() -> client.incr("a"))
                        .isInstanceOf(JedisDataException.class)
                        .hasMessageStartingWith("ERR unknown command 'INCR', with args beginning with: 'a'");
                assertThatThrownBy(() -> client.setex("a", 10, "1")).isInstanceOf(JedisDataException.class);

                assertThat(client.dbSize()).isZero();
            }
        }

        @Test
        void serves_many_threads_from_a_pool() throws Exception {
            try (RedisClient client = connect()) {
                assertNothingIsLost(client::set, client::get);

                assertThat(client.dbSize()).isEqualTo(THREADS * EACH);
            }
        }
    }

    @Nested
    class Lettuce {

        private static ClientResources resources;
        private io.lettuce.core.RedisClient client;

        @BeforeAll
        static void startThreads() {
            resources = ClientResources.create();
        }

        @AfterAll
        static void endThreads() {
            resources.shutdown(0, 10, TimeUnit.SECONDS).awaitUninterruptibly();
        }

        @BeforeEach
        void prepare() throws IOException {
            client = io.lettuce.core.RedisClient.create(resources, RedisURI.create(HOST, server.port()));
        }

        @AfterEach
        void close() {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(10));
        }

        @Test
        void does_what_we_have() {
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                RedisCommands<String, String> commands = connection.sync();
                assertThat(commands.ping()).isEqualTo("PONG");
                assertThat(commands.get("a")).isNull();
                assertThat(commands.set("a", "1")).isEqualTo("OK");
                assertThat(commands.getset("a", "2")).isEqualTo("1");
                assertThat(commands.mset(Map.of("b", "3", "größe", "大🦀"))).isEqualTo("OK");
                assertThat(commands.mget("a", "none", "größe").stream().map(it -> it.getValueOrElse("-")))
                        .containsExactly("2", "-", "大🦀");
                assertThat(commands.exists("a", "none", "a")).isEqualTo(2);
                assertThat(commands.keys("*")).containsExactlyInAnyOrder("a", "b", "größe");
                assertThat(commands.dbsize()).isEqualTo(3);
                assertThat(commands.getdel("a")).isEqualTo("2");
                assertThat(commands.del("a", "b")).isEqualTo(1);
                assertThat(commands.configGet("save")).isEqualTo(Map.of("save", ""));
                assertThat(commands.info("keyspace")).contains("db0:keys=1,");
                assertThat(commands.flushdb(FlushMode.ASYNC)).isEqualTo("OK");
                assertThat(commands.flushdb()).isEqualTo("OK");
                assertThat(commands.dbsize()).isZero();
            }
        }

        @Test
        void speaks_version_3_and_says_its_name() {
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                assertThat(connection.sync().clientSetname("me")).isEqualTo("OK");
                assertThat(connection.sync().clientId()).isPositive();
                assertThat(((StatefulRedisConnectionImpl<?, ?>) connection)
                                .getConnectionState()
                                .getNegotiatedProtocolVersion())
                        .isEqualTo(ProtocolVersion.RESP3);
            }
        }

        @Test
        void keeps_a_long_value_with_line_breaks_and_emoji() {
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                connection.sync().set("long", LONG_VALUE);

                assertThat(connection.sync().get("long")).isEqualTo(LONG_VALUE);
            }
        }

        @Test
        void gets_the_replies_to_a_pipeline_in_order() {
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                connection.setAutoFlushCommands(false);
                var replies = new ArrayList<RedisFuture<String>>();
                for (int i = 0; i < PIPELINED; i++) {
                    connection.async().set("key " + i, "value " + i);
                    replies.add(connection.async().get("key " + i));
                }
                connection.flushCommands();
                assertThat(LettuceFutures.awaitAll(Duration.ofSeconds(30), replies.toArray(RedisFuture[]::new)))
                        .isTrue();

                assertThat(replies.stream().map(it -> it.toCompletableFuture().join()))
                        .containsExactlyElementsOf(IntStream.range(0, PIPELINED)
                                .mapToObj(i -> "value " + i)
                                .toList());
            }
        }

        @Test
        void gives_the_password() throws Exception {
            try (Served strict = Served.withPassword("secret")) {
                RedisURI right = RedisURI.builder()
                        .withHost(HOST)
                        .withPort(strict.port())
                        .withPassword("secret".toCharArray())
                        .build();
                try (StatefulRedisConnection<String, String> connection = client.connect(right)) {
                    assertThat(connection.sync().set("a", "1")).isEqualTo("OK");
                }
                RedisURI wrong = RedisURI.builder(right)
                        .withPassword("wrong".toCharArray())
                        .build();
                assertThatThrownBy(() -> client.connect(wrong)).rootCause().hasMessageContaining("WRONGPASS");
            }
        }

        @Test
        void serves_many_threads_over_one_connection() throws Exception {
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                RedisCommands<String, String> commands = connection.sync();

                assertNothingIsLost(commands::set, commands::get);

                assertThat(commands.dbsize()).isEqualTo(THREADS * EACH);
            }
        }
    }

    private interface Setting {
        String set(String key, String value);
    }

    private interface Getting {
        String get(String key);
    }

    /// Lets several threads set keys of their own, and read each at once.
    private static void assertNothingIsLost(Setting setting, Getting getting) throws Exception {
        var wrong = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> results = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> IntStream.range(0, EACH)
                            .mapToObj(i -> thread + ":" + i)
                            .filter(key -> !setting.set(key, "value of " + key).equals("OK")
                                    || !getting.get(key).equals("value of " + key))
                            .toList()))
                    .toList();
            for (Future<List<String>> result : results) {
                wrong.addAll(result.get());
            }
        }
        assertThat(wrong).as("keys that have another value").isEmpty();
    }
}
