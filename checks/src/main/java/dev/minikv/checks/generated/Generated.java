package dev.minikv.checks.generated;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of a page that the build writes. It is between two comments, each alone on its line:
///
/// ```text
/// <!-- generated: NAME ARGUMENTS -->
/// <!-- end of generated -->
/// ```
///
/// @param line the number of the line with the first comment
/// @param name the name of the [Generator] that writes it
/// @param arguments the arguments for that generator, or the empty string
/// @param lines its current lines, without blank lines at the start and end
public record Generated(int line, String name, String arguments, List<String> lines) {

    static final String END = "<!-- end of generated -->";

    private static final Pattern START = Pattern.compile("<!-- generated: ([a-z-]+)((?: \\S+)*) -->");
    private static final Pattern MARKER = Pattern.compile("(?s)<!--\\s*(?:generated\\b|end of generated).*");

    /// Returns the blocks on a page that have a start and an end.
    public static List<Generated> on(Page page) {
        return Reading.of(page).blocks;
    }

    /// Returns the problems with the comments that should enclose blocks.
    static List<Problem> problems(Page page) {
        return Reading.of(page).problems;
    }

    /// Returns whether a line of the page is between the comments, as the page is now.
    boolean encloses(int other) {
        return line < other && other <= line + lines.size() + 1;
    }

    /// Returns the page's text with other lines in each block.
    ///
    /// @param written the lines of each block on the page, in their order
    static String replaced(Page page, List<List<String>> written) {
        List<Generated> blocks = on(page);
        List<String> old = page.text().lines().toList();
        var text = new ArrayList<String>();
        int next = 0; // the first line that is not copied yet
        for (int i = 0; i < blocks.size(); i++) {
            int start = blocks.get(i).line();
            text.addAll(old.subList(next, start));
            text.addAll(written.get(i));
            text.add(""); // without it, the comment might be taken for the last row of a table
            next = start + old.subList(start, old.size()).indexOf(END);
        }
        text.addAll(old.subList(next, old.size()));
        return String.join("\n", text) + "\n";
    }

    private record Reading(List<Generated> blocks, List<Problem> problems) {

        static Reading of(Page page) {
            var reading = new Reading(new ArrayList<>(), new ArrayList<>());
            List<String> lines = page.text().lines().toList();
            Excerpt open = null;
            for (Excerpt comment : page.comments()) {
                if (!MARKER.matcher(comment.text()).matches()) {
                    continue;
                }
                boolean isEnd = comment.text().equals(END);
                Matcher start = START.matcher(open == null ? "" : open.text());
                if (!isEnd && !START.matcher(comment.text()).matches()) {
                    reading.problem(comment, "the comment cannot be read", "<!-- generated: NAME ARGUMENTS -->");
                } else if (isEnd && start.matches()) {
                    List<String> between = lines.subList(open.line(), comment.line() - 1);
                    reading.blocks.add(new Generated(
                            open.line(), start.group(1), start.group(2).strip(), withoutBlanks(between)));
                    open = null;
                } else if (isEnd) {
                    reading.problem(comment, "the end of a generated block has no start", "a start before it");
                } else {
                    reading.unclosed(open);
                    open = comment;
                }
            }
            reading.unclosed(open);
            return reading;
        }

        private void unclosed(Excerpt open) {
            if (open != null) {
                problem(open, "a generated block has no end", END);
            }
        }

        private void problem(Excerpt comment, String what, String expected) {
            problems.add(new Problem(comment.line(), what, expected, comment.text()));
        }

        private static List<String> withoutBlanks(List<String> lines) {
            return String.join("\n", lines)
                    .replaceAll("\\A(?:\\h*\n)+|(?:\n\\h*)+\\z", "")
                    .lines()
                    .toList();
        }
    }
}
