package dev.minikv.step04.benchmark;

import java.util.List;
import java.util.Locale;
import org.openjdk.jol.info.GraphStats;

/// How many bytes does an entry take?
///
/// The report counts everything that can be reached from a store or map with a million entries,
/// including keys and values, and divides the sum by a million. A key has 12 chars, a value 7 to 12,
/// and no two of them share an array. On a JVM with compressed references, a String of up to 8 chars
/// takes 48 bytes by itself, and one of up to 16 chars takes 56. The bytes are counted, not timed: on
/// the same JVM, every run gives the same numbers.
///
/// How to read the result: the output is CSV, one line for each engine or map.
///
///     java -jar step-04-benchmarks/target/benchmarks.jar footprint
public final class FootprintReport {

    private static final int ENTRIES = 1_000_000;
    private static final List<String> NAMES = List.of(
            "hash",
            "tree",
            "concurrent",
            "compact",
            "HashMap",
            "ConcurrentHashMap",
            "UnifiedMap",
            "Object2ObjectOpenHashMap",
            "Caffeine",
            "MVMap");

    private FootprintReport() {}

    /// Prints one line for each engine and each rival map.
    public static void main(String[] args) {
        System.out.println("engine,entries,bytesPerEntry");
        for (String name : NAMES) {
            System.out.printf(Locale.ROOT, "%s,%d,%.1f%n", name, ENTRIES, bytesPerEntry(name, ENTRIES));
        }
    }

    static double bytesPerEntry(String name, int entries) {
        Contender empty = Contenders.ofEngine(name);
        Contender full = Contenders.ofEngine(name);
        new Keys(entries, 12, Keys.Kind.FRESH).fill(full);
        // Without what an empty one takes already: some drag their whole configuration along.
        return (double) (bytes(full) - bytes(empty)) / entries;
    }

    private static long bytes(Contender contender) {
        return GraphStats.parseInstance(contender).totalSize();
    }
}
