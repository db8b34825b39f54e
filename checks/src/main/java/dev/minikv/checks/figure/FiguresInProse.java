package dev.minikv.checks.figure;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Generated;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Passage;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks that prose has no figures but two kinds: round words that link to a row of a table written by
/// [FigureTables], and what was not measured here, as it stands in a table of its own.
///
/// It looks at the chapters from step 04 on, at `docs/benchmarks.md`, and at any page with such a table or
/// such a link. CONTRIBUTING.md tells authors.
public final class FiguresInProse implements Check<FiguresInProse.Statement> {

    private static final Pattern PAGES = Pattern.compile("docs/(?:step-(?!0[1-3])\\d\\d-[^/]*|benchmarks)\\.md");

    private static final String GIVEN_PAGE = "docs/benchmarks.md";
    private static final Pattern GIVEN = Pattern.compile(
            "^\\| (?<figure>[^|]+) \\| (?<what>[^|]+) \\| (?<source>[^|]+) \\| (?<where>\\[[^|]+) \\|$");
    private static final int FEWEST_WORDS = 3;

    private static final Pattern LINK = Pattern.compile("\\[(?<words>[^\\[\\]]*)]\\((?<page>[^)#\\s]*)#(?<anchor>[^)\\s]*)"
            + "(?: \"(?<column>[^\"]*)\")?\\)(?<tail> as (?:fast|long|much|many)\\b| of\\b)?");

    private static final String DIGITS = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
    private static final String AMOUNT = DIGITS + "(?: ± " + DIGITS + "| \\(" + DIGITS + " to " + DIGITS + "\\))?";

    /// An amount, or several that share a unit: "36, 40 and 61 ns".
    private static final String AMOUNTS =
            "(?<![\\p{L}\\d.,])" + AMOUNT + "(?:, " + AMOUNT + ")*(?:,?(?: to | and | or |–)" + AMOUNT + ")?";

    private static final String SIZE = "B/op|bytes?|[kMG]B|KB|[KMG]iB";
    private static final String UNIT = "(?:" + SIZE + "|ns(?:/op)?|[µμu]s(?:/op)?|ms(?:/op)?"
            + "|(?:nano|micro|milli)seconds?|times|×(?! ?[\\d(])|x|fold|speed|ratio|%|percent|per cent|cycles?)"
            + "(?![\\p{L}\\d])";

    /// A number with a unit. The intervals that statistics speak of are no measurements.
    private static final Pattern FIGURE =
            Pattern.compile(AMOUNTS + "(?:-|[ \u00a0]{0,2})" + UNIT + "(?! (?:confidence )?intervals?)");

    private static final Pattern BARE = Pattern.compile(AMOUNTS);
    private static final Pattern HEAD = Pattern.compile("(?<![\\p{L}\\d])" + UNIT);

    private static final String WORDS = "two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand";

    /// What a figure looks like that has no digits.
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:(?:twice|half|thrice|(?:" + WORDS + ") times) as (?:fast|slow|long|quick|much|many)"
                    + "|(?:" + WORDS + "|" + DIGITS + ") times (?:faster|slower|longer|quicker)"
                    + "|(?:" + WORDS + ")-?fold"
                    + "|(?:half|(?:thirds?|quarters?|fifths?|tenths?) of) the (?:time|bytes|memory)"
                    + "|factor of (?:" + WORDS + "|" + DIGITS + ")|orders? of magnitude)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Path root;

    /// Creates the check.
    ///
    /// @param root the project's folder
    public FiguresInProse(Path root) {
        this.root = root;
    }

    /// A figure on a page, or a link to a row of a table.
    ///
    /// @param passage where it stands
    /// @param text the figure, or the words of the link with what the ratio in them is of
    /// @param link the link, if it is one
    public record Statement(Passage passage, String text, Optional<MatchResult> link) {}

    /// A figure that was not measured here.
    private record Given(String figure, String source, String where) {}

    /// Whether it looks at a page.
    static boolean concerns(Page page) {
        return PAGES.matcher(page.path()).matches()
                || page.text().contains("#" + FigureTables.ANCHOR)
                || Generated.on(page).stream().anyMatch(block -> block.name().equals("figures"));
    }

    @Override
    public List<Statement> statements(Page page) {
        if (!concerns(page)) {
            return List.of();
        }
        List<Generated> generated = Generated.on(page);
        return page.passages().stream()
                .filter(passage -> generated.stream().noneMatch(block -> isIn(block, passage, page)))
                .flatMap(passage -> statements(passage).stream())
                .toList();
    }

    private static boolean isIn(Generated block, Passage passage, Page page) {
        List<String> lines = page.text().lines().toList();
        int end = block.line() + lines.subList(block.line(), lines.size()).indexOf("<!-- end of generated -->");
        return block.line() < passage.line() && passage.line() <= end;
    }

    private static List<Statement> statements(Passage passage) {
        var statements = new ArrayList<Statement>();
        var rest = new StringBuilder();
        Matcher link = LINK.matcher(passage.words());
        while (link.find()) {
            boolean toRow = link.group("anchor").startsWith(FigureTables.ANCHOR);
            String tail = link.group("tail") == null ? "" : link.group("tail");
            if (toRow) {
                statements.add(new Statement(passage, link.group("words") + tail, Optional.of(link.toMatchResult())));
            }
            link.appendReplacement(rest, Matcher.quoteReplacement(toRow ? "`" : link.group("words") + tail));
        }
        String text = link.appendTail(rest).toString();
        boolean isBare = !FIGURE.matcher(text).find() && HEAD.matcher(passage.head()).find();
        for (Pattern pattern : List.of(isBare ? BARE : FIGURE, IN_WORDS)) {
            pattern.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(figure -> !passage.fenced() || !figure.matches(".*(?:" + SIZE + ")")) // sizes may be drawn
                    .forEach(figure -> statements.add(new Statement(passage, figure, Optional.empty())));
        }
        return statements;
    }

    @Override
    public List<Problem> problems(Page page, Statement statement) throws IOException {
        int line = statement.passage().line();
        String text = statement.text();
        if (statement.link().isPresent()) {
            return problems(page, line, text, statement.link().get());
        }
        for (Given given : given(page)) {
            boolean isItself = page.path().equals(GIVEN_PAGE)
                    && page.text().lines().skip(line - 1L).findFirst().orElse("").startsWith("| " + given.figure() + " |");
            if (given.figure().equals(text) && isItself) {
                return problems(page, line, given);
            }
            if (given.figure().equals(text) && places(given).contains(page.path() + "#" + page.section(line))) {
                return List.of();
            }
        }
        return List.of(new Problem(
                line,
                "a figure that no table has",
                "a link from round words to a row, or a row among the figures that were not measured here",
                text));
    }

    /// Returns what is wrong with round words that link to a row.
    private List<Problem> problems(Page page, int line, String text, MatchResult link) throws IOException {
        String anchor = link.group("anchor");
        Page target = link.group("page").isEmpty() ? page : page(page, link.group("page"));
        Optional<FigureTables.Written> row = FigureTables.on(target).stream()
                .filter(written -> written.anchor().equals(anchor))
                .findFirst();
        if (row.isEmpty()) {
            return List.of(new Problem(line, "the link leads to no row of figures", anchor, "on " + target.path()));
        }
        List<Cell> cells = row.get().cells().entrySet().stream()
                .map(cell -> new Cell(cell.getKey().replace("`", ""), cell.getValue()))
                .toList();
        String column = link.group("column");
        List<Cell> meant = cells.stream()
                .filter(cell -> column == null || cell.head().equals(column))
                .filter(cell -> cell.canBeMeantBy(text))
                .toList();
        if (meant.size() != 1) {
            return List.of(new Problem(line, "the row has not one number that can be meant", text, "" + cells));
        }
        return meant.getFirst().bears(text)
                ? List.of()
                : List.of(new Problem(line, "round words are not what the row says", text, "" + meant.getFirst()));
    }

    private record Cell(String head, String value) {

        private static final Pattern RATIO = Pattern.compile("(?<bold>\\*\\*)?(?<value>" + DIGITS + ")(?:\\*\\*)? \\(.*\\)");
        private static final List<String> VERDICTS = List.of("faster", "slower", "no difference shown");

        private boolean isSpeed() {
            return RATIO.matcher(value).matches();
        }

        boolean canBeMeantBy(String words) {
            if (VERDICTS.contains(words)) {
                return isSpeed();
            }
            return Rounding.of(words)
                    .filter(rounding -> rounding.unit().isEmpty()
                            ? isSpeed() && rounding.tail().matches(".*(?:fast|long)") || head.startsWith("times ")
                            : HEAD.matcher(head).results().anyMatch(unit -> unit.group().equals(rounding.unit())))
                    .isPresent();
        }

        boolean bears(String words) {
            Matcher ratio = RATIO.matcher(value);
            double number = Double.parseDouble(
                    (ratio.matches() ? ratio.group("value") : value.split(" ")[0]).replaceAll("[^\\d.]", ""));
            boolean hasVerdict = value.startsWith("**");
            if (VERDICTS.contains(words)) {
                return words.equals(!hasVerdict ? "no difference shown" : number > 1 ? "faster" : "slower");
            }
            Rounding rounding = Rounding.of(words).orElseThrow();
            boolean isTurned = rounding.tail().endsWith(isSpeed() ? "long" : "fast");
            return (hasVerdict || !isSpeed()) && rounding.holds(isTurned ? 1 / number : number);
        }

        @Override
        public String toString() {
            return head + ": " + value;
        }
    }

    /// Returns what is wrong with a row of the figures that were not measured here.
    private List<Problem> problems(Page page, int line, Given given) throws IOException {
        var problems = new ArrayList<Problem>();
        if (given.source().split(" ").length < FEWEST_WORDS) {
            problems.add(new Problem(line, "a figure has no source", FEWEST_WORDS + " words or more", given.source()));
        }
        for (String place : places(given)) {
            String path = place.substring(0, place.indexOf('#'));
            Page user = path.equals(page.path()) ? page : Page.read(root, root.resolve(path));
            boolean isUsed = statements(user).stream()
                    .filter(statement -> statement.text().equals(given.figure()))
                    .anyMatch(statement ->
                            place.equals(path + "#" + user.section(statement.passage().line())));
            if (!isUsed) {
                problems.add(new Problem(line, "a figure is not used where the table says", place, given.figure()));
            }
        }
        return problems;
    }

    private List<Given> given(Page page) throws IOException {
        Path file = root.resolve(GIVEN_PAGE);
        String text = page.path().equals(GIVEN_PAGE) ? page.text() : Files.exists(file) ? Files.readString(file) : "";
        return text.lines()
                .map(GIVEN::matcher)
                .filter(Matcher::matches)
                .map(row -> new Given(row.group("figure"), row.group("source"), row.group("where")))
                .toList();
    }

    /// Returns the sections that a figure may be used in, as the path of a page, a `#` and an anchor.
    private static List<String> places(Given given) {
        Path folder = Path.of(GIVEN_PAGE).getParent();
        return LINK.matcher(given.where())
                .results()
                .map(link -> (link.group("page").isEmpty()
                                ? GIVEN_PAGE
                                : folder.resolve(link.group("page")).normalize().toString().replace('\\', '/'))
                        + "#" + link.group("anchor"))
                .toList();
    }

    private Page page(Page from, String link) throws IOException {
        return Page.read(root, root.resolve(from.path()).resolveSibling(link).normalize());
    }
}
