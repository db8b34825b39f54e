package dev.minikv.step07.benchmark;

import dev.minikv.step07.disk.SimulatedDisk;
import dev.minikv.step07.disk.SimulatedDisk.Trouble;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.log.LoggedStore;
import dev.minikv.step07.log.SyncPolicy;
import dev.minikv.step07.repl.Tokenizer;
import dev.minikv.step07.server.Backend;
import dev.minikv.step07.server.Server;
import dev.minikv.step07.server.ServerLimits;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server over a disk that fails now and then. When a force has failed and the server has ended, the power is cut
/// as well, before it starts again.
final class FaultyServer implements SoakServer {

    private static final int SEGMENT_BYTES = 1 << 16;
    private static final int SOON = 50; // operations of the disk
    private static final List<Trouble> TROUBLES =
            List.of(Trouble.IO_ERROR, Trouble.LYING_FORCE, Trouble.BROKEN, Trouble.DISK_FULL);

    private final SimulatedDisk disk;
    private final LoggedStore store;
    private final List<Exception> bugs = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile Server server;
    private volatile int port;
    private volatile long starts = 0;
    private volatile boolean isEnding = false;

    /// Starts it.
    FaultyServer(long seed) throws IOException {
        disk = new SimulatedDisk(seed);
        var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        Result<LoggedStore, LogProblem> opened =
                LoggedStore.open(disk, "data", memory, SyncPolicy.NEVER, SEGMENT_BYTES, false);
        store = switch (opened) {
            case Success(LoggedStore logged) -> logged;
            case Failure(LogProblem problem) -> throw new IOException(problem.toString());
        };
        store.startBackground();
        start();
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    private void start() throws IOException {
        var backend = new Backend(store, store::force, Tokenizer::words, Object::toString, Map::of, Optional.empty());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = new Server(address, backend, ServerLimits.DEFAULT, bugs::add);
        port = server.address().getPort();
        starts++;
    }

    private void run() {
        try {
            while (!isEnding) {
                try {
                    server.run();
                } catch (IOException _) {
                    // a force has failed
                }
                recover();
                if (!isEnding) {
                    start();
                }
            }
        } catch (IOException | RuntimeException e) {
            bugs.add(e);
        }
    }

    private void recover() throws IOException {
        Optional<LogProblem> problem;
        do {
            disk.repair();
            problem = store.reopen(disk::cutPower);
        } while (problem.isPresent() && problem.get() instanceof LogProblem.DiskFailed); // the next trouble was planned
        if (problem.isPresent()) {
            throw new IOException(problem.get().toString());
        }
        if (store.stats().failure().isPresent()) {
            store.compact(); // since that has failed, it waits for somebody to try it again
        }
    }

    @Override
    public int port() {
        return port;
    }

    /// Returns what should not have happened.
    List<Exception> bugs() {
        return bugs;
    }

    @Override
    public void makeTrouble(SplittableRandom random) {
        disk.repair();
        int next = random.nextInt(TROUBLES.size() + 1);
        if (next == TROUBLES.size()) {
            server.stop();
        } else {
            disk.plan(disk.operations() + 1 + random.nextInt(SOON), TROUBLES.get(next));
        }
    }

    @Override
    public long starts() {
        return starts;
    }

    @Override
    public void close() throws IOException {
        isEnding = true;
        server.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        store.close();
    }
}
