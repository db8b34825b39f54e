package dev.minikv.step07.offenders.store;

import java.util.concurrent.TimeoutException;

/// A store that throws a failure that its callers should expect.
public final class ThrowingStore {

    /// Stores nothing, ever.
    public void set(String key, String value) throws TimeoutException {
        throw new TimeoutException();
    }
}
