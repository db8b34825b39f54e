package dev.minikv.checks.figure;

import dev.minikv.checks.page.Generated;
import dev.minikv.checks.page.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Figures;
import dev.minikv.workbook.compare.Verdict;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes tables of what was measured: the rows of results files that the arguments name.
///
/// ```text
/// NAME | WORDS | rows KEY, KEY over WORDS, KEY? | HEAD: score WORDS | HEAD: times WORDS over WORDS
/// NAME | WORDS | rows KEY, KEY | HEAD: speed WORDS over WORDS | HEAD: words
/// printed WORDS
/// ```
///
/// Each cell is about the row that all its words select: those of the table, of its row and of its column,
/// as [ResultsFolder#rows] reads them. CONTRIBUTING.md tells authors.
public final class FigureTables implements Generator {

    /// What a link to a row of any such table starts with.
    static final String ANCHOR = "row-";

    private static final String NONE = "-";
    private static final String SCORE = "score";
    private static final String TIMES = "times";
    private static final String SPEED = "speed";
    private static final String WORDS = "words";
    private static final List<String> KINDS = List.of(SCORE, TIMES, SPEED, WORDS);

    private final ResultsFolder results;

    /// Creates the generator.
    ///
    /// @param results the folder with results files
    public FigureTables(Path results) {
        this.results = new ResultsFolder(results);
    }

    /// A row as the arguments ask for it.
    ///
    /// @param key the word that selects it: a benchmark, or a parameter with its value
    /// @param over words for what the row is compared with, or none
    /// @param mayLack whether some of its cells may have no results
    private record Row(String key, List<String> over, boolean mayLack) {

        static Stream<Row> of(String text) {
            List<String> sides = sides(text);
            boolean mayLack = sides.getFirst().endsWith("?");
            String key = sides.getFirst().replace("?", "");
            String param = key.substring(0, key.indexOf('=') + 1);
            return Stream.of(key.substring(param.length()).split(","))
                    .map(value -> new Row(param + value, split(sides.getLast()), mayLack));
        }

        String anchor(String table) {
            String words = name().replaceAll("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "-");
            return "<a id=\"%s%s-%s\"></a>".formatted(ANCHOR, table, words.toLowerCase(Locale.ROOT));
        }

        String name() {
            return key.substring(key.indexOf('=') + 1);
        }

        String label() {
            return name().matches("\\d+") ? String.format(Locale.ROOT, "%,d", Long.valueOf(name())) : "`" + name() + "`";
        }
    }

    /// A column as the arguments ask for it.
    private record Column(String head, String kind, List<String> words, List<String> over) {

        static Column of(String text) throws IOException {
            String[] parts = (" " + text).split(": ?", 2);
            List<String> words = split(sides(parts[parts.length - 1]).getFirst());
            if (parts.length == 1 || words.isEmpty() || !KINDS.contains(words.getFirst())) {
                throw new IOException("a column is written HEAD: KIND, with a kind of %s: %s".formatted(KINDS, text));
            }
            List<String> over = split(sides(parts[1]).getLast());
            return new Column(parts[0].strip(), words.getFirst(), words.subList(1, words.size()), over);
        }
    }

    /// A row of a table as it stands on a page.
    ///
    /// @param cells what is in each column, by the column's head, both as Markdown
    record Written(String anchor, Map<String, String> cells) {}

    @Override
    public String name() {
        return "figures";
    }

    /// Returns the rows of all such tables on a page.
    static List<Written> on(Page page) {
        var rows = new ArrayList<Written>();
        for (Generated block : Generated.on(page)) {
            List<String> heads = cells(block.lines().isEmpty() ? "" : block.lines().getFirst());
            for (String line : block.lines()) {
                List<String> cells = cells(line);
                if (cells.size() == heads.size() && cells.getFirst().startsWith("<a id=\"" + ANCHOR)) {
                    var byHead = new LinkedHashMap<String, String>();
                    for (int i = 1; i < heads.size(); i++) {
                        byHead.put(heads.get(i), cells.get(i));
                    }
                    rows.add(new Written(cells.getFirst().split("\"")[1], byHead));
                }
            }
        }
        return rows;
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        List<String> parts = List.of(block.arguments().split(" \\| "));
        List<String> first = split(parts.getFirst());
        if (first.getFirst().equals("printed")) {
            return printed(first.subList(1, first.size()));
        }
        if (first.size() != 1 || parts.size() < 4 || !parts.get(2).startsWith("rows ")) {
            throw new IOException("it is written NAME | WORDS | rows KEY, KEY | HEAD: KIND WORDS | HEAD: KIND WORDS");
        }
        List<Row> rows = Stream.of(parts.get(2).substring("rows ".length()).split(", "))
                .flatMap(Row::of)
                .toList();
        var columns = new ArrayList<Column>();
        for (String column : parts.subList(3, parts.size())) {
            columns.add(Column.of(column));
        }
        List<String> kinds = columns.stream().map(Column::kind).toList();
        if (kinds.contains(SPEED) && (kinds.contains(SCORE) || kinds.contains(TIMES))) {
            throw new IOException("scores are means and speeds are from medians: make a table of each");
        }
        return table(first.getFirst(), split(parts.get(1)), rows, columns, block);
    }

    private List<String> table(
            String name, List<String> selection, List<Row> rows, List<Column> columns, Generated block)
            throws IOException {
        var heads = new ArrayList<>(List.of(""));
        var rules = new StringBuilder("|---|");
        for (Column column : columns) {
            heads.add(head(column, selection, rows));
            rules.append(column.kind().equals(WORDS) ? "---|" : "--:|");
        }
        var lines = new ArrayList<>(List.of(line(heads), rules.toString()));
        for (Row row : rows) {
            String anchor = row.anchor(name);
            List<String> old = block.lines().stream()
                    .filter(line -> line.startsWith("| " + anchor))
                    .map(FigureTables::cells)
                    .findFirst()
                    .orElse(List.of(anchor + row.label(), ""));
            boolean keepsLabel = old.getFirst().contains(row.label());
            var cells = new ArrayList<>(List.of(keepsLabel ? old.getFirst() : anchor + row.label()));
            for (Column column : columns) {
                cells.add(column.kind().equals(WORDS) ? old.getLast() : cell(column, row, selection));
            }
            if (cells.stream().skip(1).allMatch(NONE::equals)) {
                throw new IOException("nothing is known of " + row.key());
            }
            lines.add(line(cells));
        }
        return lines;
    }

    private String head(Column column, List<String> selection, List<Row> rows) throws IOException {
        var units = new ArrayList<String>();
        for (Row row : rows) {
            if (column.kind().equals(SCORE)) {
                find(selected(column, row, selection), row).map(FigureTables::unit).ifPresent(units::add);
            }
        }
        if (units.stream().distinct().count() > 1) {
            throw new IOException("a column has one unit, and not " + units);
        }
        return switch (column.kind()) {
            case SCORE -> column.head().isEmpty() ? units.getFirst() : column.head() + ", " + units.getFirst();
            case TIMES -> "times " + column.head();
            case SPEED -> "speed, " + column.head();
            default -> column.head();
        };
    }

    private String cell(Column column, Row row, List<String> selection) throws IOException {
        List<String> words = selected(column, row, selection);
        Optional<ResultFile> one = find(words, row);
        if (column.kind().equals(SCORE)) {
            return Figures.score(one.map(FigureTables::measurement));
        }
        List<String> over = column.over().isEmpty() ? row.over() : column.over();
        if (over.isEmpty() && column.kind().equals(TIMES)) {
            return "";
        }
        Optional<ResultFile> other = find(otherWords(words, over, row), row);
        if (over.isEmpty() || one.isEmpty() || other.isEmpty()) {
            return NONE;
        }
        return column.kind().equals(SPEED) ? speed(one.get(), other.get()) : times(one.get(), other.get());
    }

    private static List<String> selected(Column column, Row row, List<String> selection) {
        List<String> words = with(List.of(row.key()), column.words());
        return namesAFile(column.words()) ? words : with(selection, words);
    }

    private static List<String> otherWords(List<String> words, List<String> over, Row row) {
        List<String> others = over.stream()
                .map(word -> word.equals("row") ? row.key() : word)
                .toList();
        return namesAFile(over) ? others : with(words, others);
    }

    private Optional<ResultFile> find(List<String> words, Row row) throws IOException {
        List<ResultFile> rows = results.rows(words);
        if (rows.size() > 1 || rows.isEmpty() && !row.mayLack()) {
            throw new IOException("%d rows are named by: %s".formatted(rows.size(), String.join(" ", words)));
        }
        return rows.stream().findFirst();
    }

    private static String times(ResultFile one, ResultFile other) throws IOException {
        if (!unit(one).equals(unit(other))) {
            throw new IOException("%s and %s are unlike things".formatted(unit(one), unit(other)));
        }
        double ratio = measurement(one).score() / measurement(other).score();
        return String.format(Locale.ROOT, ratio >= 10 ? "%,.1f" : ratio >= 0.1 ? "%.2f" : "%.3f", ratio);
    }

    /// Compares two rows as `./workbook compare` does. In bold is what has a verdict.
    private static String speed(ResultFile one, ResultFile other) throws IOException {
        Comparison.Row row = Comparison.ofFiles(alike(other), alike(one)).rows().getFirst();
        if (row.speed().isEmpty()) {
            throw new IOException(row.verdict().text());
        }
        String ratio = Figures.ratio(row.speed());
        return row.verdict() instanceof Verdict.NoDifferenceShown ? ratio : "**" + ratio.replaceFirst(" ", "** ");
    }

    /// Returns a row under a name that is the same for all: files are compared by the names of their rows.
    private static ResultFile alike(ResultFile row) {
        Measurement of = measurement(row);
        var same = new Measurement(
                "dev.minikv.Compared.rows",
                of.mode(),
                Map.of(),
                of.threads(),
                of.jvmArgs(),
                of.unit(),
                of.score(),
                of.error(),
                of.forks());
        return new ResultFile(row.file(), row.origin(), List.of(same));
    }

    /// Returns a row as JMH prints it.
    private List<String> printed(List<String> words) throws IOException {
        ResultFile row = find(words, new Row("", List.of(), false)).orElseThrow();
        Measurement of = measurement(row);
        String[] name = of.benchmark().split("\\.");
        var head = new ArrayList<>(List.of("Benchmark"));
        var line = new ArrayList<>(List.of(name[name.length - 2] + "." + name[name.length - 1]));
        of.params().forEach((param, value) -> {
            head.add("(" + param + ")");
            line.add(value);
        });
        head.addAll(List.of("Mode", "Cnt", "Score", "Error", "Units"));
        String[] score = Figures.score(Optional.of(of)).split(" ± ");
        line.addAll(List.of(of.mode(), "" + of.samples(), score[0], "± " + score[1], of.unit()));
        return List.of("```text", aligned(head, line), aligned(line, head), "```");
    }

    private static String aligned(List<String> cells, List<String> others) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int width = Math.max(cells.get(i).length(), others.get(i).length());
            line.append(String.format(i == 0 ? "%-" + width + "s" : "  %" + width + "s", cells.get(i)));
        }
        return line.toString();
    }

    private static Measurement measurement(ResultFile row) {
        return row.measurements().getFirst();
    }

    private static String unit(ResultFile row) {
        return measurement(row).unit().replace("/op", "");
    }

    private static boolean namesAFile(List<String> words) {
        return words.stream().anyMatch(word -> word.endsWith(".json"));
    }

    private static List<String> sides(String text) {
        String[] sides = (text + " ").split(" over ", 2);
        return List.of(sides[0].strip(), sides.length == 1 ? "" : sides[1].strip());
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static List<String> with(List<String> words, List<String> more) {
        return Stream.concat(words.stream(), more.stream()).toList();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static List<String> cells(String line) {
        List<String> cells = List.of(line.split("\\|", -1));
        return cells.size() < 3 ? List.of("") : cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
    }
}
