package dev.minikv.step07.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// What this program may ask of a disk.
///
/// Each change can be seen at once, by every process, and outlives the process that made it. A power
/// cut is survived only by what was forced: the contents of a file by [OpenFile#force], its name by
/// [#forceFolder]. These are two promises, and a new file needs both.
///
/// Each method throws an [IOException] if the disk cannot do it, and that is a
/// [java.nio.file.NoSuchFileException] if the file is not there.
public interface Disk {

    /// Returns where a file is that may have been named by a relative path, or by a link to it.
    ///
    /// @throws java.nio.file.InvalidPathException if this cannot be the name of a file
    Path locate(String name);

    /// Returns all bytes of a file.
    ///
    /// @throws NotAFileException if it is something else, such as a folder or a device
    /// @throws TooLargeException if there are more than an array can have, 2 GB
    byte[] read(Path file) throws IOException;

    /// Opens a file to read it from its start, however long it is.
    InputStream open(Path file) throws IOException;

    /// Returns the names in a folder, in any order.
    List<String> list(Path folder) throws IOException;

    /// Creates a folder and those above it, if they are not there, and forces their names. The name of a
    /// folder that is there is forced too: a crash may have come between the two.
    void createFolder(Path folder) throws IOException;

    /// Creates an empty file, and opens it for writing.
    ///
    /// @param like the new file gets this one's permissions, if it exists
    /// @throws java.nio.file.FileAlreadyExistsException if there is a file of that name
    OpenFile create(Path file, Path like) throws IOException;

    /// Gives a file another name in the same folder. A file that had this name is replaced, in one step:
    /// there is no moment at which neither of the two has it.
    void rename(Path from, Path to) throws IOException;

    /// Removes a file, if it is there.
    void delete(Path file) throws IOException;

    /// Waits until the names in a folder are on the disk: those created, changed and removed so far.
    void forceFolder(Path folder) throws IOException;

    /// Returns a text that changes whenever the file is written to or replaced; empty if there is no file.
    String version(Path file) throws IOException;

    /// Takes a lock, which one process at a time can hold: until it closes the lock, or ends in any way.
    ///
    /// @param file is created for it, if need be, and stays
    /// @return the lock, or null if another process holds it
    Closeable lock(Path file) throws IOException;

    /// Something has this name, and it is not a file.
    @SuppressWarnings("serial")
    final class NotAFileException extends IOException {}

    /// A file has more bytes than an array can have.
    @SuppressWarnings("serial")
    final class TooLargeException extends IOException {}

    /// A file that is open for writing at its end.
    abstract class OpenFile extends OutputStream {

        @Override
        public final void write(int next) throws IOException {
            write(new byte[] {(byte) next});
        }

        /// Writes all of these bytes. If that fails, a part of them may be there.
        @Override
        public abstract void write(byte[] bytes, int offset, int length) throws IOException;

        /// Removes all bytes after the first ones.
        ///
        /// @param length how many stay
        public abstract void truncate(long length) throws IOException;

        /// Waits until all that was written is on the disk. If that fails, it may be lost, and no
        /// later call can be trusted to make up for it.
        public abstract void force() throws IOException;
    }
}
