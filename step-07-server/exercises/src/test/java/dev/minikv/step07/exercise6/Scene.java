package dev.minikv.step07.exercise6;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A server that is about to end. Everybody in it notes what is asked for. Time passes only where a test says so, and
/// in pauses.
final class Scene {

    private static final int MAX_CALLS = 50; // so that a loop that waits for ever comes to an end

    private final List<String> steps = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private long nowMillis = 7_000;
    private boolean listenerCloses = true;
    private IOException forceFailure;
    private IOException closeFailure;
    private int pauseMillis = 100;
    private int forceMillis = 0;
    private int otherMillis = 0;
    private long compactedUntil = Long.MIN_VALUE;
    private long compactionMillis = 0;
    private boolean isForced = false;
    private int calls = 0;

    /// Adds a client for which nothing waits and nothing has arrived.
    ScriptedClient client(String name) {
        var client = new ScriptedClient(name);
        clients.add(client);
        return client;
    }

    /// Sets the clock, which starts at 7,000 otherwise.
    Scene startAt(long millis) {
        nowMillis = millis;
        return this;
    }

    /// Lets a compaction run that ends after this time.
    Scene compactFor(long millis) {
        compactedUntil = nowMillis + millis;
        return this;
    }

    /// Lets a compaction begin with the force, and run for a time.
    Scene compactAtForce(long millis) {
        compactionMillis = millis;
        return this;
    }

    /// Lets a pause take another time than 100 ms.
    Scene pauseFor(int millis) {
        pauseMillis = millis;
        return this;
    }

    /// Lets the closing of the listener, each answer and each send take a time.
    Scene workFor(int millis) {
        otherMillis = millis;
        return this;
    }

    /// Lets the force take a time.
    Scene forceFor(int millis) {
        forceMillis = millis;
        return this;
    }

    /// Lets a call fail.
    Scene failToForce() {
        forceFailure = new IOException("cannot force");
        return this;
    }

    /// Lets a call fail.
    Scene failToCloseLog() {
        closeFailure = new IOException("cannot close");
        return this;
    }

    /// Lets a call fail.
    Scene failToCloseListener() {
        listenerCloses = false;
        return this;
    }

    /// Ends the server, and returns what has happened.
    List<String> end(long graceMillis) {
        try {
            int cut = new Shutdown(new WatchedListener(), List.copyOf(clients), new WatchedLog(), new WatchedClock())
                    .run(graceMillis);
            steps.add("return " + cut);
        } catch (IOException e) {
            steps.add(e == forceFailure || e == closeFailure ? "throw " + e.getMessage() : "throw another exception");
        } catch (RuntimeException e) {
            steps.add("throw " + e.getClass().getSimpleName());
        }
        return steps;
    }

    private void count() {
        calls++;
        if (calls > MAX_CALLS) {
            throw new IllegalStateException("waits for ever");
        }
    }

    private final class WatchedListener implements Listener {

        @Override
        public void close() throws IOException {
            steps.add("listener is closed");
            nowMillis += otherMillis;
            if (!listenerCloses) {
                throw new IOException("cannot close the listener");
            }
        }
    }

    private final class WatchedClock implements Clock {

        @Override
        public long nowMillis() {
            return nowMillis;
        }

        @Override
        public void pause() {
            count();
            steps.add("pause");
            nowMillis += pauseMillis;
        }
    }

    private final class WatchedLog implements Log {

        @Override
        public void force() throws IOException {
            steps.add("force");
            nowMillis += forceMillis;
            compactedUntil = compactionMillis > 0 ? nowMillis + compactionMillis : compactedUntil;
            if (forceFailure != null) {
                throw forceFailure;
            }
            isForced = true;
        }

        @Override
        public boolean isCompacting() {
            count();
            return nowMillis < compactedUntil;
        }

        @Override
        public void interrupt() {
            steps.add("log is interrupted");
            compactedUntil = nowMillis;
        }

        @Override
        public void close() throws IOException {
            steps.add(nowMillis < compactedUntil ? "log is closed under the compaction" : "log is closed");
            if (closeFailure != null) {
                throw closeFailure;
            }
        }
    }

    /// A client that does what a test has told it.
    final class ScriptedClient implements Client {

        private final String name;
        private int arrived = 0;
        private int waiting = 0;
        private boolean takes = true;
        private int lastSend = Integer.MAX_VALUE;
        private boolean closes = true;

        private ScriptedClient(String name) {
            this.name = name;
        }

        /// Lets requests arrive. Each reply takes a send.
        ScriptedClient arrive(int requests) {
            arrived = requests;
            return this;
        }

        /// Lets replies wait that were forced earlier. Each takes a send.
        ScriptedClient owe(int replies) {
            waiting = replies;
            return this;
        }

        /// Lets it take nothing that is sent.
        ScriptedClient takeNothing() {
            takes = false;
            return this;
        }

        /// Lets it be gone when something is sent: the first time, the second time, and so on.
        ScriptedClient leaveAtSend(int count) {
            lastSend = count;
            return this;
        }

        /// Lets its close fail.
        ScriptedClient failToClose() {
            closes = false;
            return this;
        }

        @Override
        public void answer() {
            steps.add(name + " is answered");
            nowMillis += otherMillis;
            waiting += arrived;
            arrived = 0;
        }

        @Override
        public boolean hasReplies() {
            return waiting > 0;
        }

        @Override
        public void send() throws IOException {
            count();
            nowMillis += otherMillis;
            lastSend--;
            if (lastSend <= 0) {
                steps.add(name + " is gone");
                throw new IOException(name + " is gone");
            }
            waiting -= takes && waiting > 0 ? 1 : 0;
            steps.add("send to " + name + ", " + waiting + " left" + (isForced ? "" : ", not forced"));
        }

        @Override
        public void close() throws IOException {
            steps.add(name + " is closed");
            if (!closes) {
                throw new IOException("cannot close " + name);
            }
        }
    }
}
