package dev.minikv.workbook;

import dev.minikv.workbook.command.Screen;
import dev.minikv.workbook.command.WorkbookCommand;

/// Starts the runner: the one place that knows the terminal and ends the program.
public final class Main {

    private Main() {}

    /// Runs the command that the arguments name. The exit code is 0 if it succeeded, 1 if an exercise is
    /// not solved or something failed, and 2 if the arguments are wrong.
    public static void main(String[] args) {
        int exitCode = WorkbookCommand.run(Screen.ofProcess(), args);
        // A test that was cut off may have left a thread running, so the program is ended here. The
        // launcher sets the code for success: with 0, a solution may itself have ended the program before
        // there was a verdict.
        System.exit(exitCode == 0 ? Integer.getInteger("workbook.solved", 0) : exitCode);
    }
}
