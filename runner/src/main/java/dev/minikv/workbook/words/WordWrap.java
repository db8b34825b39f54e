package dev.minikv.workbook.words;

import java.util.ArrayList;
import java.util.List;

/// Breaks texts into lines that are short enough.
public final class WordWrap {

    private WordWrap() {}

    /// Returns the lines of a text, broken between words if they are too long; a single empty line for an
    /// empty text. A word that is longer than a line is cut.
    public static List<String> lines(String text, int width) {
        return lines(text, width, "");
    }

    /// Returns the lines of a text as [#lines(String, int)] does.
    ///
    /// @param preferred where to break rather than between any two words, such as after "; "; may be empty
    public static List<String> lines(String text, int width, String preferred) {
        var lines = new ArrayList<String>();
        String rest = text;
        do {
            int newline = rest.indexOf('\n');
            int end = newline >= 0 ? newline : rest.length();
            if (end > width) {
                end = lastBreak(rest, width, preferred);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        } while (!rest.isEmpty());
        return lines;
    }

    private static int lastBreak(String text, int width, String preferred) {
        int found = preferred.isEmpty() ? -1 : text.lastIndexOf(preferred, width - 1);
        int space = text.lastIndexOf(' ', width);
        return found > 0 ? found + preferred.strip().length() : space > 0 ? space : width;
    }
}
