package dev.minikv.workbook.port;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// The workbook at the last commit, as git knows it. Git must be installed.
///
/// @param root the workbook's top folder, which need not be the repository's
record LastCommit(Path root) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// Returns the files below a folder that have changed, including new and removed ones, but none that
    /// git ignores.
    ///
    /// @throws WorkbookException if git is missing, or there is no commit
    List<Path> changedFiles(Path folder) throws IOException, InterruptedException {
        String below = pathOf(folder);
        Stream<String> known = names("diff", "--name-only", "--no-renames", "--relative", "-z", "HEAD", "--", below);
        Stream<String> fresh = names("ls-files", "--others", "--exclude-standard", "-z", "--", below);
        return Stream.concat(known, fresh).map(root::resolve).toList();
    }

    /// Returns the text of a file, if it existed.
    Optional<Text> text(Path file) throws IOException, InterruptedException {
        if (names("ls-tree", "--name-only", "-z", "HEAD", "--", pathOf(file)).count() == 0) {
            return Optional.empty();
        }
        Path copy = Files.createTempFile("last-commit", ""); // for bytes that are not text
        try {
            git(command("cat-file", "blob", "HEAD:./" + pathOf(file)).redirectOutput(copy.toFile()));
            return Text.in(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private Stream<String> names(String... arguments) throws IOException, InterruptedException {
        return Arrays.stream(git(command(arguments)).split("\0")).filter(name -> !name.isEmpty());
    }

    private String pathOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private ProcessBuilder command(String... arguments) {
        var command = new ProcessBuilder(
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
        command.environment().put("LC_ALL", "C.UTF-8");
        command.environment().put("GIT_LITERAL_PATHSPECS", "1"); // a file's name may hold any character
        return command.directory(root.toFile());
    }

    private static String git(ProcessBuilder command) throws InterruptedException {
        try {
            Run run = Run.of(command, new byte[0], LIMIT);
            if (run.exitCode() == 0) {
                return run.out();
            }
            String reason = run.err().lines().findFirst().orElse("nothing").replaceFirst("^(fatal|error): ", "");
            throw new WorkbookException("cannot tell what changed since the last commit; git says: " + reason);
        } catch (IOException e) {
            throw new WorkbookException("git is needed, but cannot be run: " + e.getMessage());
        } catch (TimeoutException e) {
            throw new WorkbookException("git does not answer: " + e.getMessage());
        }
    }
}
