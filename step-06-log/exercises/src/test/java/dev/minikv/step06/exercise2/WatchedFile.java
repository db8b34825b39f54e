package dev.minikv.step06.exercise2;

import java.io.IOException;
import java.util.Arrays;

/// A file in memory. It knows which of its bytes would survive a power cut, and one of its operations can
/// fail, once.
final class WatchedFile implements LogFile {

    private final byte[] original;
    private String failing;
    private byte[] visible;
    private byte[] forced;
    private IOException failure;

    /// Creates a file whose bytes are all on the disk.
    ///
    /// @param failing the name of the method that fails when it is first called, or an empty text
    WatchedFile(byte[] bytes, String failing) {
        this.original = bytes.clone();
        this.visible = bytes.clone();
        this.forced = bytes.clone();
        this.failing = failing;
    }

    /// Returns the bytes that survive a power cut.
    byte[] forced() {
        return forced.clone();
    }

    /// Returns the exception that was thrown, or null if none was.
    IOException failure() {
        return failure;
    }

    /// Returns what is left of the bytes, as in "the first 27 bytes".
    String state() {
        int length = visible.length;
        boolean isPrefix = length <= original.length && Arrays.equals(visible, Arrays.copyOf(original, length));
        String bytes = (length == original.length ? "all " : "the first ") + length + " bytes";
        return (isPrefix ? bytes : "other bytes") + (Arrays.equals(visible, forced) ? "" : ", not forced");
    }

    @Override
    public byte[] read() throws IOException {
        fail("read");
        return visible.clone();
    }

    @Override
    public void truncate(int offset) throws IOException {
        fail("truncate");
        visible = Arrays.copyOf(visible, offset);
    }

    @Override
    public void force() throws IOException {
        fail("force");
        forced = visible.clone();
    }

    private void fail(String method) throws IOException {
        if (method.equals(failing)) {
            failing = "";
            failure = new IOException("cannot " + method);
            throw failure;
        }
    }
}
