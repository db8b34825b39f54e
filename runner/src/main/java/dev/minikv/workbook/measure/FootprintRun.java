package dev.minikv.workbook.measure;

import com.google.gson.JsonArray;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Program;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The report on memory, in bytes for each entry. It counts and does not time, so JMH has no part in it.
///
/// @param jar the jar with the benchmarks, which contains it, too
public record FootprintRun(Path jar) {

    /// Its name in place of a benchmark's, here and in the jar.
    public static final String NAME = "footprint";

    /// Creates the report and writes it.
    ///
    /// @param lines receives each line of the report as soon as it is printed
    /// @throws WorkbookException if it fails
    public void write(Path file, Origin origin, Consumer<String> lines) throws IOException, InterruptedException {
        var printed = new JsonArray();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var report = new ProcessBuilder(java, "-jar", jar.toString(), NAME).redirectError(Redirect.INHERIT);
        int exitCode = Program.run(report, line -> {
            printed.add(line);
            lines.accept(line);
        });
        if (exitCode != 0) {
            throw new WorkbookException("the report on memory failed: see above");
        }
        ResultFile.write(file, origin, NAME, printed);
    }
}
