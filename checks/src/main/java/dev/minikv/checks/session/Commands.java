package dev.minikv.checks.session;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.command.WorkbookCommand;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/// Checks that the commands on a page exist: those of the launcher, of Maven, and of the jar of benchmarks.
///
/// It reads inline code and the blocks of `sh` and `console`. On a line with several commands it checks
/// each command that starts with `./workbook`, `mvn` or `java -jar`.
public final class Commands implements Check<Excerpt> {

    // Not within single quotes: outside of them, an even number follows.
    private static final Pattern BETWEEN_COMMANDS = Pattern.compile("(?:\\||&&|;)(?=(?:[^']*'[^']*')*[^']*$)");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern COMMENT = Pattern.compile("\\s#.*");
    private static final String MAVEN = "mvn";
    private static final String LAUNCHER = "./workbook";
    private static final String JAVA = "java";

    /// A `java` that is new enough, whatever is on the PATH.
    private static final String JAVA_FOUND = "\"$(./workbook jdk)/bin/java\"";

    private static final Pattern COMMAND =
            Pattern.compile("(?:%s|%s|java -jar)(?: .*)?".formatted(MAVEN, Pattern.quote(LAUNCHER)));

    private final Path root;
    private final MavenCommands maven;
    private final BenchmarkCommands benchmarks;

    public Commands(Path root) {
        this.root = root;
        this.maven = new MavenCommands(root);
        this.benchmarks = new BenchmarkCommands(root);
    }

    @Override
    public List<Excerpt> statements(Page page) {
        Stream<Excerpt> sh = page.fences("sh").stream().flatMap(block -> block.lines().stream());
        Stream<Excerpt> console = page.fences("console").stream()
                .flatMap(block -> Transcript.in(block).stream())
                .map(Transcript::command);
        return Stream.of(page.inlineCode().stream(), sh, console)
                .flatMap(Function.identity())
                .flatMap(Commands::commands)
                .filter(command -> COMMAND.matcher(command.text()).matches())
                .toList();
    }

    /// Returns the commands on one line.
    private static Stream<Excerpt> commands(Excerpt line) {
        String withoutComment = COMMENT.matcher(line.text()).replaceFirst("").replace(JAVA_FOUND, JAVA);
        return BETWEEN_COMMANDS
                .splitAsStream(withoutComment)
                .map(String::strip)
                .map(command -> new Excerpt(line.line(), command));
    }

    @Override
    public List<Problem> problems(Page page, Excerpt command) throws IOException {
        List<String> words = words(command);
        List<String> arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case MAVEN -> maven.problems(command, arguments);
            case LAUNCHER -> arguments.isEmpty() ? List.of() : launcher(command, arguments);
            default -> benchmarks.jar(command, arguments.subList(1, arguments.size()));
        };
    }

    /// Returns the problems with these arguments for the launcher. The runner itself finds them, as if the
    /// command were typed; a command that is only mentioned need not be complete.
    private List<Problem> launcher(Excerpt command, List<String> arguments) throws IOException {
        if (List.of("repl", "serve").contains(arguments.getFirst()) && arguments.size() > 1) {
            return repl(command, arguments.get(1));
        }
        String[] typed =
                arguments.stream().map(word -> isPlaceholder(word) ? "1" : word).toArray(String[]::new);
        Optional<ParameterException> misuse = WorkbookCommand.misunderstood(typed)
                .filter(wrong -> arguments.size() > 1 || !(wrong instanceof MissingParameterException));
        if (misuse.isPresent()) {
            return List.of(command.problem(
                    "the launcher has no such command", misuse.get().getMessage()));
        }
        return arguments.getFirst().equals("bench")
                ? benchmarks.bench(command, arguments.subList(1, arguments.size()))
                : List.of();
    }

    private List<Problem> repl(Excerpt command, String number) throws IOException {
        List<Step> steps = Step.in(root);
        boolean exists = steps.stream().anyMatch(step -> number.equals(Integer.toString(step.number())));
        return exists || isPlaceholder(number)
                ? List.of()
                : List.of(command.problem(
                        "there is no such step",
                        "the steps are " + steps.stream().map(Steps::name).toList()));
    }

    private static List<String> words(Excerpt command) {
        return Stream.of(command.text().split("\\s+"))
                .map(word -> QUOTED.matcher(word).replaceAll("$1"))
                .toList();
    }

    /// Returns whether a word is a placeholder: `<step>`, or `N` for a number.
    public static boolean isPlaceholder(String word) {
        return word.matches("<.+>|N");
    }
}
