package dev.minikv.step05.exercise3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.zip.CRC32C;

/// An entry as a record: bytes that show whether they are still the same.
///
///     length of the key, length of the value, key, value, checksum
///
/// The lengths and the checksum have four bytes each, the highest first. A length counts bytes of UTF-8.
public final class Sealed {

    private static final int LENGTHS_BYTES = 2 * Integer.BYTES;
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    private static final Map<Integer, Optional<Entry<String, String>>> OPENED = new HashMap<>();

    private Sealed() {}

    /// Returns the record of an entry.
    public static byte[] seal(String key, String value) {
        byte[] keyBytes = key.getBytes(UTF_8);
        byte[] valueBytes = value.getBytes(UTF_8);
        var record = ByteBuffer.allocate(LENGTHS_BYTES + keyBytes.length + valueBytes.length + CHECKSUM_BYTES);
        record.putInt(keyBytes.length).putInt(valueBytes.length).put(keyBytes).put(valueBytes);
        return record.putInt(checksum(record.array(), record.position())).array();
    }

    /// Returns the entry of a record, or empty if the bytes are not those of a whole record.
    public static Optional<Entry<String, String>> open(byte[] bytes) {
        int hash = Arrays.hashCode(bytes);
        if (!OPENED.containsKey(hash)) {
            OPENED.put(hash, openUnknown(bytes));
        }
        return OPENED.get(hash);
    }

    private static Optional<Entry<String, String>> openUnknown(byte[] bytes) {
        int end = bytes.length - CHECKSUM_BYTES;
        var record = ByteBuffer.wrap(bytes);
        if (end < LENGTHS_BYTES || record.getInt(end) != checksum(bytes, end)) {
            return Optional.empty();
        }
        int keyLength = record.getInt();
        int valueLength = record.getInt();
        int textsLength = end - LENGTHS_BYTES;
        if (keyLength < 0 || keyLength > textsLength || valueLength != textsLength - keyLength) {
            return Optional.empty(); // not a bit has changed: it was wrong when it was written
        }
        var key = new String(bytes, LENGTHS_BYTES, keyLength, UTF_8);
        var value = new String(bytes, LENGTHS_BYTES + keyLength, valueLength, UTF_8);
        return Optional.of(Map.entry(key, value));
    }

    /// Returns the checksum of the bytes before a place.
    private static int checksum(byte[] bytes, int end) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        return (int) checksum.getValue();
    }
}
