package dev.minikv.step07.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.util.SplittableRandom;

/// A server that a soak makes trouble for, and that starts again whenever it has ended.
interface SoakServer extends Closeable {

    /// Returns where it listens now.
    int port();

    /// Makes trouble, or decides not to.
    void makeTrouble(SplittableRandom random) throws IOException;

    /// Returns how often it was started.
    long starts();
}
