package dev.minikv.checks.session;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `./workbook` can do.
final class LauncherCommands {

    /// A line of the list of commands, or the option for help, with its description behind spaces.
    private static final Pattern IN_USAGE = Pattern.compile("^  (?:-h, )?([a-z-]+)  +", Pattern.MULTILINE);

    private final Path root;
    private final Set<String> names;

    /// Takes the commands from what the launcher prints about itself.
    LauncherCommands(Path root, String usage) {
        this.root = root;
        this.names = IN_USAGE.matcher(usage)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Returns what is wrong with these arguments for the launcher, which may go without.
    List<Problem> problems(Excerpt command, List<String> arguments) throws IOException {
        if (arguments.isEmpty() || Commands.isPlaceholder(arguments.getFirst())) {
            return List.of();
        }
        String name = arguments.getFirst();
        if (!names.contains(name)) {
            return List.of(problem(command, "the launcher has no such command", "these: " + names));
        }
        if (name.equals("repl") && arguments.size() > 1 && !isStep(arguments.get(1))) {
            return List.of(problem(command, "there is no such step", "these: " + Step.all(root)));
        }
        return List.of();
    }

    private boolean isStep(String number) throws IOException {
        return Commands.isPlaceholder(number)
                || Step.all(root).stream().anyMatch(step -> number.equals(Integer.toString(step.number())));
    }

    private static Problem problem(Excerpt command, String what, String actual) {
        return new Problem(command.line(), what, command.text(), actual);
    }
}
