package dev.minikv.step07.disk;

import dev.minikv.step07.disk.Disk.OpenFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Replaces a file as a whole: whenever the program or the machine stops, it has its old bytes or its new ones.
public final class Replacement {

    /// How the name of a new file ends, until it replaces the old one.
    public static final String FRESH = ".saving";

    private Replacement() {}

    /// What a file will have.
    public interface Contents {

        /// Writes all of it.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces a file, or creates it. When this returns, bytes and name are on the disk.
    ///
    /// @param like the file gets this one's permissions, if it exists
    /// @return the file, open at its end
    public static OpenFile replace(Disk disk, Path file, Path like, Contents contents) throws IOException {
        Path fresh = beside(file, FRESH);
        disk.delete(fresh); // left by a replacement that did not come to its end
        OpenFile out = disk.create(fresh, like);
        try {
            contents.writeTo(out);
            out.force();
            disk.rename(fresh, file);
            disk.forceFolder(file.getParent());
            return out;
        } catch (IOException e) {
            try (out) {
                disk.delete(fresh); // so that it does not fill the disk
            } catch (IOException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    /// Keeps a copy of a file beside it, under a name that ends in `.damaged`, or in a number after that if there is
    /// one already.
    public static void keepCopy(Disk disk, Path file) throws IOException {
        Path copy = beside(file, ".damaged");
        for (int number = 2; !disk.version(copy).isEmpty(); number++) {
            copy = beside(file, ".damaged" + number);
        }
        byte[] bytes = disk.read(file);
        replace(disk, copy, file, out -> out.write(bytes)).close();
    }

    /// Returns the name of a file with an ending.
    public static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
