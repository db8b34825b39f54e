package dev.minikv.workbook.program;

import java.util.concurrent.locks.LockSupport;

/// Something that is done if this process is stopped from outside, by Ctrl-C for one, before this is
/// closed.
public final class WhenStopped implements AutoCloseable {

    private final Thread hook;

    /// Begins to wait for the end that it hopes not to see.
    public WhenStopped(Runnable action) {
        hook = new Thread(action);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Makes sure that the action is not done any more. If the process is being stopped it is too late for
    /// that, and this does not return: what comes next would report as a failure that it was stopped.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            while (true) {
                LockSupport.park();
            }
        }
    }
}
