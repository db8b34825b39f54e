package dev.minikv.workbook.command;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;

/// Commands given to a workbook, in this process and without a terminal.
///
/// @param exitCode of the command
/// @param out what it wrote to its standard output
/// @param err what it wrote to its standard error
record WorkbookSession(int exitCode, String out, String err) {

    private static final String HOME = "workbook.home";

    /// Gives a command.
    ///
    /// @param root the workbook's top folder
    static WorkbookSession of(Path root, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = run(root, new PrintWriter(out), new PrintWriter(err), arguments);
        return new WorkbookSession(exitCode, out.toString(), err.toString());
    }

    /// Gives a command, with other places to write to.
    static int run(Path root, PrintWriter out, PrintWriter err, String... arguments) {
        String before = System.getProperty(HOME);
        System.setProperty(HOME, root.toString());
        try {
            var nothing = new BufferedReader(new StringReader(""));
            return WorkbookCommand.run(new Screen(out, err, nothing, false, false), arguments);
        } finally {
            if (before == null) {
                System.clearProperty(HOME);
            } else {
                System.setProperty(HOME, before);
            }
        }
    }
}
