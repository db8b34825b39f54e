package dev.minikv.step07.offenders.log;

import java.net.ServerSocket;

/// A log that takes records from anyone.
public final class ListeningLog {

    ServerSocket socket;
}
