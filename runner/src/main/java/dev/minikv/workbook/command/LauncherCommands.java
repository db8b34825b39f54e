package dev.minikv.workbook.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Commands that the launcher handles itself, without this program or before there is a JDK to run it. They
/// are declared here for --help.
final class LauncherCommands {

    private LauncherCommands() {}

    /// Starts the REPL of a step. Only a step that the launcher did not find gets here.
    @Command(name = "repl", description = "Start the REPL of a step.")
    static final class Repl extends Subcommand {

        @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step, such as 1.")
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

    /// Starts the server of a step. Only a step that the launcher did not find gets here.
    @Command(name = "serve", description = "Start the server of a step.")
    static final class Serve extends Subcommand {

        @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step, such as 7.")
        private String step;

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "<option>",
                description = "Options of the server: see ./workbook serve 7 --help.")
        private List<String> options = List.of();

        @Override
        public Integer call() {
            throw misuse("There is no step '" + step + "'.");
        }
    }

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
