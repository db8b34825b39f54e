package dev.minikv.step06.log;

import dev.minikv.step06.disk.Disk.OpenFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;

/// The end of a log, where records are appended.
///
/// A failed write is taken back. After a failed force nothing is written any more: the system may have dropped
/// the bytes and report success the next time ([fsyncgate](https://lwn.net/Articles/752063/)).
final class Log {

    private final LogFolder folder;
    private final int maxBytes;
    private OpenFile file;
    private int number;
    private long length; // of the file, in bytes
    private long allBytes; // of the snapshot and all segments
    private long sequence;
    private int unforced = 0;
    private long forces = 0;
    private IOException broken; // why nothing more can be written
    private boolean isHeld = false;

    /// Creates the end of a log.
    ///
    /// @param maxBytes how many a segment may have before the next one is begun
    /// @param file the last segment, forced
    /// @param allBytes how many bytes the folder has
    /// @param length how many of them are in the last segment
    /// @param sequence the number of the last record
    Log(LogFolder folder, int maxBytes, OpenFile file, int number, long allBytes, long length, long sequence) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.file = file;
        this.number = number;
        this.allBytes = allBytes;
        this.length = length;
        this.sequence = sequence;
    }

    /// Appends a record. If that fails, it is not part of the log; only if its force has failed, it may turn out
    /// to be when the log is opened again.
    void append(LogRecord record, boolean thenForce) throws IOException {
        byte[] frame = Frame.encode(sequence + 1, unforced, record);
        goOn();
        if (length + frame.length > maxBytes && length > LogFolder.HEADER.length && !isHeld) {
            continueIn(folder.beginSegment(number + 1));
            frame = Frame.encode(sequence + 1, unforced, record); // all before it are forced now
        }
        try {
            file.write(frame);
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        length += frame.length;
        allBytes += frame.length;
        sequence++;
        unforced++;
        if (thenForce) {
            force();
        }
    }

    private void takeBack(IOException reason) {
        try {
            file.truncate(length);
            forceFile(); // or a power cut may bring it back
        } catch (IOException e) {
            reason.addSuppressed(e);
            broken = reason;
        }
    }

    /// Waits until all records are on the disk.
    void force() throws IOException {
        goOn();
        if (unforced > 0) {
            forceFile();
        }
    }

    private void forceFile() throws IOException {
        try {
            forces++;
            file.force();
        } catch (IOException e) {
            broken = e;
            throw e;
        }
        unforced = 0;
    }

    private void goOn() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }

    /// Returns the number of the next segment, which is not begun by itself until [#continueIn] or [#release].
    int hold() throws IOException {
        goOn(); // or the folder may be another's by now
        isHeld = true;
        return number + 1;
    }

    void release() {
        isHeld = false;
    }

    /// Appends to the next segment from now on. All before it is forced first.
    void continueIn(OpenFile next) throws IOException {
        force();
        file.close();
        file = next;
        number++;
        isHeld = false;
        length = LogFolder.HEADER.length;
        allBytes += length;
    }

    /// Forces what is not forced, and takes nothing any more.
    void close() throws IOException {
        try (OutputStream _ = file) {
            force();
        } finally {
            broken = broken == null ? new ClosedChannelException() : broken;
        }
    }

    /// Ends without a promise, as a crash does.
    void abandon() {
        try (OutputStream _ = file) {
            broken = new ClosedChannelException();
        } catch (IOException _) {
            // nothing depends on it
        }
    }

    /// Returns whether nothing more can be written.
    boolean isBroken() {
        return broken != null;
    }

    /// Returns how many bytes the folder has, in all its files.
    long allBytes() {
        return allBytes;
    }

    /// Says how many bytes a compaction has removed.
    void removed(long bytes) {
        allBytes -= bytes;
    }

    long sequence() {
        return sequence;
    }

    int number() {
        return number;
    }

    long forces() {
        return forces;
    }
}
