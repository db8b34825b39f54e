package dev.minikv.step05.exercise5;

import dev.minikv.step05.exercise5.Loaded.Damaged;
import dev.minikv.step05.exercise5.Loaded.Entries;
import dev.minikv.step05.exercise5.Loaded.Newer;
import dev.minikv.step05.exercise5.Loaded.NoFile;
import dev.minikv.step05.exercise5.Loaded.NotOurs;
import dev.minikv.step05.exercise5.Loaded.Why;
import java.util.ArrayList;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/// Reads the entries of a file, or says why it cannot.
public final class Loader {

    private static final String MAGIC = "mini";
    private static final int VERSION = 1;

    private static final int VERSION_AT = 4;
    private static final int COUNT_AT = 6;
    private static final int HEADER_CHECKSUM_AT = 8;
    private static final int HEADER_BYTES = 12;

    private static final int LENGTHS_BYTES = 4;
    private static final int CHECKSUM_BYTES = 4;

    private final Bytes bytes;

    private Loader(Bytes bytes) {
        this.bytes = bytes;
    }

    /// Returns what is in a file.
    ///
    /// @param file its bytes, or empty if there is no file
    public static Loaded load(Optional<Bytes> file) {
        return file.map(bytes -> new Loader(bytes).load()).orElseGet(NoFile::new);
    }

    private Loaded load() {
        // Each check relies on those before it.
        if (!MAGIC.startsWith(bytes.textAt(0, Math.min(MAGIC.length(), bytes.size())))) {
            return new NotOurs();
        }
        if (bytes.size() < HEADER_BYTES) {
            return new Damaged(0, Why.CUT_SHORT);
        }
        if (!bytes.isSealed(0, HEADER_CHECKSUM_AT)) {
            return new Damaged(0, Why.CHECKSUM);
        }
        int version = bytes.numberAt(VERSION_AT);
        return version > VERSION ? new Newer(version) : entries(bytes.numberAt(COUNT_AT));
    }

    private Loaded entries(int count) {
        var entries = new ArrayList<Entry<String, String>>();
        int start = HEADER_BYTES;
        while (entries.size() < count && bytes.size() > HEADER_BYTES) {
            if (start + LENGTHS_BYTES + CHECKSUM_BYTES > bytes.size()) {
                return new Damaged(start, Why.CUT_SHORT);
            }
            int key = start + LENGTHS_BYTES;
            int value = key + bytes.numberAt(start);
            int end = value + bytes.numberAt(start + 2);
            if (end + CHECKSUM_BYTES > bytes.size()) {
                return new Damaged(start, Why.CUT_SHORT);
            }
            if (!bytes.isSealed(start, end)) {
                return new Damaged(start, Why.CHECKSUM);
            }
            entries.add(Map.entry(bytes.textAt(key, value - key), bytes.textAt(value, end - value)));
            start = end + CHECKSUM_BYTES;
        }
        return start < bytes.size() ? new Damaged(start, Why.AFTER_END) : new Entries(entries);
    }
}
