package dev.minikv.checks.word;

import dev.minikv.checks.page.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Java source says to people: its comments and its strings.
final class JavaText {

    private static final Pattern TEXT = Pattern.compile("(?s)(?<block>\"\"\".*?(?<!\\\\)\"\"\")"
            + "|(?<string>\"(?:[^\"\\\\\n]|\\\\.)*+\")"
            + "|'(?:[^'\\\\\n]|\\\\.)*+'"
            + "|(?<comment>/\\*.*?\\*/|//[^\n]*+(?:\n[ \t]*+//[^\n]*+)*+)");

    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

    private static final Pattern COMMENT_SIGNS = Pattern.compile("(?m)^[ \t]*(?:/{2,3}|/?\\*+/?)|\\*/");

    private JavaText() {}

    /// Returns each run of comment lines, each text block, and each string with those that are added to it.
    static List<Passage> passages(String source) {
        var passages = new ArrayList<Passage>();
        int lastEnd = 0;
        boolean wasString = false;
        Matcher found = TEXT.matcher(source);
        while (found.find()) {
            boolean isString = found.group("string") != null;
            String words = words(found);
            if (isString && wasString && isPlus(source.substring(lastEnd, found.start()))) {
                Passage last = passages.removeLast();
                passages.add(new Passage(last.line(), "", last.words() + words, false));
            } else {
                passages.add(new Passage(line(source, found.start()), "", words, false));
            }
            lastEnd = found.end();
            wasString = isString;
        }
        return passages;
    }

    private static String words(Matcher found) {
        if (found.group("comment") != null) {
            String words = COMMENT_SIGNS.matcher(found.group()).replaceAll(" ");
            return CODE.matcher(words).replaceAll("`");
        }
        String literal =
                found.group("block") == null ? found.group() : found.group().substring(2);
        return literal.substring(1, literal.length() - 1).replace("\\n", " ");
    }

    private static boolean isPlus(String between) {
        return between.strip().equals("+");
    }

    private static int line(String source, int at) {
        return (int) source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
