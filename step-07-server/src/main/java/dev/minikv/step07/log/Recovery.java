package dev.minikv.step07.log;

import dev.minikv.step07.disk.Disk.OpenFile;
import dev.minikv.step07.disk.Replacement;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads what a folder holds: the newest snapshot, and the segments after it.
///
/// A log ends in one of three ways. It may be *clean*: every byte belongs to a whole frame, and sequence numbers rise
/// by one. It may have a *torn tail*: from some byte on there are only records that were never forced, or parts
/// of them. It is *damaged* if a record is missing and a later one says that it had been forced.
final class Recovery {

    private final LogFolder folder;
    private final Memory memory;
    private final Set<Path> damagedFiles = new LinkedHashSet<>(); // and what follows them
    private long firstDamage; // in the first of them: an offset
    private long lost = 0;
    private long sequence = 0; // of the last record applied
    private long records = 0;
    private long snapshotEntries = 0;
    private long bytes = 0; // of the frames that were applied
    private long cutBytes = 0;
    private int lastSegment; // with a record that was applied
    private byte[] lastBytes = LogFolder.HEADER;

    private Recovery(LogFolder folder, Memory memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /// Applies to an empty memory what is there: up to a torn tail, and around a damage.
    ///
    /// @param end the number of the first segment that is not read
    /// @param forced the number of a record that is known to be on the disk, with all before it
    static Recovery of(LogFolder folder, int end, long forced, Memory memory) throws IOException {
        var recovery = new Recovery(folder, memory);
        List<Integer> snapshots = folder.snapshots();
        int newest = snapshots.isEmpty() ? 1 : snapshots.getLast();
        recovery.lastSegment = newest;
        if (!snapshots.isEmpty()) {
            recovery.readSnapshot(folder.snapshot(newest));
        }
        List<Integer> segments = folder.segments().stream()
                .filter(number -> number >= newest && number < end)
                .toList();
        if (segments.isEmpty() || segments.getFirst() == newest) {
            recovery.readSegments(segments);
        } else {
            recovery.readAfter(segments, 0, true); // the first one is missing, or the snapshot that covers it
        }
        if (recovery.sequence < forced) {
            recovery.damage(folder.segment(recovery.lastSegment), recovery.lastBytes.length);
        }
        return recovery;
    }

    private void readSnapshot(Path file) throws IOException {
        try (var in = new BufferedInputStream(folder.disk().open(file))) {
            long offset = folder.start(file, in.readNBytes(LogFolder.HEADER.length));
            if (offset == 0) {
                damage(file, 0);
            }
            boolean hasEnded = false;
            while (!hasEnded) {
                byte[] next = Snapshot.next(in);
                Optional<Frame> frame = Frame.decode(next, 0);
                if (frame.isPresent()) {
                    sequence = frame.get().sequence();
                    memory.apply(frame.get().record());
                } else {
                    lost++;
                    damage(file, offset);
                }
                offset += next.length;
                hasEnded = next.length == 0 || frame.isPresent() && frame.get().record() instanceof LogRecord.End;
            }
            bytes = memory.liveBytes();
            snapshotEntries = memory.store().count().value();
        }
    }

    private void readSegments(List<Integer> numbers) throws IOException {
        for (int i = 0; i < numbers.size(); i++) {
            Path file = folder.segment(numbers.get(i));
            byte[] segment = folder.disk().read(file);
            int at = folder.start(file, segment);
            boolean hasHeader = at > 0;
            Optional<Frame> frame = Frame.decode(segment, at);
            while (hasHeader && frame.isPresent() && frame.get().sequence() == sequence + 1) {
                apply(frame.get());
                bytes += frame.get().end() - at;
                at = frame.get().end();
                lastSegment = numbers.get(i);
                frame = Frame.decode(segment, at);
            }
            if (lastSegment == numbers.get(i) && hasHeader) {
                lastBytes = at == segment.length ? segment : Arrays.copyOf(segment, at);
            }
            if (at < segment.length || !hasHeader) {
                readAfter(numbers.subList(i, numbers.size()), at, !hasHeader);
                return;
            }
        }
    }

    private void apply(Frame frame) {
        memory.apply(frame.record());
        sequence = frame.sequence();
        records++;
    }

    /// Decides what the first place means where the next record is not, and goes on around a damage. A header that is
    /// not there is one: a segment gets its name when its header is forced.
    private void readAfter(List<Integer> numbers, int at, boolean isDamage) throws IOException {
        long missing = sequence + 1;
        if (!isDamage && !anyFrame(numbers, at, frame -> frame.sequence() - frame.unforced() > missing)) {
            cutBytes = -at;
            for (int number : numbers) {
                cutBytes += folder.disk().read(folder.segment(number)).length;
            }
            return;
        }
        for (int number : numbers) {
            damage(folder.segment(number), at);
        }
        anyFrame(numbers, at, frame -> {
            if (frame.sequence() > sequence) {
                lost += frame.sequence() - sequence - 1;
                apply(frame);
            }
            return false;
        });
        lastSegment = numbers.getLast();
    }

    /// Looks for a whole frame, at each byte, until a test says yes.
    private boolean anyFrame(List<Integer> numbers, int at, Predicate<Frame> test) throws IOException {
        int offset = at;
        for (int number : numbers) {
            byte[] segment = folder.disk().read(folder.segment(number));
            while (offset < segment.length) {
                Optional<Frame> frame = Frame.decode(segment, offset);
                if (frame.filter(test).isPresent()) {
                    return true;
                }
                offset = frame.map(Frame::end).orElse(offset + 1);
            }
            offset = 0;
        }
        return false;
    }

    private void damage(Path file, long offset) {
        if (damagedFiles.isEmpty()) {
            firstDamage = offset;
        }
        damagedFiles.add(file);
    }

    /// Returns what is damaged, if anything is.
    Optional<LogProblem.Damaged> damage() {
        return damagedFiles.stream()
                .findFirst()
                .map(file -> new LogProblem.Damaged(
                        folder.shown(file),
                        firstDamage,
                        lost,
                        memory.store().count().value()));
    }

    LogStats.Opened summary(Duration time) {
        return new LogStats.Opened(records, snapshotEntries, cutBytes, !damagedFiles.isEmpty(), lost, time);
    }

    /// Makes the folder fit what was read, and opens the end of the log. All that was read is forced then.
    Log openLog(int maxBytes) throws IOException {
        folder.deleteLeftovers(); // first: they may fill the disk
        if (!damagedFiles.isEmpty()) {
            return openAfterDamage(maxBytes);
        }
        for (int number : folder.segments()) {
            if (number > lastSegment) {
                folder.disk().delete(folder.segment(number)); // first: it would seem to continue what is appended
            }
        }
        // Written again and not only cut: if a force of it has failed, none of its bytes can be relied on.
        OpenFile file = folder.replace(folder.segment(lastSegment), out -> out.write(lastBytes));
        folder.deleteCovered();
        return new Log(folder, maxBytes, file, lastSegment, bytes, lastBytes.length, sequence);
    }

    /// Keeps copies of what is damaged, and a snapshot of what is left.
    private Log openAfterDamage(int maxBytes) throws IOException {
        for (Path file : damagedFiles) {
            Replacement.keepCopy(folder.disk(), file);
        }
        int next = lastSegment + 1;
        Snapshot.create(folder, next, sequence, memory.entries());
        OpenFile file = folder.beginSegment(next);
        folder.deleteCovered();
        return new Log(folder, maxBytes, file, next, memory.liveBytes(), LogFolder.HEADER.length, sequence);
    }
}
