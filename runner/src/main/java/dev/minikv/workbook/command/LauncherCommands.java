package dev.minikv.workbook.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Commands that the launcher handles itself, without this program or before there is a JDK to run it. They
/// are declared here for --help.
final class LauncherCommands {

    private LauncherCommands() {}

    /// Starts a program of a step. Only a step that the launcher did not find gets here.
    private abstract static class Program extends Subcommand {

        @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step.")
        private String step;

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "<option>",
                description = "Options of the step's program, from step 3 on: see ./workbook repl 3 --help.")
        private List<String> options = List.of();

        @Override
        public Integer call() {
            throw misuse("There is no step '" + step + "'.");
        }
    }

    /// Starts the REPL of a step.
    @Command(name = "repl", description = "Start the REPL of a step.")
    static final class Repl extends Program {}

    /// Starts the server of a step.
    @Command(name = "serve", description = "Start the server of a step, from step 7 on.")
    static final class Serve extends Program {}

    /// Prints the home of the JDK in use.
    @Command(name = "jdk", description = "Print the home of the JDK in use, for scripts.")
    static final class Jdk extends Subcommand {

        @Override
        public Integer call() {
            print(System.getProperty("java.home"));
            return 0;
        }
    }
}
