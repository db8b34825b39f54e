package dev.minikv.workbook.measure;

import dev.minikv.workbook.program.Program;
import dev.minikv.workbook.program.Run;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the numbers of a result file come from: all that is needed to measure them again.
///
/// @param command what was typed
/// @param profile how long each benchmark was measured
/// @param date when it began, in UTC, such as 2026-01-31T12:00:00Z
/// @param commit the commit, and whether any measured file differed from it; "unknown" outside a repository
/// @param machine what it ran on
/// @param jdk the vendor and version of the JDK
public record Origin(String command, Profile profile, String date, String commit, Machine machine, String jdk) {

    /// Returns the origin of numbers that are measured now.
    ///
    /// @param module what is measured
    public static Origin ofNow(BenchmarkModule module, String command, Profile profile) {
        return new Origin(
                command,
                profile,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                commit(module),
                Machine.ofThisProcess(),
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    /// Returns the differences from another origin that shift every score, such as "machine", each with
    /// both values in words. A different commit is not one of them: it is what users want to compare.
    public Map<String, String> differences(Origin other) {
        var differences = new LinkedHashMap<String, String>();
        note(differences, "machine", machine, other.machine);
        note(differences, "JDK", jdk, other.jdk);
        note(differences, "profile", profile, other.profile);
        return differences;
    }

    private static void note(Map<String, String> differences, String what, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            differences.put(what, one + " and " + other);
        }
    }

    private static String commit(BenchmarkModule module) {
        return git(module, Stream.of("rev-parse", "HEAD"))
                .map(hash -> git(
                                module,
                                Stream.concat(Stream.of("status", "--porcelain", "--"), module.measured().stream()))
                        .filter(String::isEmpty)
                        .map(_ -> hash)
                        .orElse(hash + " with local changes"))
                .orElse("unknown");
    }

    private static Optional<String> git(BenchmarkModule module, Stream<String> arguments) {
        Stream<String> git = Stream.of("git", "-C", module.root().toString());
        return Program.output(Stream.concat(git, arguments).toList(), Run.LIMIT);
    }
}
