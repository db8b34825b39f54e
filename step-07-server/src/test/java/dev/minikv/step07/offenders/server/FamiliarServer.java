package dev.minikv.step07.offenders.server;

import dev.minikv.step07.log.LoggedStore;

/// A server that knows which store it serves.
public final class FamiliarServer {

    LoggedStore store;
}
