package dev.minikv.step07.log;

import java.util.List;
import java.util.Map.Entry;

/// What a frame holds: a change of the store, or the end of a snapshot.
sealed interface LogRecord {

    /// Stores entries: all of them, or none.
    record Put(List<Entry<String, String>> entries) implements LogRecord {}

    /// Removes a key.
    record Delete(String key) implements LogRecord {}

    /// Removes all keys.
    record Clear() implements LogRecord {}

    /// Ends a snapshot, and changes nothing.
    record End() implements LogRecord {}
}
