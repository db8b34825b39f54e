package dev.minikv.workbook;

import dev.minikv.workbook.program.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Commands for the runner in a separate process, as the launcher starts it.
public final class MainRun {

    private MainRun() {}

    /// Returns the process for a command.
    ///
    /// @param root the workbook's top folder
    /// @param environment variables to add to the environment
    public static ProcessBuilder process(Path root, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dworkbook.home=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.minikv.workbook.Main"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return process;
    }

    /// Runs a command to its end.
    ///
    /// @param programs a folder whose programs take precedence over all others
    public static Run of(Path root, Path programs, String... arguments)
            throws IOException, InterruptedException, TimeoutException {
        String path = programs + File.pathSeparator + System.getenv("PATH");
        return Run.of(process(root, Map.of("PATH", path), arguments), "");
    }
}
