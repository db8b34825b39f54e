package dev.minikv.step06.exercise6;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A store whose changes are records in a file, each of which is forced before it is acknowledged.
///
/// Keys and values have no spaces. Not for several threads.
public final class LoggedMap {

    private final SortedMap<String, String> entries = new TreeMap<>();
    private LogFile file;

    /// Creates a store without entries.
    ///
    /// @param file a new one
    public LoggedMap(LogFile file) {
        this.file = file;
    }

    /// Returns the value of a key, if it has one.
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// Gives a key a value.
    public void set(String key, String value) throws IOException {
        append("set " + key + " " + value);
        entries.put(key, value);
    }

    /// Removes a key and its value.
    public void delete(String key) throws IOException {
        append("delete " + key);
        entries.remove(key);
    }

    /// Removes all keys and their values.
    public void clear() throws IOException {
        append("clear");
        entries.clear();
    }

    private void append(String record) throws IOException {
        file.write(record);
        file.force();
    }

    /// Goes on in another file.
    ///
    /// @param fresh a new one
    public void reopen(LogFile fresh) throws IOException {
        file = fresh;
    }

    /// Closes the file.
    ///
    /// @throws IOException if that fails, or if the file has failed before
    public void close() throws IOException {
        file.force();
        file.close();
    }
}
