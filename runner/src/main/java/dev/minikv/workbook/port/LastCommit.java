package dev.minikv.workbook.port;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// The workbook as it was at the last commit. It is asked of git, which has to be there.
final class LastCommit {

    private final Path root;

    /// @param root the workbook's top folder, which need not be the repository's
    LastCommit(Path root) {
        this.root = root;
    }

    /// Returns the files below a folder that are not as they were, new and removed ones included; but none
    /// that git was told to ignore.
    ///
    /// @throws WorkbookException if git is not there, or knows of no commit here
    List<Path> changedFiles(Path folder) throws IOException, InterruptedException {
        String below = pathOf(folder);
        var names = new TreeSet<String>();
        names.addAll(namesOf("diff", "--name-only", "--no-renames", "--relative", "-z", "HEAD", "--", below));
        names.addAll(namesOf("ls-files", "--others", "--exclude-standard", "-z", "--", below));
        return names.stream().map(root::resolve).toList();
    }

    /// Returns whether a file was there.
    boolean has(Path file) throws IOException, InterruptedException {
        return !namesOf("ls-tree", "--name-only", "-z", "HEAD", "--", pathOf(file))
                .isEmpty();
    }

    /// Returns what stood in a file that was there.
    byte[] contents(Path file) throws IOException, InterruptedException {
        Path copy = Files.createTempFile("last-commit", ""); // for bytes that are not text
        try {
            git(command("cat-file", "blob", "HEAD:./" + pathOf(file)).redirectOutput(copy.toFile()));
            return Files.readAllBytes(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private List<String> namesOf(String... arguments) throws IOException, InterruptedException {
        return Arrays.stream(git(command(arguments)).split("\0"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private String pathOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private ProcessBuilder command(String... arguments) {
        var line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        return Git.command(line).directory(root.toFile());
    }

    private static String git(ProcessBuilder command) throws IOException, InterruptedException {
        Run run = Git.run(command);
        if (run.exitCode() != 0) {
            String reason = run.err().lines().findFirst().orElse("nothing").replaceFirst("^(fatal|error): ", "");
            throw new WorkbookException("what changed since the last commit cannot be found out; git says: " + reason);
        }
        return run.out();
    }
}
