package dev.minikv.checks.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Pages that are true or false on purpose, to test a check: those of `QuotesTest` are in the resource
/// `planted/quotes.txt`.
///
/// ```text
/// ===== the name of the page, which is the name of a test
/// The page. A line with only a name such as @table stands for the text of the
/// section of that name above.
/// +++++ src/A.java
/// A file that is written first, or, if "is removed" follows its path, is removed.
/// ----- is found:
/// The problems that must be found, if there are any.
/// ```
///
/// Files above all pages are written for each page. A `␠` stands for a space at the end of a line, and a
/// `␍` for a carriage return.
public interface PlantedPages {

    /// Returns the check, for the project that the test has planted.
    default Check<?> planted() throws Exception {
        throw new UnsupportedOperationException("there is no check");
    }

    /// Returns the folder of the project that the test has planted.
    default Path root() {
        throw new UnsupportedOperationException("there is no project");
    }

    /// Returns the path of all pages.
    default String path() {
        return "page.md";
    }

    /// Returns the outcome to compare with the planted one: the problems that are found.
    default String outcome(Page page) throws Exception {
        return String.join("\n", planted().check(page).problems());
    }

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(InResource.class)
    default void planted_pages(Planted planted) throws Exception {
        planted.writeFiles(this);

        String outcome = outcome(new Page(path(), planted.text));

        assertThat(withoutEnd(outcome)).as(planted.name).isEqualTo(withoutEnd(planted.outcome));
    }

    private static String withoutEnd(String text) {
        return text.replaceFirst("\n\\z", "");
    }

    /// A page with its files and its outcome.
    record Planted(String name, String text, Map<String, String> files, String outcome) {

        private static final Pattern SECTION = Pattern.compile("^(?=(?:=====|\\+{5}|-----) )", Pattern.MULTILINE);
        private static final String REMOVED = " is removed";

        static List<Planted> in(String resource) {
            var pages = new ArrayList<Planted>();
            var parts = new LinkedHashMap<String, String>();
            var common = new LinkedHashMap<String, String>();
            for (String section : SECTION.split(resource.replace('␠', ' ').replace('␍', '\r'))) {
                int end = section.indexOf('\n');
                String head = section.substring("===== ".length(), end);
                String body = section.substring(end + 1);
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    body = body.replace(part.getKey() + "\n", part.getValue());
                }
                if (head.startsWith("@")) {
                    parts.put(head, body);
                } else if (section.startsWith("=")) {
                    pages.add(new Planted(head, body, new LinkedHashMap<>(common), ""));
                } else if (section.startsWith("+")) {
                    (pages.isEmpty() ? common : pages.getLast().files).put(head, body);
                } else {
                    Planted page = pages.removeLast();
                    pages.add(new Planted(page.name, page.text, page.files, body));
                }
            }
            return pages;
        }

        private void writeFiles(PlantedPages test) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = test.root().resolve(file.getKey().replace(REMOVED, ""));
                if (file.getKey().endsWith(REMOVED)) {
                    Files.delete(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// Reads the resource of a test.
    final class InResource implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext test)
                throws IOException {
            String name = test.getRequiredTestClass().getSimpleName().replace("Test", "");
            String path = "/planted/" + name.toLowerCase(Locale.ROOT) + ".txt";
            try (var resource = PlantedPages.class.getResourceAsStream(path)) {
                return Planted.in(new String(resource.readAllBytes(), UTF_8)).stream()
                        .map(Arguments::of);
            }
        }
    }
}
