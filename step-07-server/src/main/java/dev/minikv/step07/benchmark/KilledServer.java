package dev.minikv.step07.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The program over a folder, in a process of its own, which is killed now and then, or never.
final class KilledServer implements SoakServer {

    private final DataFolder folder;
    private final int oneIn;
    private volatile ServerProcess server;
    private long starts = 0;

    /// Starts it.
    ///
    /// @param oneIn how many occasions for trouble there are for each that is taken; 0 if none is
    KilledServer(int oneIn) throws IOException {
        this.folder = DataFolder.create();
        this.oneIn = oneIn;
        start();
    }

    private void start() throws IOException {
        server = ServerProcess.ours(0, Optional.of(folder.path()), List.of());
        starts++;
    }

    @Override
    public int port() {
        return server.port();
    }

    ServerProcess process() {
        return server;
    }

    @Override
    public void makeTrouble(SplittableRandom random) throws IOException {
        if (oneIn > 0 && random.nextInt(oneIn) == 0) {
            server.kill();
            start();
        }
    }

    @Override
    public long starts() {
        return starts;
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.delete();
    }
}
