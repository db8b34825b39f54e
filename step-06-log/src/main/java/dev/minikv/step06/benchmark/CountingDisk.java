package dev.minikv.step06.benchmark;

import dev.minikv.step06.disk.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// A disk that counts the bytes that are written to it.
final class CountingDisk implements Disk {

    private final Disk disk;
    private long written = 0;

    CountingDisk(Disk disk) {
        this.disk = disk;
    }

    /// Returns how many bytes were written, in all files.
    long written() {
        return written;
    }

    /// Counts from 0 again.
    void reset() {
        written = 0;
    }

    @Override
    public OpenFile create(Path file, Path like) throws IOException {
        OpenFile out = disk.create(file, like);
        return new OpenFile() {

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                written += length;
            }

            @Override
            public void truncate(long length) throws IOException {
                out.truncate(length);
            }

            @Override
            public void force() throws IOException {
                out.force();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public Path locate(String name) {
        return disk.locate(name);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return disk.open(file);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public String version(Path file) throws IOException {
        return disk.version(file);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return disk.lock(file);
    }
}
