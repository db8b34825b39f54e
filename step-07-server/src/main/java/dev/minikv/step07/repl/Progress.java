package dev.minikv.step07.repl;

/// Lets a person know that something takes long.
public interface Progress {

    /// Says that something begins. It ends when the result is closed.
    Running begin(String what);

    /// What has begun.
    interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
