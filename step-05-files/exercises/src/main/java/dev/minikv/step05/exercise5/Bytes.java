package dev.minikv.step05.exercise5;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The bytes of a file.
///
/// Offsets count from the first byte of the file, which is at 0. A caller that reads beyond the end has a
/// bug, and gets an [IndexOutOfBoundsException].
public final class Bytes {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// Returns the number of bytes.
    int size() {
        return bytes.length;
    }

    /// Returns the number in the two bytes at this offset: 0 to 65,535.
    int numberAt(int offset) {
        return ByteBuffer.wrap(bytes).getChar(offset);
    }

    /// Returns the text in this many bytes of UTF-8.
    String textAt(int offset, int length) {
        return new String(bytes, offset, length, UTF_8);
    }

    /// Returns whether the bytes from one offset up to another, exclusive, are followed by their checksum.
    boolean isSealed(int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        return (int) checksum.getValue() == ByteBuffer.wrap(bytes).getInt(to);
    }
}
