package dev.minikv.checks.figure;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Passage;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks that every figure that claims a measurement stands in a results file, or can be computed
/// from what stands there.
///
/// It looks at the chapters from step 04 on, at `docs/benchmarks.md`, and at any page with a marker. A
/// block with figures has a [Marker] right before it, which names for each figure, in their order, the
/// row that it is from. [Formula] says how; CONTRIBUTING.md tells authors.
public final class Measurements implements Check<Passage> {

    private static final Pattern PAGES = Pattern.compile("docs/(?:step-0[4-9]-[^/]*|benchmarks)\\.md");

    private final ResultsFolder results;

    /// Creates the check.
    ///
    /// @param results the folder with results files
    public Measurements(Path results) {
        this.results = new ResultsFolder(results);
    }

    /// Whether it looks at a page.
    public static boolean concerns(Page page) {
        return PAGES.matcher(page.path()).matches()
                || page.passages().stream().anyMatch(passage -> Marker.isMeantBy(passage.comment()));
    }

    @Override
    public List<Passage> statements(Page page) {
        if (!concerns(page)) {
            return List.of();
        }
        return page.passages().stream()
                .filter(passage -> Marker.isMeantBy(passage.comment())
                        || !figures(passage).isEmpty()
                        || Figure.inWords(passage.words()).isPresent())
                .toList();
    }

    /// Returns the figures in a passage.
    public static List<Figure> figures(Passage passage) {
        boolean isMarked = Marker.isMeantBy(passage.comment());
        if (passage.table().isPresent()) {
            return inTable(passage.table().get(), isMarked);
        }
        List<Figure> figures = Figure.in(passage.words(), isMarked);
        return passage.fenced()
                ? figures.stream().filter(Measurements::isNoSizeInADiagram).toList()
                : figures;
    }

    private static boolean isNoSizeInADiagram(Figure figure) {
        return figure.unit().dimension() != Unit.Dimension.MEMORY;
    }

    private static List<Figure> inTable(Table table, boolean isMarked) {
        var figures = new ArrayList<Figure>();
        for (Table.Row row : table.rows()) {
            for (int column = 1; column < row.cells().size(); column++) {
                String cell = row.words(column);
                Optional<Unit> unit = Unit.in(table.columns().get(column));
                if (unit.isPresent()) {
                    figures.addAll(Figure.inCell(cell, unit.get()));
                } else if (cell.equals(Figure.NONE) && hasFigures(table, column, isMarked)) {
                    figures.addAll(Figure.inCell(cell, Unit.TIMES));
                } else {
                    figures.addAll(Figure.in(cell, isMarked));
                }
            }
        }
        return figures;
    }

    private static boolean hasFigures(Table table, int column, boolean isMarked) {
        return table.rows().stream()
                .filter(row -> column < row.cells().size())
                .anyMatch(row -> !Figure.in(row.words(column), isMarked).isEmpty());
    }

    @Override
    public List<Problem> problems(Page page, Passage passage) throws IOException {
        Optional<String> inWords = Figure.inWords(passage.words());
        if (inWords.isPresent()) {
            return List.of(new Problem(
                    passage.line(),
                    "a figure in words cannot be looked up",
                    "digits, as in '2.1 times'",
                    inWords.get()));
        }
        List<Figure> figures = figures(passage);
        if (!Marker.isMeantBy(passage.comment())) {
            String actual = figures.getFirst().text();
            return List.of(new Problem(
                    passage.line(), "figures have no marker before them", "<!-- figures in x.json: ... -->", actual));
        }
        Optional<Marker> read = Marker.of(passage.comment());
        if (read.isEmpty()) {
            return List.of(new Problem(
                    passage.line(),
                    "the marker cannot be read",
                    "<!-- figures in x.json: item | item -->",
                    passage.comment()));
        }
        Marker marker = read.get().forRows(rows(passage));
        return problems(passage.line(), marker, figures);
    }

    private static List<String> rows(Passage passage) {
        return passage.table().stream()
                .flatMap(table -> table.rows().stream())
                .map(Table.Row::first)
                .map(cell -> cell.code().size() == 1 ? cell.code().getFirst() : cell.words())
                .toList();
    }

    private List<Problem> problems(int line, Marker marker, List<Figure> figures) throws IOException {
        var problems = new ArrayList<Problem>();
        var rest = new ArrayList<>(figures);
        var items = new ArrayList<>(marker.items());
        while (!rest.isEmpty() && !items.isEmpty()) {
            Figure figure = rest.removeFirst();
            String item = items.removeFirst();
            if (figure.text().equals(Figure.NONE)) {
                continue;
            }
            try {
                Answer answer = Formula.answer(marker.head(), item, results);
                boolean isTrue = figure.opensRange() && answer instanceof Answer.Speed speed
                        ? speed.reachesFrom(figure, rest.removeFirst())
                        : answer.agreesWith(figure);
                if (!isTrue) {
                    problems.add(new Problem(
                            line,
                            "a figure is not what '%s' says".formatted(item),
                            figure.text(),
                            answer.in(figure.unit())));
                }
            } catch (LookupException e) {
                problems.add(new Problem(line, "a figure cannot be looked up", item, e.getMessage()));
            }
        }
        if (!rest.isEmpty()) {
            problems.add(new Problem(
                    line,
                    "a figure has no item in the marker",
                    "an item for each",
                    rest.getFirst().text()));
        }
        for (String item : items) {
            problems.add(new Problem(line, "an item of the marker has no figure", item, said(marker, item)));
        }
        return problems;
    }

    private String said(Marker marker, String item) throws IOException {
        try {
            return Formula.answer(marker.head(), item, results).inItsUnit();
        } catch (LookupException e) {
            return e.getMessage();
        }
    }
}
