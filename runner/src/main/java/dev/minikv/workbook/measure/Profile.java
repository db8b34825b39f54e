package dev.minikv.workbook.measure;

import com.google.gson.annotations.SerializedName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How long JMH measures each benchmark.
///
/// Both run several rounds, with a new JVM for each benchmark in each round: one JVM says nothing about the
/// next.
public enum Profile {

    /// A first look, in seconds for each benchmark.
    @SerializedName("quick")
    QUICK(3, 4, 3, 70),

    /// For quoting: about 20 seconds for each benchmark.
    @SerializedName("full")
    FULL(5, 5, 5, 300);

    private final int rounds;
    private final int warmups;
    private final int iterations;
    private final long millis;

    /// @param warmups the iterations that are discarded, before those that count
    /// @param millis the length of an iteration
    Profile(int rounds, int warmups, int iterations, long millis) {
        this.rounds = rounds;
        this.warmups = warmups;
        this.iterations = iterations;
        this.millis = millis;
    }

    /// Returns how many times everything is run: see [Rounds].
    public int rounds() {
        return rounds;
    }

    /// Returns the time that a JVM needs for one benchmark, without its start and the benchmark's
    /// preparation.
    public Duration timeInJvm() {
        return Duration.ofMillis((warmups + iterations) * millis);
    }

    /// Returns JMH's options for a round: forks, warm-up and measured iterations, and their lengths.
    List<String> jmhOptions() {
        String length = millis + "ms";
        return List.of("-f", "1", "-wi", "" + warmups, "-w", length, "-i", "" + iterations, "-r", length);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
