package dev.minikv.workbook.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The order in which a chapter wants a step's files read: first those named in its sections *Read in this
/// order*, page by page, then the others by name, and last the files package-info.java.
public final class ReadingOrder {

    /// A section, or a list that has these words in bold above it: a long chapter has one for each part.
    private static final Pattern LIST =
            Pattern.compile("^(?:## |\\*\\*)Read in this order\\b(.*?)(?=^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("\\]\\(([^)\\s]+\\.java)\\)|`([A-Z]\\w*)`");

    private ReadingOrder() {}

    /// Returns the names in the order of a step's chapter, or in alphabetical order if there is no chapter.
    ///
    /// @throws IOException if the chapter cannot be read
    public static List<FileName> sorted(Collection<FileName> names, Step step) throws IOException {
        var named = new ArrayList<String>();
        for (Path page : step.pages()) {
            named.addAll(namedIn(Files.readString(page)));
        }
        return names.stream()
                .sorted(Comparator.<FileName>comparingInt(name -> rank(name, named))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<String> namedIn(String chapter) {
        var named = new ArrayList<String>();
        Matcher list = LIST.matcher(chapter);
        while (list.find()) {
            FILE.matcher(list.group(1))
                    .results()
                    .map(file -> file.group(1) != null ? file.group(1) : file.group(2))
                    .forEach(named::add);
        }
        return named;
    }

    private static int rank(FileName name, List<String> named) {
        for (String each : named) {
            if (name.isMeantBy(each)) {
                return named.indexOf(each);
            }
        }
        return name.simple().equals("package-info.java") ? Integer.MAX_VALUE : named.size();
    }
}
