package dev.minikv.step07.server;

import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.StoreError;
import java.io.Flushable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a server serves.
///
/// @param store answers the requests
/// @param log is flushed before answers are sent, and returns when the changes that they tell are on the disk
/// @param typed returns the words of a line that was typed by hand, or empty if it cannot be understood
/// @param words what to say to a client about an error of the store
/// @param facts what `INFO` and `CONFIG GET` say, by name
/// @param password what clients have to give first, if they have to
public record Backend(
        KeyValueStore store,
        Flushable log,
        Function<String, Optional<List<String>>> typed,
        Function<StoreError, String> words,
        Supplier<Map<String, Object>> facts,
        Optional<String> password) {}
