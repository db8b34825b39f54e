package dev.minikv.workbook.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Edits of several files that are all made or none: everything is written beside the files first, where
/// most of what can fail does, and then moved. A move that fails takes back those before it.
final class AllOrNothing {

    private final List<Port.Edit> edits;
    private final List<Path> fresh = new ArrayList<>();
    private final Deque<Undo> done = new ArrayDeque<>();

    AllOrNothing(List<Port.Edit> edits) {
        this.edits =
                edits.stream().filter(edit -> edit.kind() != Port.Kind.KEEP).toList();
    }

    @FunctionalInterface
    private interface Undo {
        void run() throws IOException;
    }

    void write() throws IOException {
        try {
            for (Port.Edit edit : edits) {
                prepare(edit);
            }
            for (Port.Edit edit : edits) {
                make(edit);
            }
        } catch (IOException e) {
            while (!done.isEmpty()) {
                done.pop().run();
            }
            throw e;
        } finally {
            for (Path file : fresh) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path besides(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".port");
    }

    private void prepare(Port.Edit edit) throws IOException {
        if (edit.kind() != Port.Kind.REMOVE) {
            Files.createDirectories(edit.file().getParent());
            fresh.add(besides(edit.file()));
            Files.write(fresh.getLast(), edit.contents());
        }
    }

    private void make(Port.Edit edit) throws IOException {
        Path file = edit.file();
        if (edit.kind() == Port.Kind.ADD) {
            done.push(() -> Files.deleteIfExists(file));
        } else {
            byte[] before = Files.readAllBytes(file);
            done.push(() -> Files.write(file, before));
        }
        if (edit.kind() == Port.Kind.REMOVE) {
            Files.delete(file);
        } else {
            Files.move(besides(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
