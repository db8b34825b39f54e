package dev.minikv.step02.exercise6;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A second thread, for a test that wants it to come between two steps of its own.
///
/// Create one, say what it [does][#does], and let it [run][#runAsFarAsItCan] at the moment at which
/// it is to come between. At the end, [wait][#join] for it and ask [how it ended][#failure].
final class SecondThread {

    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::work);
    private volatile Runnable work = () -> {};
    private volatile Throwable failure;

    /// Says what this thread is to do. It does not begin yet.
    void does(Runnable work) {
        this.work = work;
    }

    /// Starts this thread, and returns when it can get no further: it has ended, or it waits for
    /// something, such as a lock that the caller holds. However long that takes, it is waited for.
    ///
    /// A thread starts only once: every call but the first does nothing, on whichever thread.
    void runAsFarAsItCan() {
        if (started.compareAndSet(false, true)) {
            thread.start();
            // A state is a snapshot, and most are out of date when they are looked at. These are
            // not: what the thread waits for is its caller's to give, and the caller stands in this
            // loop.
            while (thread.getState() == Thread.State.RUNNABLE) {
                Thread.yield();
            }
        }
    }

    /// Waits until this thread has ended. Like [Thread#join()], it does not say how it did.
    ///
    /// @throws IllegalStateException if this thread was never started
    void join() throws InterruptedException {
        if (!started.get()) {
            throw new IllegalStateException("the second thread was never started");
        }
        thread.join();
    }

    /// Returns the exception or failed assertion with which the work ended early; empty if it did
    /// all that it had to do. To be asked when this thread has ended.
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void work() {
        try {
            work.run();
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }
}
