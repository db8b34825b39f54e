package dev.minikv.workbook.program;

import java.util.ArrayList;
import java.util.List;

/// Maven, as the workbook runs it: on the JDK of this program, and without colours or warnings of its own
/// in the output.
public final class Maven {

    private Maven() {}

    /// Returns the name of Maven's program on this system.
    public static String program() {
        return System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    }

    /// Returns Maven with arguments, to be run by [Program].
    public static ProcessBuilder with(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program());
        command.addAll(List.of("--batch-mode", "-Dstyle.color=never"));
        command.addAll(arguments);
        var maven = new ProcessBuilder(command);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment()
                .merge(
                        "MAVEN_OPTS", // without the last one it resets colours, on a pipe too
                        "--sun-misc-unsafe-memory-access=allow -Djansi.noreset=true",
                        (theirs, ours) -> ours + " " + theirs);
        return maven;
    }
}
