package dev.minikv.step07.server;

/// What a server knows about a client.
final class Session {

    /// The number of the client, counted from 1.
    final long id;

    /// The version of RESP that the client wants its replies in.
    int version = 2;

    /// Whether the client has given the password, or need not.
    boolean isKnown;

    /// Whether nothing that the client sends is read any more.
    boolean isOver = false;

    Session(long id, boolean isKnown) {
        this.id = id;
        this.isKnown = isKnown;
    }
}
