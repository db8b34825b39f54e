package dev.minikv.step05.exercise3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
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
        var record = ByteBuffer.wrap(bytes);
        int end = bytes.length - CHECKSUM_BYTES;
        if (end < LENGTHS_BYTES || record.getInt(0) < 0 || record.getInt(Integer.BYTES) < 0) {
            return Optional.empty();
        }
        byte[] keyBytes = new byte[record.getInt()];
        byte[] valueBytes = new byte[record.getInt()];
        if (record.getInt(end) != checksum(bytes, end) || keyBytes.length + valueBytes.length != end - LENGTHS_BYTES) {
            return Optional.empty();
        }
        record.get(keyBytes).get(valueBytes);
        return Optional.of(Map.entry(new String(keyBytes, UTF_8), new String(valueBytes, UTF_8)));
    }

    /// Returns the checksum of the bytes before a place.
    private static int checksum(byte[] bytes, int end) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        return (int) checksum.getValue();
    }
}
