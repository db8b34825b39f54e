package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Asks redis-server 7.0 and our server the same, and compares what they answer, byte for byte.
///
/// What redis-server has answered is recorded in files, which judge where it is not installed. With
/// `-Doracle.record` the files are written again.
class OracleTest {

    private static final Path FILES = Path.of("src/test/resources/dev/minikv/step07/server");
    private static final String PASSWORD = "secret";
    private static final boolean RECORDS = System.getProperty("oracle.record") != null;

    private static final String SENT = "> ";
    private static final String OF_REDIS = "< ";
    private static final String OURS = "= ";

    @ParameterizedTest
    @ValueSource(strings = {"oracle.txt", "oracle-password.txt"})
    void our_answers_are_those_that_redis_server_gave(String file) throws Exception {
        try (Served ours = file.contains("password") ? Served.withPassword(PASSWORD) : Served.inMemory()) {
            var different = new ArrayList<String>();
            for (Map.Entry<Dialogue, String> entry : recorded(file).entrySet()) {
                String answer = answer(ours.port(), entry.getKey());
                if (!answer.equals(entry.getValue())) {
                    different.add(String.join("\n", entry.getKey().line(), OF_REDIS + entry.getValue(), OURS + answer));
                }
            }
            assertThat(different).isEmpty();
            assertThat(ours.bugs()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oracle.txt", "oracle-password.txt"})
    void what_is_recorded_is_what_redis_server_answers(String file) throws Exception {
        assumeInstalled();
        String[] options = file.contains("password") ? new String[] {"--requirepass", PASSWORD} : new String[0];
        try (RedisServer redis = RedisServer.start(options)) {
            var lines = new ArrayList<String>();
            for (String line : Files.readAllLines(FILES.resolve(file))) {
                if (!line.startsWith(OF_REDIS)) {
                    lines.add(line);
                }
                if (line.startsWith(SENT)) {
                    lines.add(OF_REDIS + answer(redis.port(), new Dialogue(line.substring(SENT.length()))));
                }
            }
            assertSame(file, lines);
        }
    }

    @Test
    void known_differences_are_as_they_are_listed() throws Exception {
        String file = "oracle-differences.txt";
        boolean isInstalled = RedisServer.isInstalled();
        try (Served ours = Served.inMemory();
                RedisServer redis = isInstalled ? RedisServer.start() : null) {
            var lines = new ArrayList<String>();
            Dialogue sent = null;
            for (String line : Files.readAllLines(FILES.resolve(file))) {
                if (line.startsWith(SENT)) {
                    sent = new Dialogue(line.substring(SENT.length()));
                }
                if (!line.startsWith(OURS) && !(isInstalled && line.startsWith(OF_REDIS))) {
                    lines.add(line);
                }
                if (line.startsWith(SENT) && isInstalled) {
                    lines.add(OF_REDIS + answer(redis.port(), sent));
                }
                if (line.startsWith(isInstalled ? SENT : OF_REDIS)) {
                    String ofRedis = lines.getLast().substring(OF_REDIS.length());
                    lines.add(OURS + answer(ours.port(), sent));
                    assertThat(lines.getLast()).as(sent.line()).isNotEqualTo(OURS + ofRedis);
                }
            }
            assertSame(file, lines);
        }
    }

    @Test
    void our_answers_to_random_requests_are_those_that_redis_server_gave() throws Exception {
        List<String> recorded = Files.readAllLines(FILES.resolve("oracle-random.txt"));
        List<Dialogue> dialogues = RandomDialogues.all();
        assertThat(recorded.size()).isEqualTo(dialogues.size());
        try (Served ours = Served.inMemory()) {
            for (int i = 0; i < recorded.size(); i++) {
                String answer = answer(ours.port(), dialogues.get(i));
                assertThat(checksum(answer)).as(dialogues.get(i).line()).isEqualTo(recorded.get(i));
            }
            assertThat(ours.bugs()).isEmpty();
        }
    }

    @Test
    void redis_server_answers_random_requests_as_our_server_does() throws Exception {
        assumeInstalled();
        var checksums = new ArrayList<String>();
        try (Served ours = Served.inMemory();
                RedisServer redis = RedisServer.start()) {
            for (Dialogue each : RandomDialogues.all()) {
                String ofRedis = answer(redis.port(), each);
                assertThat(answer(ours.port(), each)).as(each.line()).isEqualTo(ofRedis);
                checksums.add(checksum(ofRedis));
            }
        }
        assertSame("oracle-random.txt", checksums);
    }

    private static String checksum(String answer) {
        var checksum = new CRC32C();
        checksum.update(answer.getBytes(US_ASCII));
        return "%08x".formatted(checksum.getValue());
    }

    private static void assertSame(String file, List<String> lines) throws IOException {
        if (RECORDS) {
            Files.write(FILES.resolve(file), lines);
        }
        var changed = new ArrayList<>(lines);
        changed.removeAll(Files.readAllLines(FILES.resolve(file)));
        assertThat(changed).as(file + " says something else").isEmpty();
    }

    private static void assumeInstalled() {
        assumeTrue(
                RedisServer.isInstalled(),
                () -> "redis-server " + RedisServer.VERSION + " is not installed: what it answered once is the judge");
    }

    private static Map<Dialogue, String> recorded(String file) throws IOException {
        var recorded = new LinkedHashMap<Dialogue, String>();
        Dialogue sent = null;
        for (String line : Files.readAllLines(FILES.resolve(file))) {
            if (line.startsWith(SENT)) {
                sent = new Dialogue(line.substring(SENT.length()));
            } else if (line.startsWith(OF_REDIS)) {
                recorded.put(sent, line.substring(OF_REDIS.length()));
            }
        }
        return recorded;
    }

    /// Empties the store of a server, and returns what it answers then.
    private static String answer(int port, Dialogue dialogue) throws IOException {
        RawClient.answers(port, "AUTH " + PASSWORD + "\r\nFLUSHDB\r\n");
        return Dialogue.escaped(dialogue.comparable(RawClient.answers(port, dialogue.bytes())));
    }
}
