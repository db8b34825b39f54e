package dev.minikv.step07.offenders.store;

/// A store that logs its keys, to the console or to a file, as the program is configured.
public final class LoggingStore {

    void set(String key, String value) {
        System.getLogger("store").log(System.Logger.Level.DEBUG, key);
    }
}
