package dev.minikv.step06.exercise6;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A file of which one call fails. A force that comes after a failed one lies, as on real systems.
final class FaultyFile implements LogFile {

    private static final String LOST = "?";

    /// What a file throws, and nobody else.
    @SuppressWarnings("serial")
    static final class Failure extends IOException {
        private Failure(String message) {
            super(message);
        }
    }

    private final int failingCall;
    private final Failure failure;
    private final Failure laterFailure;
    private final List<String> calls = new ArrayList<>();
    private final List<String> unforced = new ArrayList<>();
    private final List<String> onDisk = new ArrayList<>();
    private final List<Object> seen = new ArrayList<>();
    private Supplier<?> watched = () -> "";
    private boolean isClosed = false;

    /// Creates a file on which everything works.
    FaultyFile() {
        this(0, null, null);
    }

    /// Creates a file on which a call fails: the first, the second, and so on.
    ///
    /// @param failure the message of the exception
    /// @param laterFailure that of the exception of each later call; null if they seem to work
    FaultyFile(int failingCall, String failure, String laterFailure) {
        this.failingCall = failingCall;
        this.failure = new Failure(failure);
        this.laterFailure = laterFailure == null ? null : new Failure(laterFailure);
    }

    /// Looks at something whenever the file is written to or forced, see [#seen].
    void watch(Supplier<?> watched) {
        this.watched = watched;
    }

    List<Object> seen() {
        return seen;
    }

    /// Returns all calls so far.
    List<String> calls() {
        return List.copyOf(calls);
    }

    /// Returns the calls after the one that failed.
    List<String> callsAfterFailure() {
        return List.copyOf(calls.subList(Math.min(failingCall, calls.size()), calls.size()));
    }

    boolean isClosed() {
        return isClosed;
    }

    /// Returns the entries that are found after a power cut.
    SortedMap<String, String> entriesOnDisk() {
        var entries = new TreeMap<String, String>();
        onDisk.stream().takeWhile(record -> !record.equals(LOST)).forEach(record -> {
            String[] words = record.split(" ");
            switch (words[0]) {
                case "set" -> entries.put(words[1], words[2]);
                case "delete" -> entries.remove(words[1]);
                default -> entries.clear();
            }
        });
        return entries;
    }

    @Override
    public void write(String record) throws IOException {
        seen.add(watched.get());
        if (fails("write " + record)) {
            unforced.add(LOST);
            throw thrown();
        }
        unforced.add(record);
    }

    @Override
    public void force() throws IOException {
        seen.add(watched.get());
        if (fails("force")) {
            unforced.clear();
            onDisk.add(LOST);
            throw thrown();
        }
        onDisk.addAll(unforced);
        unforced.clear();
    }

    @Override
    public void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            if (fails("close")) {
                throw thrown();
            }
        }
    }

    private boolean fails(String call) {
        calls.add(call);
        return calls.size() == failingCall || calls.size() > failingCall && laterFailure != null;
    }

    private Failure thrown() {
        return calls.size() == failingCall ? failure : laterFailure;
    }
}
