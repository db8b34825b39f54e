package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;

/// A command run in a workbook, in this process.
///
/// @param exitCode the command's exit code
/// @param out its standard output
/// @param err its standard error
record WorkbookSession(int exitCode, String out, String err) {

    private static final String HOME = "workbook.home";

    /// Runs a command without a terminal.
    ///
    /// @param root the workbook's top folder
    /// @param line the command's words, with spaces between them
    static WorkbookSession of(Path root, String line) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = run(root, new PrintWriter(out), new PrintWriter(err), line);
        return new WorkbookSession(exitCode, out.toString(), err.toString());
    }

    /// Runs a command at a terminal.
    ///
    /// @param answers the input that is typed
    static WorkbookSession atTerminal(Path root, String line, String answers) {
        var out = new StringWriter();
        var err = new StringWriter();
        var in = new BufferedReader(new StringReader(answers));
        int exitCode = run(root, new Screen(new PrintWriter(out), new PrintWriter(err), in, true, false), line);
        return new WorkbookSession(exitCode, out.toString(), err.toString());
    }

    /// Runs a command with other outputs.
    static int run(Path root, PrintWriter out, PrintWriter err, String line) {
        return run(root, new Screen(out, err, new BufferedReader(new StringReader("")), false, false), line);
    }

    private static int run(Path root, Screen screen, String line) {
        String before = System.getProperty(HOME);
        System.setProperty(HOME, root.toString());
        try {
            String[] words = line.isEmpty() ? new String[0] : line.split(" ");
            return WorkbookCommand.run(screen, words);
        } finally {
            if (before == null) {
                System.clearProperty(HOME);
            } else {
                System.setProperty(HOME, before);
            }
        }
    }

    /// Asserts that a command is refused, and why.
    static void assertMisuse(Path root, String line, String why) {
        String command = line.replaceFirst(" .*", "");
        assertThat(of(root, line))
                .as(line)
                .isEqualTo(
                        new WorkbookSession(2, "", why + "\n./workbook " + command + " --help shows how to use it.\n"));
    }
}
