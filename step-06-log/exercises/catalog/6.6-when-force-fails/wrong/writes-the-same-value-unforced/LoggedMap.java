package dev.minikv.step06.exercise6;

import java.io.IOException;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A store whose changes are records in a file, each of which is forced before it is acknowledged.
///
/// After a failure of the file only reads go on, until the store is reopened.
///
/// Keys and values have no spaces. Not for several threads.
public final class LoggedMap {

    private final SortedMap<String, String> entries = new TreeMap<>();
    private LogFile file;
    private IOException failure; // the first one; null as long as the file can be relied on

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
        if (failure == null && value.equals(entries.get(key))) {
            file.write("set " + key + " " + value);
            return;
        }
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
        if (failure != null) {
            throw failure;
        }
        try {
            file.write(record);
            file.force();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// Goes on in another file, and closes the old one. If that fails, all is as it was, and the new file is closed.
    ///
    /// @param fresh a new one
    public void reopen(LogFile fresh) throws IOException {
        try {
            for (Entry<String, String> entry : entries.entrySet()) {
                fresh.write("set " + entry.getKey() + " " + entry.getValue());
            }
            fresh.force();
        } catch (IOException e) {
            closeQuietly(fresh);
            throw e;
        }
        closeQuietly(file);
        file = fresh;
        failure = null;
    }

    private static void closeQuietly(LogFile unused) {
        try {
            unused.close();
        } catch (IOException _) {
            // nothing depends on it
        }
    }

    /// Closes the file.
    ///
    /// @throws IOException if that fails, or if the file has failed before
    public void close() throws IOException {
        try {
            file.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
