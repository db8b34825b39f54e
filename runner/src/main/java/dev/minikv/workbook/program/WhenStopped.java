package dev.minikv.workbook.program;

import java.util.concurrent.locks.LockSupport;

/// An action that runs if this process is stopped from outside, for example by Ctrl-C, before this object
/// is closed.
public final class WhenStopped implements AutoCloseable {

    private final Thread hook;

    /// Starts to wait for an end that it hopes not to see.
    public WhenStopped(Runnable action) {
        hook = new Thread(action);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Cancels the action. If the process is already being stopped, this method does not return: the caller
    /// would report the stop as a failure.
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
