package dev.minikv.workbook.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Starts the REPL of a step. The launcher does that itself, without this program, so that it starts
/// at once; here is only what --help says of it.
@Command(name = "repl", description = "Start the REPL of a step.")
final class ReplCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step, such as 1.")
    private String step;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "<option>",
            description = "What the step's program takes, from step 3 on: ./workbook repl 3 --help tells.")
    private List<String> options = List.of();

    @Override
    public Integer call() {
        throw WorkbookCommand.misuse(spec, "There is no step '" + step + "'.");
    }
}
