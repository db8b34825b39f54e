package dev.minikv.step02.exercise6;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A second thread, for a test that wants to run it between two steps of its own.
///
/// Create one, say what it [does][#does], and let it [run][#runAsFarAsItCan] at the right moment. At
/// the end, [wait][#join] for it and ask [how it ended][#failure].
final class SecondThread {

    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::work);
    private volatile Runnable work = () -> {};
    private volatile Throwable failure;

    /// Says what this thread will do. It does not start yet.
    void does(Runnable work) {
        this.work = work;
    }

    /// Starts this thread, and returns when it can get no further: it has ended, or it waits for
    /// something, such as a lock that the caller holds. There is no time limit.
    ///
    /// A thread starts only once: every call after the first does nothing, whichever thread makes it.
    void runAsFarAsItCan() {
        if (started.compareAndSet(false, true)) {
            thread.start();
            // Usually a thread's state is out of date as soon as it is read. These states last: only
            // the caller can give the thread what it waits for, and the caller is in this loop.
            while (thread.getState() == Thread.State.RUNNABLE) {
                Thread.yield();
            }
        }
    }

    /// Waits until this thread has ended. Like [Thread#join()], it does not say how the thread ended.
    ///
    /// @throws IllegalStateException if this thread was never started
    void join() throws InterruptedException {
        if (!started.get()) {
            throw new IllegalStateException("the second thread was never started");
        }
        thread.join();
    }

    /// Returns the exception or failed assertion that ended the work early, or empty if the work was
    /// completed. Call it after this thread has ended.
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
