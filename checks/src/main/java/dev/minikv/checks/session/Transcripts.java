package dev.minikv.checks.session;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Fence;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Checks that a `console` block is, byte for byte, what a reader who types its commands sees.
///
/// Each command runs in the project's root, with its errors among its output. `java` is the one that runs
/// this check. [Replay] says what is different about programs in the background.
public final class Transcripts implements Check<Fence> {

    private final Path root;
    private final Duration limit;

    /// Creates the check.
    ///
    /// @param limit how long a command may take
    public Transcripts(Path root, Duration limit) {
        this.root = root;
        this.limit = limit;
    }

    @Override
    public List<Fence> statements(Page page) {
        return page.fences("console");
    }

    @Override
    public List<Problem> problems(Page page, Fence block) throws Exception {
        List<Transcript> transcripts = Transcript.in(block);
        int start = block.line() + 1;
        if (transcripts.isEmpty() || transcripts.getFirst().command().line() != start) {
            String actual =
                    block.lines().isEmpty() ? "" : block.lines().getFirst().text();
            return List.of(new Problem(start, "there is no command", "$ command", actual));
        }
        var problems = new ArrayList<Problem>();
        try (var replay = new Replay(root, limit)) {
            for (Transcript transcript : transcripts) {
                problems.addAll(problems(transcript, replay));
            }
            if (replay.hasBackground()) {
                String what = "a program still runs at the end of the block";
                problems.add(new Problem(transcripts.getLast().end(), what, Replay.KILL, "(the end of the block)"));
            }
        }
        return problems;
    }

    private static List<Problem> problems(Transcript transcript, Replay replay) throws Exception {
        try {
            return difference(transcript, replay.output(transcript).split("(?<=\n)"));
        } catch (IOException | TimeoutException e) {
            Excerpt command = transcript.command();
            String what = "the command cannot be replayed";
            return List.of(new Problem(command.line(), what, command.text(), e.getMessage()));
        }
    }

    private static List<Problem> difference(Transcript transcript, String[] actual) {
        List<Excerpt> printed = transcript.printed();
        var nothing = new Excerpt(transcript.end(), "");
        for (int i = 0; i < Math.max(printed.size(), actual.length); i++) {
            Excerpt expected = i < printed.size() ? printed.get(i) : nothing;
            String found = i < actual.length ? actual[i] : "";
            if (!expected.text().equals(found)) {
                return List.of(new Problem(
                        transcript.command().line(),
                        "the transcript differs at line " + expected.line(),
                        readable(expected.text()),
                        readable(found)));
            }
        }
        return List.of();
    }

    /// Returns a line of output without its line end, with words for what is invisible.
    private static String readable(String line) {
        if (line.isEmpty()) {
            return "(the end of the output)";
        }
        String text = line.replace("\n", "");
        return line.equals(text) ? text + " (without a line end)" : text;
    }
}
