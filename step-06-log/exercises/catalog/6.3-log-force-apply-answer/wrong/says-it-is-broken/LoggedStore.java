package dev.minikv.step06.exercise3;

import dev.minikv.step06.exercise3.Change.Clear;
import dev.minikv.step06.exercise3.Change.Delete;
import dev.minikv.step06.exercise3.Change.Put;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import dev.minikv.step06.store.StoreError;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A store in memory whose changes are kept in a log.
public final class LoggedStore {

    private final Map<String, String> memory = new HashMap<>();
    private final Log log;
    private final Policy policy;
    private final Limits limits;

    /// Creates an empty store over an empty log.
    ///
    /// @param policy when the log is forced
    public LoggedStore(Log log, Policy policy, Limits limits) {
        this.log = log;
        this.policy = policy;
        this.limits = limits;
    }

    /// Stores the value under the key, and returns the previous value, or empty if the key was absent.
    public Result<Optional<String>, StoreError> set(String key, String value) {
        Optional<StoreError> refusal = refusal(key, value);
        if (refusal.isPresent()) {
            return new Failure<>(refusal.get());
        }
        Optional<StoreError> failure = write(new Put(key, value));
        if (failure.isPresent()) {
            return new Failure<>(failure.get());
        }
        return new Success<>(Optional.ofNullable(memory.put(key, value)));
    }

    /// Removes the key, and returns the value that it had, or empty if the key was absent.
    public Result<Optional<String>, StoreError> delete(String key) {
        if (!memory.containsKey(key)) {
            return new Success<>(Optional.empty());
        }
        Optional<StoreError> failure = write(new Delete(key));
        if (failure.isPresent()) {
            return new Failure<>(failure.get());
        }
        return new Success<>(Optional.of(memory.remove(key)));
    }

    /// Removes all keys, and returns how many there were.
    public Result<Integer, StoreError> clear() {
        int count = memory.size();
        if (count == 0) {
            return new Success<>(0);
        }
        Optional<StoreError> failure = write(new Clear());
        if (failure.isPresent()) {
            return new Failure<>(failure.get());
        }
        memory.clear();
        return new Success<>(count);
    }

    /// Writes a change to the log, and forces it if the policy says so. Returns why that failed, or empty if the
    /// change is safe.
    private Optional<StoreError> write(Change change) {
        try {
            log.append(change);
            if (policy == Policy.ALWAYS) {
                log.force();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new StoreError.Unavailable("cannot write to the log", e, true));
        }
    }

    /// Returns the value of the key, or empty if the key is absent.
    public Optional<String> get(String key) {
        return Optional.ofNullable(memory.get(key));
    }

    /// Returns a copy of all entries, in the order of their keys.
    public Map<String, String> entries() {
        return new TreeMap<>(memory);
    }

    /// Returns why the limits do not allow an entry, or empty if they do.
    private Optional<StoreError> refusal(String key, String value) {
        if (key.length() > limits.maxKeyChars()) {
            return Optional.of(new StoreError.KeyTooLong(key.length(), limits.maxKeyChars()));
        }
        if (value.length() > limits.maxValueChars()) {
            return Optional.of(new StoreError.ValueTooLong(value.length(), limits.maxValueChars()));
        }
        return memory.size() >= limits.maxEntries() && !memory.containsKey(key)
                ? Optional.of(new StoreError.StoreFull(limits.maxEntries()))
                : Optional.empty();
    }
}
