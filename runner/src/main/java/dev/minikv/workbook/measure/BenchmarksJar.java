package dev.minikv.workbook.measure;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Maven;
import dev.minikv.workbook.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The jar with JMH, the benchmarks of one step and the steps that they measure, built when it is needed.
///
/// The launcher builds what every command needs, but only one command needs this jar: built here, it does
/// not delay the others, and the code is the same on all systems.
///
/// @param module the module of that step
public record BenchmarksJar(BenchmarkModule module) {

    public Path file() {
        return module.folder().resolve("target/benchmarks.jar");
    }

    /// Builds the jar, unless it exists and its sources have not changed since.
    ///
    /// @param say prints a message before a build, which takes a while
    /// @throws WorkbookException if Maven is missing, or fails
    public void makeCurrent(Consumer<String> say) throws IOException, InterruptedException {
        if (isCurrent()) {
            return;
        }
        say.accept("workbook: building the benchmarks (the first time, Maven downloads what they need) ...");
        var printed = new ArrayList<String>();
        List<String> arguments = List.of(
                "--quiet",
                "-Dspotless.check.skip=true",
                "-Dmaven.test.skip=true",
                "--file",
                module.root().resolve("pom.xml").toString(),
                "--projects",
                module.name(),
                "--also-make", // the steps that it measures are modules too
                "package");
        int exitCode = Program.run(Maven.with(arguments).redirectErrorStream(true), printed::add);
        if (exitCode != 0 || !Files.exists(file())) {
            throw new WorkbookException("building %s failed:%n%s"
                    .formatted(module.name(), String.join("\n", printed).strip()));
        }
        // Maven does not touch the jar if a newer pom.xml changes nothing in it: its date has to say that
        // it is current.
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now()));
    }

    boolean isCurrent() throws IOException {
        if (!Files.exists(file())) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(file());
        for (String measured : module.measured()) { // folders, too: removing a file changes its folder
            try (Stream<Path> changed = Files.find(
                    module.root().resolve(measured),
                    Integer.MAX_VALUE,
                    (_, attributes) -> attributes.lastModifiedTime().compareTo(built) > 0)) {
                if (changed.findAny().isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }
}
