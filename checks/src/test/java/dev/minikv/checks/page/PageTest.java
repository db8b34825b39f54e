package dev.minikv.checks.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The planted pages list everything that is read from them, with line numbers.
class PageTest implements PlantedPages {

    @Override
    public String outcome(Page page) {
        return Stream.of(
                        all("block", page.fences("java", "sh"), PageTest::block),
                        all("code", page.inlineCode(), PageTest::excerpt),
                        all("link", page.links(), PageTest::excerpt),
                        all("table", page.tables(), table -> table(table) + section(page, table.line())),
                        all("passage", page.passages(), PageTest::passage),
                        all("comment", page.comments(), PageTest::excerpt),
                        all("heading", page.headings(), heading -> excerpt(heading) + section(page, heading.line())),
                        all("anchor", List.copyOf(page.anchors()), anchor -> anchor))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private static <T> Stream<String> all(String kind, List<T> things, Function<T, String> words) {
        return things.stream().map(thing -> kind + " " + words.apply(thing));
    }

    private static String block(Fence block) {
        return "%s in %s of '%s' below '%s': %s"
                .formatted(
                        block.line(),
                        block.language(),
                        block.source(),
                        block.heading(),
                        block.lines().stream().map(PageTest::excerpt).toList());
    }

    private static String table(Table table) {
        return table.rows().stream()
                .map(row -> "\n  %s %s".formatted(row.line(), row.cells()))
                .collect(Collectors.joining("", table.line() + " " + table.columns(), ""));
    }

    private static String passage(Passage passage) {
        String head = passage.head().isEmpty() ? "" : "below '" + passage.head() + "': ";
        return passage.line() + " " + head + passage.words().strip() + (passage.fenced() ? " (in a block)" : "");
    }

    private static String section(Page page, int line) {
        return " in #" + page.section(line);
    }

    private static String excerpt(Excerpt excerpt) {
        return excerpt.line() + " " + excerpt.text();
    }
}
