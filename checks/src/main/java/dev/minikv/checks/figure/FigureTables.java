package dev.minikv.checks.figure;

import dev.minikv.checks.figure.ResultsFolder.Result;
import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Rounded;
import dev.minikv.workbook.compare.Score;
import dev.minikv.workbook.compare.Verdict;
import dev.minikv.workbook.measure.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes tables of measurements: the rows of results files that the arguments name.
///
/// ```text
/// NAME | WORDS | rows KEY, KEY over WORDS, KEY? | HEAD, ns: WORDS | times HEAD: WORDS over WORDS
/// NAME | WORDS | rows KEY, KEY | speed, HEAD: WORDS over WORDS | HEAD: words
/// printed WORDS
/// ```
///
/// The words of the table, the row and the column together select the result for a cell: see
/// [ResultsFolder#row]. CONTRIBUTING.md explains it to authors.
public final class FigureTables implements Generator {

    /// The start of each row's anchor.
    static final String ANCHOR = "row-";

    private static final String NONE = "-";

    private static final Pattern TABLE =
            Pattern.compile("(?<name>[a-z-]+) \\| (?<words>.*?) \\| rows (?<rows>.*?) \\| (?<columns>.+)");
    private static final Pattern ROW = Pattern.compile("(?<key>\\S+?)(?<mayLack>\\??)(?: over (?<over>.+))?");
    private static final Pattern COLUMN =
            Pattern.compile("(?<head>[^:]*):(?<words>(?: (?!over )\\S+)*)(?: over (?<over>.+))?");

    private final ResultsFolder results;

    /// Creates the generator.
    ///
    /// @param results the folder with results files
    public FigureTables(Path results) {
        this.results = new ResultsFolder(results);
    }

    /// @param over words that select what the row is compared with, or nothing
    /// @param mayLack whether some of its cells may have no result
    private record Row(String key, String over, boolean mayLack) {

        String name() {
            return key.substring(key.indexOf('=') + 1);
        }

        String anchor(String table) {
            String words = name().replaceAll("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "-");
            return "<a id=\"%s%s-%s\"></a>".formatted(ANCHOR, table, words.toLowerCase(Locale.ROOT));
        }

        String label() {
            return name().matches("\\d+")
                    ? String.format(Locale.ROOT, "%,d", Long.valueOf(name()))
                    : "`" + name() + "`";
        }
    }

    private record Column(String head, String words, String over) {

        boolean isRatio() {
            return isSpeed() || head.startsWith("times ");
        }

        boolean isSpeed() {
            return head.startsWith("speed, ");
        }

        boolean isWords() {
            return words.equals(" words");
        }
    }

    /// A row of a table as it is on a page.
    ///
    /// @param cells the cell in each column, by the column's head, both as Markdown
    record Written(String anchor, Map<String, String> cells) {}

    /// Returns the rows of all such tables on a page.
    static List<Written> on(Page page) {
        var rows = new ArrayList<Written>();
        for (Generated block : Generated.on(page)) {
            for (String line : block.lines()) {
                if (line.startsWith("| <a id=\"" + ANCHOR)) {
                    List<String> cells = GeneratedTable.cells(line);
                    List<String> heads = GeneratedTable.cells(block.lines().getFirst());
                    var byHead = new LinkedHashMap<String, String>();
                    for (int i = 1; i < Math.min(cells.size(), heads.size()); i++) {
                        byHead.put(heads.get(i), cells.get(i));
                    }
                    rows.add(new Written(line.split("\"")[1], byHead));
                }
            }
        }
        return rows;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        if (block.arguments().startsWith("printed ")) {
            return printed(block.arguments().substring("printed ".length()));
        }
        Matcher table = matched(TABLE, block.arguments());
        String start = table.group("name") + " |";
        if (Generated.on(page).stream()
                        .filter(other -> other.arguments().startsWith(start))
                        .count()
                > 1) {
            throw new IOException("another table has this name: " + table.group("name"));
        }
        List<Row> rows = rows(table.group("rows"));
        List<Column> columns = columns(table.group("columns"));
        String rules = columns.stream()
                .map(column -> column.isWords() ? "---|" : "--:|")
                .collect(Collectors.joining("", "|---|", ""));
        Stream<String> heads = Stream.concat(Stream.of(""), columns.stream().map(Column::head));
        var lines = new ArrayList<>(List.of(GeneratedTable.line(heads.toList()), rules));
        for (Row row : rows) {
            String first = row.anchor(table.group("name")) + row.label();
            List<String> old = block.lines().stream()
                    .filter(line -> line.startsWith("| " + row.anchor(table.group("name"))))
                    .map(GeneratedTable::cells)
                    .findFirst()
                    .orElse(List.of(first, ""));
            var cells = new ArrayList<>(List.of(old.getFirst().contains(row.label()) ? old.getFirst() : first));
            for (Column column : columns) {
                cells.add(column.isWords() ? old.getLast() : cell(column, row, table.group("words")));
            }
            if (cells.stream().skip(1).allMatch(NONE::equals)) {
                throw new IOException("there are no results for " + row.key());
            }
            lines.add(GeneratedTable.line(cells));
        }
        return lines;
    }

    private static List<Row> rows(String text) throws IOException {
        var rows = new ArrayList<Row>();
        for (String each : text.split(", ")) {
            Matcher row = matched(ROW, each);
            String param = row.group("key").substring(0, row.group("key").indexOf('=') + 1);
            for (String value : row.group("key").substring(param.length()).split(",")) {
                rows.add(new Row(
                        param + value, text(row, "over"), !row.group("mayLack").isEmpty()));
            }
        }
        return rows;
    }

    private static List<Column> columns(String text) throws IOException {
        var columns = new ArrayList<Column>();
        for (String each : text.split(" \\| ")) {
            Matcher column = matched(COLUMN, each);
            columns.add(new Column(column.group("head"), column.group("words"), text(column, "over")));
        }
        return columns;
    }

    private String cell(Column column, Row row, String words) throws IOException {
        String selection = selection(column, row, words);
        Optional<Result> one = results.row(selection, row.mayLack());
        if (!column.isRatio()) {
            return score(one, column.head());
        }
        String over = column.over().isEmpty() ? row.over() : column.over();
        if (over.isEmpty()) {
            return "";
        }
        String others = (" " + over + " ").replace(" row ", " " + row.key() + " ");
        Optional<Result> other = results.row(over.contains(".json") ? others : selection + others, row.mayLack());
        if (one.isEmpty() || other.isEmpty()) {
            return NONE;
        }
        return column.isSpeed() ? speed(one.get(), other.get()) : times(one.get(), other.get());
    }

    /// A column that names its own file ignores the words of the table, which are for another file.
    private static String selection(Column column, Row row, String words) {
        return (column.words().contains(".json") ? "" : words + " ") + row.key() + " " + column.words();
    }

    private static String score(Optional<Result> result, String head) throws IOException {
        if (result.isPresent() && !(" " + head).endsWith(" " + unit(result.get()))) {
            throw new IOException(
                    "the head of a column must end with its unit, but is '%s': %s".formatted(head, unit(result.get())));
        }
        return result.map(Result::row)
                .filter(row -> row.forks().isEmpty()) // counted, not timed
                .map(row -> Rounded.plain(row.score()))
                .orElseGet(() -> Rounded.score(result.map(Result::row)));
    }

    private static String times(Result one, Result other) throws IOException {
        if (!unit(one).equals(unit(other))) {
            throw new IOException("%s and %s are different units".formatted(unit(one), unit(other)));
        }
        double ratio = Score.of(one.row()).value() / Score.of(other.row()).value();
        return String.format(Locale.ROOT, ratio >= 10 ? "%,.1f" : ratio >= 0.1 ? "%.2f" : "%.3f", ratio);
    }

    /// Compares two rows as `./workbook compare` does. A ratio is bold if it is faster or slower, and in
    /// italics if there is a difference that may be too small for that.
    private static String speed(Result one, Result other) throws IOException {
        Optional<String> otherOrigin = Optional.of("different machine or JDK")
                .filter(_ -> !one.origin().equals(other.origin()));
        Comparison.Row row = Comparison.row("", other.row(), one.row(), otherOrigin);
        if (row.speed().isEmpty()) {
            throw new IOException(row.verdict().text());
        }
        String ratio = Rounded.ratio(row.speed());
        return switch (row.verdict()) {
            case Verdict.NoDifferenceShown _ -> ratio;
            case Verdict.SmallDifference _ -> "*" + ratio.replaceFirst(" ", "* ");
            default -> "**" + ratio.replaceFirst(" ", "** ");
        };
    }

    /// Returns a row as JMH prints it.
    private List<String> printed(String words) throws IOException {
        Measurement row = results.row(words, false).orElseThrow().row();
        String score = Rounded.mean(row);
        var cells = new LinkedHashMap<String, String>();
        cells.put("Benchmark", row.benchmark().replaceFirst(".*\\.(?=\\w+\\.)", ""));
        row.params().forEach((param, value) -> cells.put("(" + param + ")", value));
        cells.put("Mode", row.mode());
        cells.put("Cnt", "" + row.samples());
        int ofScore = score.indexOf(" ±");
        cells.put(("%" + ofScore + "s%" + (score.length() - ofScore) + "s").formatted("Score", "Error"), score);
        cells.put("Units", row.unit());
        var head = new StringBuilder();
        var line = new StringBuilder();
        cells.forEach((column, cell) -> {
            String format = "%" + (head.isEmpty() ? "-" : "") + Math.max(column.length(), cell.length()) + "s  ";
            head.append(format.formatted(column));
            line.append(format.formatted(cell));
        });
        return List.of("```text", head.toString().strip(), line.toString().strip(), "```");
    }

    private static String unit(Result result) {
        return result.row().unit().replace("/op", "");
    }

    private static Matcher matched(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IOException("this cannot be parsed: " + text);
        }
        return matcher;
    }

    private static String text(Matcher matcher, String group) {
        return Optional.ofNullable(matcher.group(group)).orElse("");
    }
}
