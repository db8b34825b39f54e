package dev.minikv.step05.benchmark;

import dev.minikv.step05.disk.RealDisk;
import dev.minikv.step05.file.FileProblem;
import dev.minikv.step05.file.StoreFile;
import dev.minikv.step05.format.BinaryFormat;
import dev.minikv.step05.format.CsvFormat;
import dev.minikv.step05.format.Format;
import dev.minikv.step05.format.Format.Decoded;
import dev.minikv.step05.repl.ScriptFormat;
import dev.minikv.step05.store.EngineKind;
import dev.minikv.step05.store.KeyValueStore;
import dev.minikv.step05.store.Limits;
import dev.minikv.step05.store.MiniKvStore;
import dev.minikv.step05.store.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Step 05's store and one of its formats.
final class StoreKeeper implements Keeper {

    private static final Limits LIMITS = new Limits(1_000, 1_000_000, 10_000_000);
    private static final List<Format> FORMATS = List.of(new ScriptFormat(), new CsvFormat(), new BinaryFormat());

    private final KeyValueStore store = new MiniKvStore(EngineKind.HASH, LIMITS);
    private final Format format;

    StoreKeeper(String format, Map<String, String> entries) {
        this.format = FORMATS.stream()
                .filter(each -> each.name().equals(format))
                .findFirst()
                .orElseThrow();
        entries.forEach(store::set);
    }

    @Override
    public void save(Path file) {
        try (StoreFile opened = open(file)) {
            Optional<FileProblem> problem = opened.save(store.entries(), true);
            if (problem.isPresent()) {
                throw new IllegalStateException(problem.get().toString());
            }
        }
    }

    @Override
    public Object load(Path file) {
        try (StoreFile opened = open(file)) {
            if (opened.load(false) instanceof Result.Success(Decoded decoded)) {
                var loaded = new MiniKvStore(EngineKind.HASH, LIMITS);
                decoded.entries().forEach(entry -> loaded.set(entry.getKey(), entry.getValue()));
                return loaded;
            }
            throw new IllegalStateException("not loaded: " + file);
        }
    }

    private StoreFile open(Path file) {
        if (StoreFile.open(new RealDisk(), file.toString(), FORMATS, format)
                instanceof Result.Success(StoreFile opened)) {
            return opened;
        }
        throw new IllegalStateException("not opened: " + file);
    }
}
