package dev.minikv.checks.session;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.command.WorkbookCommand;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.MissingParameterException;

/// What `./workbook` can do. The runner says so itself, as it would if the command were typed.
final class LauncherCommands {

    private final Path root;

    LauncherCommands(Path root) {
        this.root = root;
    }

    /// Returns what is wrong with these arguments for the launcher, which may go without.
    List<Problem> problems(Excerpt command, List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            return List.of();
        }
        if (arguments.getFirst().equals("repl") && arguments.size() > 1) {
            return isStep(arguments.get(1))
                    ? List.of()
                    : List.of(command.problem(
                            "there is no such step",
                            "these: " + Step.in(root).stream().map(Steps::name).toList()));
        }
        boolean isSpokenOf = arguments.size() == 1; // and need not be complete
        String[] typed = arguments.stream()
                .map(word -> Commands.isPlaceholder(word) ? "1" : word)
                .toArray(String[]::new);
        return WorkbookCommand.misunderstood(typed)
                .filter(misuse -> !(isSpokenOf && misuse instanceof MissingParameterException))
                .map(misuse -> command.problem("the launcher has no such command", misuse.getMessage()))
                .stream()
                .toList();
    }

    private boolean isStep(String number) throws IOException {
        return Commands.isPlaceholder(number)
                || Step.in(root).stream().anyMatch(step -> number.equals(Integer.toString(step.number())));
    }
}
