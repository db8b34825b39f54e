package dev.minikv.step06.log;

import dev.minikv.step06.disk.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A disk that writes down what it is asked to change or force, and asks another disk to do it.
record TracedDisk(Disk disk, List<String> trace) implements Disk {

    TracedDisk(Disk disk) {
        this(disk, new ArrayList<>());
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
        trace.add("create folder " + folder);
        disk.createFolder(folder);
    }

    @Override
    public OpenFile create(Path file, Path like) throws IOException {
        trace.add("create " + file);
        OpenFile open = disk.create(file, like);
        return new OpenFile() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                trace.add("write to " + file);
                open.write(bytes, offset, length);
            }

            @Override
            public void truncate(long length) throws IOException {
                trace.add("truncate " + file);
                open.truncate(length);
            }

            @Override
            public void force() throws IOException {
                trace.add("force " + file);
                open.force();
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        trace.add("rename " + from + " to " + to);
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        trace.add("delete " + file);
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        trace.add("force folder " + folder);
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
