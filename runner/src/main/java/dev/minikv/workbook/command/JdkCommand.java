package dev.minikv.workbook.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Prints the home of the JDK in use. The launcher answers it itself, before there is a JDK to run
/// this program with; here is what --help says of it.
@Command(name = "jdk", description = "Print the home of the JDK in use, for scripts.")
final class JdkCommand implements Callable<Integer> {

    @ParentCommand
    private WorkbookCommand workbook;

    @Override
    public Integer call() {
        workbook.screen().print(System.getProperty("java.home"));
        return 0;
    }
}
