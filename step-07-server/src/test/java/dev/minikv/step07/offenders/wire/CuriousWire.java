package dev.minikv.step07.offenders.wire;

import dev.minikv.step07.store.KeyValueStore;

/// Bytes that ask the store.
public final class CuriousWire {

    KeyValueStore store;
}
