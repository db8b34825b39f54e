package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.repl.Tokenizer;
import dev.minikv.step07.wire.Received;
import dev.minikv.step07.wire.RequestLimits;
import dev.minikv.step07.wire.RequestReader;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Any bytes can arrive: each request is replied to, until one is malformed, and nothing is thrown.
///
/// A thousand million bytes take some minutes:
///
///     mvn test -pl step-07-server -am -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.bytes=1000000000
class FuzzTest {

    private static final long BYTES = Long.getLong("fuzz.bytes", 10_000_000);
    private static final int MAX_REQUESTS = 60;

    /// Words that mean something, those of other requests, and pieces of the protocol.
    private static final List<String> WORDS = List.of(
            "GET",
            "SET",
            "GETSET",
            "GETDEL",
            "DEL",
            "EXISTS",
            "MSET",
            "MGET",
            "KEYS",
            "DBSIZE",
            "FLUSHDB",
            "ECHO",
            "PING",
            "HELLO",
            "CLIENT",
            "CONFIG",
            "COMMAND",
            "AUTH",
            "NOPE",
            "2",
            "3",
            "id",
            "a",
            "b",
            "c",
            "*",
            "a?",
            "[a-",
            "",
            "\r\n",
            "\n",
            "\0",
            "\u00f0\u009f\u00a6\u0080",
            "\u00ff",
            "\"",
            "'",
            "\\x41",
            "*1\r\n",
            "$4\r\n");

    /// How many bytes a reader may keep for each byte that has arrived: the most is kept for words of no bytes.
    private static final int FACTOR = 8;

    private static final int KEPT_BYTES = 3 * 16_384; // for any client

    /// What is sent, and how many requests it begins with that are all right.
    private record Stream(byte[] bytes, int requests) {

        static Stream of(SplittableRandom random) {
            var bytes = new ByteArrayOutputStream();
            int requests = random.nextInt(MAX_REQUESTS);
            for (int i = 0; i < requests; i++) {
                bytes.writeBytes(request(random));
            }
            bytes.writeBytes(tail(random));
            return new Stream(bytes.toByteArray(), requests);
        }

        private static byte[] tail(SplittableRandom random) {
            byte[] tail = new byte[random.nextInt(200)];
            switch (random.nextInt(8)) {
                case 0 -> random.nextBytes(tail);
                case 1 -> Arrays.fill(tail, (byte) random.nextInt());
                default -> {
                    var requests = new ByteArrayOutputStream();
                    for (int i = random.nextInt(1, 20); i > 0; i--) {
                        requests.writeBytes(request(random));
                    }
                    tail = requests.toByteArray();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        tail = mutant(tail, random);
                    }
                }
            }
            return tail;
        }
    }

    private static byte[] request(SplittableRandom random) {
        boolean isTyped = random.nextInt(8) == 0;
        int count = random.nextInt(1, random.nextInt(50) == 0 ? 300 : 6);
        var request = new StringBuilder(isTyped ? "" : "*" + count + "\r\n");
        for (int i = 0; i < count; i++) {
            String word = i == 0 ? WORDS.get(random.nextInt(19)) : word(random);
            if (!isTyped) {
                request.append('$')
                        .append(word.length())
                        .append("\r\n")
                        .append(word)
                        .append("\r\n");
            } else if (word.matches("[A-Za-z0-9*?]{1,99}")) {
                request.append(word).append(' ');
            }
        }
        return request.append(isTyped ? "\r\n" : "").toString().getBytes(ISO_8859_1);
    }

    private static String word(SplittableRandom random) {
        return random.nextInt(20) > 0
                ? WORDS.get(random.nextInt(WORDS.size()))
                : "x".repeat(1 << random.nextInt(random.nextInt(200) == 0 ? 17 : 8));
    }

    /// Returns bytes of which some are changed, missing, twice there, or digits.
    private static byte[] mutant(byte[] bytes, SplittableRandom random) {
        byte[] mutant = bytes.clone();
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 20));
        switch (random.nextInt(5)) {
            case 0 -> mutant[from] = (byte) random.nextInt();
            case 1 -> mutant[from] = (byte) ('0' + random.nextInt(10));
            case 2 -> mutant[from] = (byte) "\r\n*$\"' -".charAt(random.nextInt(8));
            case 3 -> {
                System.arraycopy(bytes, to, mutant, from, bytes.length - to);
                mutant = Arrays.copyOf(mutant, bytes.length - (to - from));
                mutant = mutant.length == 0 ? bytes : mutant;
            }
            default -> {
                mutant = Arrays.copyOf(bytes, bytes.length + to - from);
                System.arraycopy(bytes, from, mutant, to, bytes.length - from);
            }
        }
        return mutant;
    }

    @Test
    void any_bytes_are_replied_to_in_step_however_they_are_split() {
        long sent = 0;
        int malformed = 0;
        int replied = 0;
        for (long seed = 0; sent < BYTES; seed++) {
            var random = new SplittableRandom(seed);
            Stream stream = Stream.of(random);

            Talk whole = Talk.open();
            whole.send(stream.bytes);
            List<String> replies = RawReplies.split(whole.replies());

            assertThat(replies)
                    .as("seed %d", seed)
                    .hasSize(replies(stream.bytes))
                    .hasSizeGreaterThanOrEqualTo(stream.requests);
            assertThat(replies.subList(0, stream.requests))
                    .as("seed %d", seed)
                    .noneMatch(reply -> reply.startsWith("-ERR Protocol error"));
            Talk inPieces = inPieces(stream.bytes, random);
            assertThat(inPieces.replies()).as("seed %d", seed).isEqualTo(whole.replies());
            assertThat(inPieces.contents()).as("seed %d", seed).isEqualTo(whole.contents());
            assertThat(inPieces.isOver()).as("seed %d", seed).isEqualTo(whole.isOver());
            sent += stream.bytes.length;
            malformed += whole.isOver() ? 1 : 0;
            replied += replies.size();
        }

        assertThat(malformed).as("malformed").isGreaterThan((int) (BYTES / 10_000));
        assertThat(replied).as("replied to").isGreaterThan((int) (BYTES / 100));
    }

    /// Sends bytes in pieces of random sizes, and checks after each what is kept in memory.
    private static Talk inPieces(byte[] bytes, SplittableRandom random) {
        Talk talk = Talk.open();
        int maxPiece = 1 << random.nextInt(15);
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + random.nextInt(1, maxPiece + 1));
            talk.send(Arrays.copyOfRange(bytes, from, to));
            from = to;
            assertThat(talk.heldBytes()).isLessThanOrEqualTo(KEPT_BYTES + FACTOR * from);
        }
        return talk;
    }

    /// Returns how many replies there have to be: one for each request, and one for a malformed one.
    private static int replies(byte[] bytes) {
        var reader = new RequestReader(Tokenizer::words);
        reader.add(bytes, bytes.length);
        for (int replies = 0; ; replies++) {
            switch (reader.next(RequestLimits.KNOWN)) {
                case Received.Request(var words)
                when is(words, "QUIT") -> {
                    return replies + 1;
                }
                case Received.Request(var words)
                when is(words, "POST") || is(words, "Host:") -> {
                    return replies;
                }
                case Received.Request _ -> {}
                case Received.Malformed _ -> {
                    return replies + 1;
                }
                case Received.Incomplete _ -> {
                    return replies;
                }
            }
        }
    }

    private static boolean is(List<byte[]> words, String first) {
        return new String(words.getFirst(), ISO_8859_1).equalsIgnoreCase(first);
    }
}
