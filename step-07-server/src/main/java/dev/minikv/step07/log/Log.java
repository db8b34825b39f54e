package dev.minikv.step07.log;

import dev.minikv.step07.disk.Disk.OpenFile;
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
    private long frameBytes; // in the snapshot and all segments
    private long sequence;
    private int unforced = 0;
    private long forces = 0;
    private IOException broken; // why nothing more can be written
    private boolean isHeld = false;

    /// Creates the end of a log.
    ///
    /// @param maxBytes how many a segment may have before the next one is begun
    /// @param file the last segment, forced
    /// @param frameBytes how many bytes of frames the folder has
    /// @param length how many bytes the last segment has
    /// @param sequence the number of the last record
    Log(LogFolder folder, int maxBytes, OpenFile file, int number, long frameBytes, long length, long sequence) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.file = file;
        this.number = number;
        this.frameBytes = frameBytes;
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
        frameBytes += frame.length;
        sequence++;
        unforced++;
        if (thenForce) {
            force();
        }
    }

    /// Removes what a failed write has left, and forces that: it must not be there again after a power cut.
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
    }

    /// Forces what is not forced, and takes nothing any more. Closed again, it does nothing.
    void close() throws IOException {
        if (broken instanceof ClosedChannelException) {
            return;
        }
        try (OutputStream _ = file) {
            force();
        } finally {
            broken = new ClosedChannelException();
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

    /// Returns how many bytes of frames the folder has.
    long frameBytes() {
        return frameBytes;
    }

    /// Says how many bytes a compaction has removed.
    void removed(long bytes) {
        frameBytes -= bytes;
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
