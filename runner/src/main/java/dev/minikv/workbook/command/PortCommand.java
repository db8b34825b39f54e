package dev.minikv.workbook.command;

import dev.minikv.workbook.port.Port;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Carries a change of a step to the later ones.
@Command(
        name = "port",
        description = "For authors: carry what changed in a step's main code since the last commit to every later"
                + " step that has the file, or to none if there is a conflict.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:carried", "1:a conflict, and nothing was written", "2:usage error"})
final class PortCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step that was changed.")
    private String number;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "<file>",
            description = "Only these files, such as Tokenizer.java or store/package-info.java; by default all that"
                    + " changed.")
    private List<String> files = List.of();

    @Option(names = "--dry-run", description = "Show what would be done, and write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Step step = step(number);
        List<Step> later = workbook.catalog().steps().stream()
                .filter(other -> other.number() > step.number())
                .toList();
        if (later.isEmpty()) {
            print("Step " + number + " is the last one: there is no later step to port to.");
            return 0;
        }
        Collection<FileName> changed = changed(step);
        if (changed.isEmpty()) {
            print("Nothing to port: no changes since the last commit in "
                    + (files.isEmpty() ? "step " + number : String.join(" ", files)) + ".");
            return 0;
        }
        Port port = Port.plan(root(), step, later, changed);
        return port.conflicts().isEmpty() ? carry(port, changed) : refuse(port);
    }

    private Collection<FileName> changed(Step step) throws IOException, InterruptedException {
        Set<FileName> changed = Port.changedFiles(root(), step);
        var known = new TreeSet<>(step.mainFiles().keySet());
        known.addAll(changed);
        Collection<FileName> meant = filesMeant(files, known, "step " + number);
        meant.stream().filter(name -> !files.isEmpty() && name.isBenchmark()).forEach(name -> {
            throw misuse("'" + name.text() + "' stays in its step: benchmarks are not ported.");
        });
        return changed.stream().filter(meant::contains).toList();
    }

    private int carry(Port port, Collection<FileName> changed) throws IOException {
        for (Port.Edit edit : port.edits()) {
            boolean hasIt = edit.kind() == Port.Kind.KEEP;
            String what = hasIt ? "has it" : edit.kind().name().toLowerCase(Locale.ROOT);
            print(what + " ".repeat(9 - what.length()) + workbook.shortened(edit.file()));
        }
        for (FileName name : changed) {
            if (port.edits().stream().noneMatch(edit -> edit.name().equals(name))) {
                print("no later step has " + name.text());
            }
        }
        if (dryRun) {
            print("Nothing was written: this is what would be done.");
            return 0;
        }
        port.write();
        long written = port.edits().stream()
                .filter(edit -> edit.kind() != Port.Kind.KEEP)
                .count();
        print("files changed: " + written);
        return 0;
    }

    private int refuse(Port port) {
        PrintWriter err = screen().err();
        for (Port.Conflict conflict : port.conflicts()) {
            err.println(workbook.shortened(conflict.file()) + ":" + conflict.line() + ": " + conflict.reason());
        }
        err.println("Nothing was written. Make these changes by hand, and port the other files by name.");
        return WorkbookCommand.FAILED;
    }
}
