package dev.minikv.workbook.words;

import java.util.ArrayList;
import java.util.List;

/// Texts broken into lines that are short enough.
public final class WordWrap {

    private WordWrap() {}

    /// Returns the lines of a text, each broken between words where it is too long; a single empty one of no
    /// text. A word that is too long itself is cut.
    public static List<String> lines(String text, int width) {
        return lines(text, width, "");
    }

    /// Returns the lines of a text as [#lines(String, int)] does.
    ///
    /// @param preferred after what a line breaks rather than between any two words, such as "; "; often nothing
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
