package dev.minikv.step06.exercise4;

import dev.minikv.step06.exercise4.LogRecord.Tombstone;
import java.util.LinkedHashMap;
import java.util.List;

/// The compaction of a log: some neighbouring segments become one.
public final class Compaction {

    private Compaction() {}

    /// Returns the merged segment, which replaces the segments that it is made of.
    ///
    /// @param older what is known about the segments that are older than these, the oldest first
    /// @param segments the neighbouring segments to be merged, the oldest first; each has its oldest record first
    public static List<LogRecord> merge(List<KeyFilter> older, List<List<LogRecord>> segments) {
        var newest = new LinkedHashMap<String, LogRecord>();
        for (List<LogRecord> segment : segments) {
            for (LogRecord record : segment) {
                if (record instanceof Tombstone || !record.equals(newest.get(record.key()))) {
                    newest.putLast(record.key(), record);
                }
            }
        }
        newest.values().removeIf(record -> record instanceof Tombstone && !mayBeOlder(older, record.key()));
        return List.copyOf(newest.values());
    }

    private static boolean mayBeOlder(List<KeyFilter> older, String key) {
        return older.stream().anyMatch(filter -> filter.mayHold(key));
    }
}
