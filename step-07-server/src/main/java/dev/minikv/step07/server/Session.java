package dev.minikv.step07.server;

import dev.minikv.step07.wire.RequestLimits;

/// What a server knows about a client.
final class Session {

    private final long id;
    private int version = 2;
    private boolean isKnown;
    private boolean isOver = false;
    private String name = "";

    /// Creates the session of a new client.
    ///
    /// @param isKnown whether it need not give a password
    Session(long id, boolean isKnown) {
        this.id = id;
        this.isKnown = isKnown;
    }

    long id() {
        return id;
    }

    /// Returns the version of RESP that the client wants its replies in.
    int version() {
        return version;
    }

    void useVersion(int chosen) {
        version = chosen;
    }

    /// Returns whether the client has given the password, or need not.
    boolean isKnown() {
        return isKnown;
    }

    void becomeKnown() {
        isKnown = true;
    }

    RequestLimits limits() {
        return isKnown ? RequestLimits.KNOWN : RequestLimits.UNKNOWN;
    }

    String name() {
        return name;
    }

    void rename(String chosen) {
        name = chosen;
    }

    /// Returns whether nothing that the client sends is read any more.
    boolean isOver() {
        return isOver;
    }

    void end() {
        isOver = true;
    }
}
