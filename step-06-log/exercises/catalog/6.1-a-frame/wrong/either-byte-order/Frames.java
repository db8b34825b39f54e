package dev.minikv.step06.exercise1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A record as a frame: bytes that show where it ends, and whether they are still the same.
///
///     checksum, length, sequence number, payload
///
/// The checksum and the length have four bytes each, the sequence number has eight, and the highest byte
/// comes first. The length is that of the payload.
public final class Frames {

    private static final int LENGTH_AT = Integer.BYTES;
    private static final int SEQUENCE_AT = LENGTH_AT + Integer.BYTES;
    private static final int HEADER_BYTES = SEQUENCE_AT + Long.BYTES;

    private Frames() {}

    /// Returns the frame of a record.
    public static byte[] encode(long sequence, byte[] payload) {
        var frame = ByteBuffer.allocate(HEADER_BYTES + payload.length);
        frame.putInt(0).putInt(payload.length).putLong(sequence).put(payload);
        int checksum = checksum(frame.array(), LENGTH_AT, frame.capacity());
        return frame.putInt(0, checksum).array();
    }

    /// Returns the frame that begins at an offset, or empty if no whole frame begins there.
    ///
    /// @param bytes a log, of which everything may be damaged
    /// @param offset from 0 to the number of bytes
    public static Optional<Frame> decode(byte[] bytes, int offset) {
        int room = bytes.length - offset - HEADER_BYTES;
        if (room < 0) {
            return Optional.empty();
        }
        var log = ByteBuffer.wrap(bytes);
        int length = log.getInt(offset + LENGTH_AT);
        if (length < 0 || length > room) {
            return Optional.empty(); // it cannot be right, so the checksum need not be asked
        }
        int end = offset + HEADER_BYTES + length;
        int checksum = checksum(bytes, offset + LENGTH_AT, end);
        if (log.getInt(offset) != checksum && log.getInt(offset) != Integer.reverseBytes(checksum)) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(bytes, offset + HEADER_BYTES, end);
        return Optional.of(new Frame(log.getLong(offset + SEQUENCE_AT), payload, end));
    }

    /// Returns the checksum of the bytes between two offsets.
    private static int checksum(byte[] bytes, int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue();
    }
}
