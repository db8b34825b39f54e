package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.SplittableRandom;

/// Requests as bytes, one for each key, in an order that looks random and is the same in each run. All have the same
/// length, and so have their replies: so it costs next to nothing to send them, and to count the replies.
final class Requests {

    private static final int KEY_BYTES = 16; // as for redis-benchmark

    private final ByteBuffer bytes;
    private final int count;
    private final int requestBytes;
    private final byte replyStart;
    private final int replyBytes;

    private Requests(int count, int requestBytes, String reply) {
        this.bytes = ByteBuffer.allocateDirect(count * requestBytes);
        this.count = count;
        this.requestBytes = requestBytes;
        this.replyStart = (byte) reply.charAt(0);
        this.replyBytes = reply.length();
    }

    /// Returns requests that set each key to another value.
    ///
    /// @param valueBytes how long the values are
    static Requests set(int keys, int valueBytes) {
        return set(keys, KEY_BYTES, valueBytes);
    }

    /// Returns requests that set each key to another value.
    ///
    /// @param keyBytes how long the keys are
    static Requests set(int keys, int keyBytes, int valueBytes) {
        return of("SET", keys, keyBytes, valueBytes, "+OK\r\n");
    }

    /// Returns requests that get each key.
    ///
    /// @param valueBytes how long the values are that will be returned
    static Requests get(int keys, int valueBytes) {
        return of("GET", keys, KEY_BYTES, 0, bulk("-".repeat(valueBytes)));
    }

    private static Requests of(String command, int keys, int keyBytes, int valueBytes, String reply) {
        var random = new SplittableRandom(7);
        int[] order = new int[keys];
        for (int i = 0; i < keys; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        String key = "key:%0" + (keyBytes - "key:".length()) + "d";
        int requestBytes = request(command, String.format(Locale.ROOT, key, 0), valueBytes, random).length;
        var requests = new Requests(keys, requestBytes, reply);
        for (int number : order) {
            requests.bytes.put(request(command, String.format(Locale.ROOT, key, number), valueBytes, random));
        }
        return requests;
    }

    private static byte[] request(String command, String key, int valueBytes, SplittableRandom random) {
        String words = bulk(command) + bulk(key);
        String request = valueBytes == 0 ? "*2\r\n" + words : "*3\r\n" + words + bulk(text(random, valueBytes));
        return request.getBytes(US_ASCII);
    }

    private static String bulk(String word) {
        return "$" + word.length() + "\r\n" + word + "\r\n";
    }

    private static String text(SplittableRandom random, int chars) {
        var text = new byte[chars];
        random.nextBytes(text);
        for (int i = 0; i < chars; i++) {
            text[i] = (byte) ('0' + (text[i] & 63));
        }
        return new String(text, US_ASCII);
    }

    int count() {
        return count;
    }

    int replyBytes() {
        return replyBytes;
    }

    /// Returns the bytes of some requests that follow each other.
    ByteBuffer slice(int first, int howMany) {
        return bytes.slice(first * requestBytes, howMany * requestBytes);
    }

    /// Returns whether a byte starts the reply that is expected, and not that of an error.
    boolean isStart(byte first) {
        return first == replyStart;
    }
}
