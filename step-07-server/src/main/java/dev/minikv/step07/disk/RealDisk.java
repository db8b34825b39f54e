package dev.minikv.step07.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The disk of this machine.
///
/// A force is worth what the drive's word is worth: one that answers before its own cache is written
/// can lose what was forced.
public final class RealDisk implements Disk {

    private static final int MAX_BYTES = Integer.MAX_VALUE - 8; // of an array
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet(); // by this process
    private static final boolean IS_WINDOWS = System.getProperty("os.name").startsWith("Windows");

    @Override
    public Path locate(String name) {
        Path path = Path.of(name).toAbsolutePath();
        try {
            return path.toRealPath();
        } catch (IOException _) { // there is no such file yet
            Path folder = path.getParent();
            return folder == null ? path : locate(folder.toString()).resolve(path.getFileName());
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        version(file); // a device may have no end
        if (LOCKED.contains(file)) {
            throw new NotAFileException(); // and on some systems, closing it gives back the lock
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new TooLargeException();
        }
        return Files.readAllBytes(file);
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (folder.getParent() != null) {
            if (!Files.isDirectory(folder)) {
                createFolder(folder.getParent());
                Files.createDirectory(folder);
            }
            forceFolder(folder.getParent());
        }
    }

    @Override
    public OpenFile create(Path file, Path like) throws IOException {
        if (IS_WINDOWS || Files.notExists(like)) {
            return new Channel(FileChannel.open(file, CREATE_NEW, WRITE));
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(like);
        var attribute = PosixFilePermissions.asFileAttribute(permissions);
        var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), attribute);
        Files.setPosixFilePermissions(file, permissions); // again: a new file gets no more than the umask allows
        return new Channel(channel);
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
        if (!Files.isRegularFile(file)) {
            throw new NotAFileException();
        }
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        if (LOCKED.contains(file)) {
            return null; // without opening it, see read
        }
        var channel = FileChannel.open(file, CREATE, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        LOCKED.add(file);
        return () -> {
            LOCKED.remove(file);
            channel.close(); // gives back the lock
        };
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
        public void truncate(long length) throws IOException {
            channel.truncate(length);
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
