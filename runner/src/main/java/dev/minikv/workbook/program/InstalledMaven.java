package dev.minikv.workbook.program;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Maven on this machine, and whether it will do.
///
/// @param isGoodEnough whether it is installed, answers, and is new enough
/// @param text its version, or what is wrong and what to do about it
public record InstalledMaven(boolean isGoodEnough, String text) {

    /// The oldest version that builds the workbook, as the README asks for it.
    static final String NEEDED = "3.8.7";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern VERSION =
            Pattern.compile("^Apache Maven ([0-9]+(?:\\.[0-9]+)*)\\S*", Pattern.MULTILINE);

    /// Asks the program `mvn` on the PATH.
    public static InstalledMaven ask() throws InterruptedException {
        return ask(Maven.program(), LIMIT);
    }

    static InstalledMaven ask(String program, Duration limit) throws InterruptedException {
        try {
            Run run = Run.forPeople(new ProcessBuilder(program, "--batch-mode", "--version"), limit);
            return judge(run);
        } catch (IOException e) {
            return new InstalledMaven(false, "not found on the PATH: install " + NEEDED + " or newer");
        } catch (TimeoutException e) {
            return new InstalledMaven(false, "does not report its version within " + limit.toSeconds() + " s");
        }
    }

    private static InstalledMaven judge(Run run) {
        Matcher version = VERSION.matcher(run.out().replaceAll("\033\\[[0-9;]*m", ""));
        if (run.exitCode() != 0 || !version.find()) {
            String said =
                    run.err().lines().findFirst().map(first -> ": " + first).orElse("");
            return new InstalledMaven(false, "does not report its version" + said);
        }
        boolean isNewEnough = Arrays.compare(numbers(version.group(1)), numbers(NEEDED)) >= 0;
        String advice = isNewEnough ? "" : ", which is too old: install " + NEEDED + " or newer";
        return new InstalledMaven(isNewEnough, version.group() + advice);
    }

    private static int[] numbers(String version) {
        return List.of(version.split("\\.")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
