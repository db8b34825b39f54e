package dev.minikv.checks.session;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Fence;
import java.util.ArrayList;
import java.util.List;

/// One command of a `console` block, with its input and its output.
///
/// A line that starts with `> ` shows a prompt and the text that was typed. The typed text is not part of
/// the expected output, because a pipe does not echo it. If the last line is a prompt with nothing after
/// it, the input ends there. A command with a pipe or a redirection gets its input from there, so all of
/// its lines are output.
///
/// Editors strip spaces at the end of a line, so a line `>` stands for `> `.
///
/// @param command its line, and the command for `sh`
/// @param typed the standard input
/// @param printed the lines of output, with line ends, and the line of each on the page
/// @param end the number of the line after the transcript
record Transcript(Excerpt command, String typed, List<Excerpt> printed, int end) {

    private static final String COMMAND = "$ ";
    private static final String PROMPT = "> ";

    /// Returns the transcripts in a block; lines before the first command belong to none.
    static List<Transcript> in(Fence block) {
        var transcripts = new ArrayList<Transcript>();
        List<Excerpt> lines = block.lines();
        int end = lines.size();
        for (int i = end - 1; i >= 0; i--) {
            if (lines.get(i).text().startsWith(COMMAND)) {
                transcripts.addFirst(of(lines.get(i), lines.subList(i + 1, end)));
                end = i;
            }
        }
        return transcripts;
    }

    private static Transcript of(Excerpt first, List<Excerpt> shown) {
        String command = first.text().substring(COMMAND.length());
        boolean isTypedInto = !command.contains("|") && !command.contains("<");
        var typed = new StringBuilder();
        var printed = new ArrayList<Excerpt>();
        String prompts = ""; // printed, with no line end yet
        for (Excerpt line : shown) {
            String text = line.text().equals(PROMPT.strip()) ? PROMPT : line.text();
            boolean isInputsEnd = text.equals(PROMPT) && line.equals(shown.getLast());
            if (isTypedInto && text.startsWith(PROMPT) && !isInputsEnd) {
                typed.append(text.substring(PROMPT.length())).append('\n');
                prompts += PROMPT;
            } else {
                printed.add(new Excerpt(line.line(), prompts + text + "\n"));
                prompts = "";
            }
        }
        int end = first.line() + shown.size() + 1;
        if (!prompts.isEmpty()) {
            printed.add(new Excerpt(end, prompts));
        }
        return new Transcript(new Excerpt(first.line(), command), typed.toString(), printed, end);
    }
}
