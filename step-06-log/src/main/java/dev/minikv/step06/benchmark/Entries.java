package dev.minikv.step06.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SplittableRandom;

/// What the benchmarks store: keys and values that look random, the same in each run.
final class Entries {

    static final int KEY_CHARS = 11;
    static final int VALUE_CHARS = 100;

    private Entries() {}

    /// Returns entries with different keys, in no order.
    static List<Entry<String, String>> of(int count) {
        var random = new SplittableRandom(6);
        var keys = new HashSet<String>();
        var entries = new ArrayList<Entry<String, String>>(count);
        while (entries.size() < count) {
            String key = "k:" + text(random, KEY_CHARS - 2);
            if (keys.add(key)) {
                entries.add(Map.entry(key, text(random, VALUE_CHARS)));
            }
        }
        return entries;
    }

    /// Returns other values for the same keys, in the same order.
    static List<Entry<String, String>> changesOf(List<Entry<String, String>> entries) {
        var changes = new ArrayList<Entry<String, String>>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            changes.add(Map.entry(
                    entries.get(i).getKey(),
                    entries.get((i + 1) % entries.size()).getValue()));
        }
        return changes;
    }

    private static String text(SplittableRandom random, int chars) {
        var text = new byte[chars];
        random.nextBytes(text);
        for (int i = 0; i < chars; i++) {
            text[i] = (byte) ('0' + (text[i] & 63));
        }
        return new String(text, US_ASCII);
    }
}
