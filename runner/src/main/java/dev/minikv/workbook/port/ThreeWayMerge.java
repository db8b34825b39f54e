package dev.minikv.workbook.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Two changes of one text, put together: line by line, as git does it for branches.
///
/// @param text the merged text; without meaning if there are conflicts
/// @param conflicts the lines, from 1 and in our text, at which both have changed something else
record ThreeWayMerge(String text, List<Integer> conflicts) {

    private static final int MARKER_LENGTH = 40; // no line of code begins with as many
    private static final String OURS = "<".repeat(MARKER_LENGTH);
    private static final String THEIRS = "=".repeat(MARKER_LENGTH);
    private static final String END = ">".repeat(MARKER_LENGTH);
    private static final int MAX_CONFLICTS = 127; // a higher exit code means that nothing was merged

    static ThreeWayMerge of(String ours, String base, String theirs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("merge");
        var files = new ArrayList<Path>();
        try {
            for (String text : List.of(ours, base, theirs)) {
                files.add(Files.writeString(folder.resolve("" + files.size()), text, ISO_8859_1));
            }
            var command = new ArrayList<>(List.of("git", "merge-file", "-p", "-q", "--marker-size=" + MARKER_LENGTH));
            files.forEach(file -> command.add(file.toString()));
            files.add(folder.resolve("merged"));
            Run run =
                    Git.run(Git.command(command).redirectOutput(files.getLast().toFile()));
            if (run.exitCode() > MAX_CONFLICTS) {
                throw new WorkbookException("git cannot merge: " + run.err().strip());
            }
            String merged = Files.readString(files.getLast(), ISO_8859_1);
            return new ThreeWayMerge(merged, run.exitCode() == 0 ? List.of() : conflicts(ours, merged));
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Integer> conflicts(String ours, String merged) {
        var resolved = new ArrayList<String>(); // with our side of each conflict
        var places = new ArrayList<Integer>();
        boolean isOurs = true;
        for (String line : merged.lines().toList()) {
            if (line.startsWith(OURS)) {
                places.add(resolved.size());
            } else if (line.startsWith(THEIRS)) {
                isOurs = false;
            } else if (line.startsWith(END)) {
                isOurs = true;
            } else if (isOurs) {
                resolved.add(line);
            }
        }
        List<String> lines = ours.lines().toList();
        return places.stream()
                .map(place -> Math.min(lines.size(), 1 + place + shift(lines, resolved, place)))
                .toList();
    }

    /// Returns how many lines further down our text has what stands at a place of the resolved one: the
    /// clean changes before it moved it.
    private static int shift(List<String> ours, List<String> resolved, int place) {
        return DiffUtils.diff(ours, resolved).getDeltas().stream()
                .filter(delta ->
                        delta.getTarget().getPosition() + delta.getTarget().size() <= place)
                .mapToInt(ThreeWayMerge::linesLost)
                .sum();
    }

    private static int linesLost(AbstractDelta<String> delta) {
        return delta.getSource().size() - delta.getTarget().size();
    }
}
