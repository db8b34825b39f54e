package dev.minikv.checks.quote;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Fence;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks that quoted code is in the file that the page names.
///
/// The line that opens the block names the file, by its path from the root, after the language. The block's
/// lines must follow each other in that file, with any indentation. A line with only `// ...` (in XML `<!--
/// ... -->`) stands for omitted lines.
public final class Quotes implements Check<Fence> {

    private static final Set<String> LEFT_OUT = Set.of("// ...", "<!-- ... -->");

    private final Path root;

    public Quotes(Path root) {
        this.root = root;
    }

    @Override
    public List<Fence> statements(Page page) {
        return page.fences("java", "rust", "xml");
    }

    @Override
    public List<Problem> problems(Page page, Fence block) throws IOException {
        String path = block.source();
        if (path.isEmpty()) {
            String opening = "```" + block.language();
            return List.of(problem(block, "the quote names no file", opening + " path", opening));
        }
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            return List.of(problem(block, "the quoted file does not exist", path, "no such file"));
        }
        List<List<Excerpt>> parts = parts(block);
        if (parts.isEmpty()) {
            return List.of(problem(block, "the quote has no lines", "lines of " + path, "none"));
        }
        return difference("the quote differs", parts, Files.readAllLines(file));
    }

    private static Problem problem(Fence block, String what, String expected, String actual) {
        return new Problem(block.line(), what, expected, actual);
    }

    /// Returns the parts between omitted lines, without blank lines at their start and end.
    private static List<List<Excerpt>> parts(Fence block) {
        var parts = new ArrayList<List<Excerpt>>();
        parts.add(new ArrayList<>());
        for (Excerpt line : block.lines()) {
            if (LEFT_OUT.contains(line.text().strip())) {
                parts.add(new ArrayList<>());
            } else if (!line.text().isBlank() || !parts.getLast().isEmpty()) {
                parts.getLast().add(line);
            }
        }
        for (List<Excerpt> part : parts) {
            while (!part.isEmpty() && part.getLast().text().isBlank()) {
                part.removeLast();
            }
        }
        parts.removeIf(List::isEmpty);
        return parts;
    }

    /// Finds parts of a file in it, in their order.
    ///
    /// @param what the problem if they are not there
    public static List<Problem> difference(String what, List<List<Excerpt>> parts, List<String> file) {
        int from = 0; // where in the file the next part may start
        for (List<Excerpt> part : parts) {
            int start = from;
            // One line, then two, and so on, to find the first that does not follow the others.
            for (int size = 1; size <= part.size(); size++) {
                int found = find(part.subList(0, size), file, from);
                if (found < 0) {
                    Excerpt line = part.get(size - 1);
                    String actual = size == 1
                            ? "no such line" + (from == 0 ? "" : " after line " + from)
                            : lineAt(start + size - 1, file);
                    String expected = line.text();
                    return List.of(new Problem(line.line(), what, expected, actual));
                }
                start = found;
            }
            from = start + part.size();
        }
        return List.of();
    }

    /// Returns the first place in the file, at or after `from`, with these lines, or -1.
    public static int find(List<Excerpt> lines, List<String> file, int from) {
        List<String> wanted = unindented(lines.stream().map(Excerpt::text).toList());
        for (int start = from; start + wanted.size() <= file.size(); start++) {
            if (unindented(file.subList(start, start + wanted.size())).equals(wanted)) {
                return start;
            }
        }
        return -1;
    }

    private static List<String> unindented(List<String> lines) {
        int indent = indent(lines);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .toList();
    }

    /// Returns how many spaces all of these lines start with.
    public static int indent(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }

    private static String lineAt(int index, List<String> file) {
        return index < file.size() ? file.get(index) : "the end of the file";
    }
}
