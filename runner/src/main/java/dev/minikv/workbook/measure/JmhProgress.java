package dev.minikv.workbook.measure;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a run of JMH has come, read from what it prints.
///
/// @param percent from 0 to 100
/// @param timeLeft its guess of the time that is left; empty before its first
/// @param benchmark what is running, such as getHit (step = 1); empty before the first
public record JmhProgress(double percent, Optional<Duration> timeLeft, String benchmark) {

    // JMH prints numbers as the locale has them.
    private static final Pattern PROGRESS = Pattern.compile("# Run progress: (?<percent>\\d+[.,]\\d+)% complete, "
            + "ETA (?:(?<days>\\d+) days?, )?(?<hours>\\d+):(?<minutes>\\d\\d):(?<seconds>\\d\\d)");

    private static final String BENCHMARK = "# Benchmark: ";
    private static final String PARAMETERS = "# Parameters: ";

    /// How it is before JMH has said anything.
    static final JmhProgress NONE = new JmhProgress(0, Optional.empty(), "");

    /// Returns how far it has come after one more line, or empty if the line says nothing of that.
    Optional<JmhProgress> after(String line) {
        Matcher progress = PROGRESS.matcher(line);
        if (progress.matches()) {
            double now = Double.parseDouble(progress.group("percent").replace(',', '.'));
            return Optional.of(new JmhProgress(now, Optional.of(timeLeft(progress)), benchmark));
        }
        if (line.startsWith(BENCHMARK)) {
            return Optional.of(new JmhProgress(percent, timeLeft, line.substring(line.lastIndexOf('.') + 1)));
        }
        if (line.startsWith(PARAMETERS)) {
            String parameters = line.substring(PARAMETERS.length());
            return Optional.of(new JmhProgress(percent, timeLeft, benchmark + " " + parameters));
        }
        return Optional.empty();
    }

    private static Duration timeLeft(Matcher progress) {
        String days = progress.group("days");
        return Duration.ofDays(days == null ? 0 : Long.parseLong(days))
                .plusHours(Long.parseLong(progress.group("hours")))
                .plusMinutes(Long.parseLong(progress.group("minutes")))
                .plusSeconds(Long.parseLong(progress.group("seconds")));
    }

    /// Returns how far the whole has come, if this is one of several equal rounds.
    ///
    /// In the first one JMH's guess counts for all, and later what those before it took: JMH itself
    /// begins every round with what a benchmark takes without the start of its JVM, and learns.
    ///
    /// @param round which one, from 0
    /// @param before how long the rounds before it took
    JmhProgress inRound(int round, int rounds, Duration before) {
        double share = percent / 100;
        double roundsLeft = rounds - round - share;
        Optional<Duration> left = round == 0
                ? timeLeft.map(ofRound -> share == 1 ? ofRound : times(ofRound, roundsLeft / (1 - share)))
                : Optional.of(times(before, roundsLeft / round));
        return new JmhProgress((round + share) * 100 / rounds, left, benchmark);
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofSeconds(Math.round(duration.toMillis() / 1000.0 * factor));
    }
}
