package dev.minikv.step06.exercise3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A log in memory. It notes what it is asked to do, and what the memory of the store holds at that moment.
final class WatchedLog implements Log {

    private final List<Change> changes = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private Supplier<Map<String, String>> memory = Map::of;
    private String failing = "";
    private IOException failure;

    void watch(Supplier<Map<String, String>> entries) {
        this.memory = entries;
    }

    /// Returns what the memory of the store holds.
    Map<String, String> memory() {
        return memory.get();
    }

    /// Lets a method fail from now on: "append", "force", or none of them.
    void fail(String method) {
        this.failing = method;
    }

    /// Returns the exception that was thrown last, or null if none was.
    IOException failure() {
        return failure;
    }

    /// Returns the changes that have been appended.
    List<Change> changes() {
        return changes;
    }

    /// Returns what the log was asked to do since the last time.
    List<String> calls() {
        var taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Override
    public void append(Change change) throws IOException {
        perform("append", " " + change);
        changes.add(change);
    }

    @Override
    public void force() throws IOException {
        perform("force", "");
    }

    private void perform(String method, String argument) throws IOException {
        calls.add(method + argument + ", memory " + memory.get());
        if (method.equals(failing)) {
            failure = new IOException("cannot " + method);
            throw failure;
        }
    }
}
