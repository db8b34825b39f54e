package dev.minikv.step04.benchmark;

import java.util.List;
import java.util.Locale;
import org.openjdk.jol.info.GraphStats;

/// How many bytes does an entry take?
///
/// Everything that can be reached from a store or map with a million entries is counted, keys and
/// values included, and divided by a million. A key has 12 chars, a value 7 to 12, and no two share
/// anything. By itself, a String of up to 8 chars takes 48 bytes on a JVM with compressed references, and
/// one of up to 16 takes 56. This is counted, not timed: on the same JVM it is the same each time.
///
/// The output is CSV.
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

    /// Prints a line for each engine and each rival.
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
        // Less what is there from the beginning: some drag their whole configuration along.
        return (double) (bytes(full) - bytes(empty)) / entries;
    }

    private static long bytes(Contender contender) {
        return GraphStats.parseInstance(contender).totalSize();
    }
}
