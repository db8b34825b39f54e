package dev.minikv.workbook.port;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The program git, which tells what was committed and merges texts.
final class Git {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Git() {}

    /// Returns a command that answers in English, and asks nobody anything.
    static ProcessBuilder command(List<String> words) {
        var command = new ProcessBuilder(words);
        command.environment().put("LC_ALL", "C.UTF-8");
        command.environment().put("GIT_LITERAL_PATHSPECS", "1"); // a file may be called as it likes
        return command;
    }

    /// Runs a command of git to its end.
    ///
    /// @throws WorkbookException if git is not there, or does not come to an end
    static Run run(ProcessBuilder command) throws InterruptedException {
        try {
            return Run.of(command, new byte[0], LIMIT);
        } catch (IOException e) {
            throw new WorkbookException("git is needed, and cannot be run: " + e.getMessage());
        } catch (TimeoutException e) {
            throw new WorkbookException("git does not answer: " + e.getMessage());
        }
    }
}
