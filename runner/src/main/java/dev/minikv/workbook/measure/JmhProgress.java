package dev.minikv.workbook.measure;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The progress of a run of JMH, read from its output.
///
/// @param percent from 0 to 100
/// @param timeLeft JMH's estimate of the time left; empty before the first estimate
/// @param benchmark the benchmark that is running, such as getHit (step = 1); empty before the first
public record JmhProgress(double percent, Optional<Duration> timeLeft, String benchmark) {

    // JMH formats numbers by the locale.
    private static final Pattern PROGRESS = Pattern.compile("# Run progress: (?<percent>\\d+[.,]\\d+)% complete, "
            + "ETA (?:(?<days>\\d+) days?, )?(?<hours>\\d+):(?<minutes>\\d\\d):(?<seconds>\\d\\d)");

    private static final String BENCHMARK = "# Benchmark: ";
    private static final String PARAMETERS = "# Parameters: ";

    /// The progress before JMH has printed anything.
    static final JmhProgress NONE = new JmhProgress(0, Optional.empty(), "");

    /// Returns the progress after one more line, or empty if the line does not report any.
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

    /// Returns the progress of the whole, if this is one of several equal rounds.
    ///
    /// In the first round, JMH's estimate counts for all rounds; later, the time that the earlier rounds
    /// took. JMH itself starts every round with an estimate that omits the start of the JVMs, and corrects
    /// it as it goes.
    ///
    /// @param round which one, from 0
    /// @param before how long the earlier rounds took
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
