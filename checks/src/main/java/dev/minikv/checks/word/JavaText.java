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
        int line = 1;
        int lastEnd = 0;
        boolean wasString = false;
        Matcher found = TEXT.matcher(source);
        while (found.find()) {
            boolean isString = found.group("string") != null;
            String between = source.substring(lastEnd, found.start());
            line += lineBreaks(between);
            if (isString && wasString && between.strip().equals("+")) {
                Passage last = passages.removeLast();
                passages.add(new Passage(last.line(), "", last.words() + words(found), false));
            } else {
                passages.add(new Passage(line, "", words(found), false));
            }
            line += lineBreaks(found.group());
            lastEnd = found.end();
            wasString = isString;
        }
        return passages;
    }

    private static String words(Matcher found) {
        String text = found.group();
        if (found.group("comment") != null) {
            return CODE.matcher(COMMENT_SIGNS.matcher(text).replaceAll(" ")).replaceAll("`");
        }
        int quotes = found.group("block") == null ? 1 : 3;
        return text.substring(quotes, text.length() - quotes).replace("\\n", " ");
    }

    static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
