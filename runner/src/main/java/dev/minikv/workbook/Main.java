package dev.minikv.workbook;

import dev.minikv.workbook.command.Screen;
import dev.minikv.workbook.command.WorkbookCommand;

/// Starts the runner: the one place that knows the terminal and ends the program.
public final class Main {

    private Main() {}

    /// Does what the arguments say, and ends with exit code 0 if that went well, 1 if an exercise is
    /// not solved or something failed, and 2 if the arguments cannot be understood.
    public static void main(String[] args) {
        int exitCode = WorkbookCommand.run(Screen.ofProcess(), args);
        // A test that was cut off may have left a thread running. The launcher wants another code than 0, with
        // which a solution may have ended the program before there was a verdict.
        System.exit(exitCode == 0 ? Integer.getInteger("workbook.solved", 0) : exitCode);
    }
}
