package dev.minikv.step05.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The disk of this machine.
///
/// A force is worth what the drive's word is worth: one that answers before its own cache is written
/// can lose what was forced.
public final class RealDisk implements Disk {

    private static final int MAX_BYTES = Integer.MAX_VALUE - 8; // of an array
    private static final boolean IS_WINDOWS = System.getProperty("os.name").startsWith("Windows");

    @Override
    public Path locate(String name) {
        try {
            return Path.of(name).toRealPath();
        } catch (IOException _) { // there is no such file yet
            return Path.of(name).toAbsolutePath();
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NotAFileException(); // it may have no end
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new TooLargeException();
        }
        return Files.readAllBytes(file);
    }

    @Override
    public OpenFile create(Path file, Path like) throws IOException {
        FileAttribute<?>[] permissions = IS_WINDOWS || Files.notExists(like)
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(like))};
        return new Channel(FileChannel.open(file, Set.of(CREATE_NEW, WRITE), permissions));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /// Does nothing on Windows, where a program cannot force a folder.
    @Override
    public void forceFolder(Path folder) throws IOException {
        if (!IS_WINDOWS) {
            try (var channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public String version(Path file) throws IOException {
        if (Files.notExists(file)) {
            return "";
        }
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel; // to close it is to give the lock back
            }
        } catch (OverlappingFileLockException _) {
            // it is this process that holds the lock
        }
        channel.close();
        return null;
    }

    private static final class Channel extends OpenFile {

        private final FileChannel channel;

        private Channel(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
