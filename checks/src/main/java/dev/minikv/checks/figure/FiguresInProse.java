package dev.minikv.checks.figure;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Passage;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks that prose has only two kinds of figures: round words that link to a row of a table written by
/// [FigureTables], and figures that were not measured here, which are listed in a table of their own.
///
/// It looks at the chapters from step 04 on, at `docs/benchmarks.md`, and at any page with such a table or
/// such a link. CONTRIBUTING.md explains it to authors.
public final class FiguresInProse implements Check<FiguresInProse.Statement> {

    private static final Pattern PAGES = Pattern.compile("docs/(?:step-(?!0[1-3])\\d\\d-[^/]*|benchmarks)\\.md");

    private static final String DIGITS = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
    private static final String AMOUNT = DIGITS + "(?: ± " + DIGITS + "| \\(" + DIGITS + " to " + DIGITS + "\\))?";

    /// An amount, or several that share a unit: "36, 40 and 61 ns".
    private static final String AMOUNTS =
            "(?<![\\p{L}\\d.,])" + AMOUNT + "(?:, " + AMOUNT + ")*(?:,?(?: to | and | or |–)" + AMOUNT + ")?";

    private static final String SIZE = "B/op|bytes?|[kKMG]B|[KMG]iB";
    private static final String UNIT = "(?:" + SIZE + "|ns(?:/op)?|[µμu]s(?:/op)?|ms(?:/op)?"
            + "|(?:nano|micro|milli)seconds?|times|×(?! ?[\\d(])|x|fold|speed|ratio|%|percent|per cent|cycles?)"
            + "(?![\\p{L}\\d])";
    private static final String WORDS = "two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand";

    /// A number with a unit, or the same in words. Confidence intervals do not count.
    private static final Pattern FIGURE = Pattern.compile(AMOUNTS + "(?:-|[ \u00a0]{0,2})" + UNIT
            + "(?! (?:confidence )?intervals?)"
            + "|\\b(?i:(?:twice|thrice|half|(?:" + WORDS + ") times) as (?:fast|slow|long|quick|much|many)"
            + "|(?:" + WORDS + "|" + DIGITS + ") times (?:faster|slower|longer|quicker)|(?:" + WORDS + ")-?fold"
            + "|(?:" + WORDS + "|half a) (?:nano|micro|milli)seconds?"
            + "|(?:half|(?:thirds?|quarters?|fifths?|tenths?) of) the (?:time|bytes|memory)"
            + "|factor of (?:" + WORDS + "|" + DIGITS + ")|orders? of magnitude)\\b");

    private static final Pattern BARE = Pattern.compile(AMOUNTS);
    private static final Pattern HEAD = Pattern.compile("(?<![\\p{L}\\d])" + UNIT);

    private static final Pattern LINK =
            Pattern.compile("\\[(?<words>[^\\[\\]]*)]\\((?<page>[^)#\\s]*)#(?<anchor>[^)\\s]*)"
                    + "(?: \"(?<column>[^\"]*)\")?\\)(?<tail> as (?:fast|long|much|many)\\b| of\\b|)");

    private static final String GIVEN_PAGE = "docs/benchmarks.md";
    private static final Pattern GIVEN =
            Pattern.compile("\\| (?<figure>[^|]+) \\| [^|]+ \\| (?<source>[^|]+) \\| (?<places>[^|]+#[^|]+) \\|");
    private static final int MIN_WORDS = 3;

    private static final List<String> VERDICTS = List.of("faster", "slower", "a difference", "no difference shown");

    private final Path root;
    private final Map<String, Page> pages = new HashMap<>();

    /// Creates the check.
    ///
    /// @param root the project's folder
    public FiguresInProse(Path root) {
        this.root = root;
    }

    /// A figure on a page, or words that link to a row of a table.
    ///
    /// @param link the link, if it is one
    public record Statement(Passage passage, String text, Optional<MatchResult> link) {}

    /// A figure that was not measured here.
    ///
    /// @param places the sections where it is used, as a page, a `#` and an anchor
    private record Given(int line, String figure, String source, List<String> places) {}

    /// Returns whether this check looks at a page.
    static boolean concerns(Page page) {
        return PAGES.matcher(page.path()).matches()
                || Generated.on(page).stream().anyMatch(block -> block.name().equals("figures"))
                || page.passages().stream().flatMap(FiguresInProse::links).anyMatch(FiguresInProse::isToRow);
    }

    @Override
    public List<Statement> statements(Page page) {
        List<Generated> blocks = Generated.on(page);
        return Stream.of(page)
                .filter(FiguresInProse::concerns)
                .flatMap(concerned -> concerned.passages().stream())
                .filter(passage -> blocks.stream().noneMatch(block -> isWritten(passage, block)))
                .flatMap(passage -> statements(passage).stream())
                .toList();
    }

    /// Returns whether the build has written a passage, without words of a person.
    private static boolean isWritten(Passage passage, Generated block) {
        boolean isIn = block.line() < passage.line()
                && passage.line() <= block.line() + block.lines().size();
        boolean isOfFigures = passage.fenced() || HEAD.matcher(passage.head()).find();
        return isIn
                && (block.name().equals("figures")
                        ? isOfFigures
                        : !passage.head().equals("why"));
    }

    private static List<Statement> statements(Passage passage) {
        var statements = new ArrayList<Statement>();
        links(passage)
                .filter(FiguresInProse::isToRow)
                .forEach(link -> statements.add(new Statement(passage, words(link), Optional.of(link))));
        String text = LINK.matcher(passage.words())
                .replaceAll(link -> isToRow(link) ? "`" : Matcher.quoteReplacement(words(link)));
        boolean hasUnitAbove = HEAD.matcher(passage.head()).find();
        Pattern figure = hasUnitAbove && !FIGURE.matcher(text).find() ? BARE : FIGURE;
        figure.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(found -> !passage.fenced() || !found.matches(".*(?:" + SIZE + ")")) // drawings may have sizes
                .forEach(found -> statements.add(new Statement(passage, found, Optional.empty())));
        return statements;
    }

    private static Stream<MatchResult> links(Passage passage) {
        return passage.fenced() ? Stream.of() : LINK.matcher(passage.words()).results();
    }

    private static boolean isToRow(MatchResult link) {
        return link.group("anchor").startsWith(FigureTables.ANCHOR);
    }

    private static String words(MatchResult link) {
        return link.group("words") + link.group("tail");
    }

    @Override
    public List<Problem> problems(Page page, Statement statement) throws IOException {
        int line = statement.passage().line();
        if (statement.link().isPresent()) {
            return problems(page, line, statement.text(), statement.link().get());
        }
        for (Given given : given(page)) {
            boolean isHere = given.places().contains(page.path() + "#" + page.section(line));
            if (given.figure().equals(statement.text()) && isHere) {
                return List.of();
            }
            if (page.path().equals(GIVEN_PAGE) && line == given.line()) {
                return problems(page, given);
            }
        }
        String expected = "round words that link to a row, or a figure that was not measured here";
        return List.of(new Problem(line, "a figure without a table", expected, statement.text()));
    }

    /// Returns what is wrong with words that link to a row.
    private List<Problem> problems(Page page, int line, String words, MatchResult link) throws IOException {
        String path = resolved(page.path(), link.group("page"));
        Page target = path.equals(page.path()) ? page : read(path);
        Optional<FigureTables.Written> row = FigureTables.on(target).stream()
                .filter(written -> written.anchor().equals(link.group("anchor")))
                .findFirst();
        if (row.isEmpty()) {
            String what = "the link does not lead to a row of figures";
            return List.of(new Problem(line, what, link.group("anchor"), "not on " + target.path()));
        }
        String column = link.group("column");
        Map<String, String> cells = new TreeMap<>(row.get().cells());
        cells.keySet().removeIf(head -> column != null && !column.equals(head.replace("`", "")));
        cells.entrySet().removeIf(cell -> bornOut(words, cell).isEmpty());
        if (cells.size() != 1) {
            String what = "the row does not have exactly one number that fits";
            return List.of(new Problem(line, what, words, row.get().cells().toString()));
        }
        Map.Entry<String, String> meant = cells.entrySet().iterator().next();
        String actual = meant.getKey() + ": " + meant.getValue();
        return bornOut(words, meant).orElseThrow()
                ? List.of()
                : List.of(new Problem(line, "the round words do not match the row", words, actual));
    }

    /// Returns whether a cell below a head confirms words, or nothing if the words cannot be about it.
    private static Optional<Boolean> bornOut(String words, Map.Entry<String, String> cell) {
        String head = cell.getKey();
        String value = cell.getValue();
        boolean isSpeed = head.startsWith("speed, ");
        boolean isVerdict = isSpeed && VERDICTS.contains(words);
        Optional<Rounding> rounding = Rounding.of(words)
                .filter(round -> round.unit().isEmpty()
                        ? isSpeed ? round.isOfSpeeds() : head.startsWith("times ")
                        : head.endsWith(round.unit()));
        if (value.matches("-?") || !isVerdict && rounding.isEmpty()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(value.replaceAll("[*,]| .*", ""));
        boolean hasVerdict = value.startsWith("**");
        if (isVerdict) {
            String verdict = value.startsWith("*") ? "a difference" : "no difference shown";
            return Optional.of(words.equals(hasVerdict ? number > 1 ? "faster" : "slower" : verdict));
        }
        boolean isTurned = rounding.get().tail().endsWith(isSpeed ? "long" : "fast");
        return Optional.of((hasVerdict || !isSpeed) && rounding.get().holds(isTurned ? 1 / number : number));
    }

    /// Returns what is wrong with a figure that was not measured here.
    private List<Problem> problems(Page page, Given given) throws IOException {
        var problems = new ArrayList<Problem>();
        if (given.source().split(" ").length < MIN_WORDS) {
            String expected = MIN_WORDS + " words or more";
            problems.add(new Problem(given.line(), "a figure has no source", expected, given.source()));
        }
        for (String place : given.places()) {
            String path = place.substring(0, place.indexOf('#'));
            Page user = path.equals(page.path()) ? page : read(path);
            boolean isUsed = user.passages().stream()
                    .filter(passage -> passage.words().contains(given.figure()))
                    .filter(passage -> place.equals(path + "#" + user.section(passage.line())))
                    .flatMap(passage -> statements(passage).stream())
                    .anyMatch(statement -> statement.text().equals(given.figure()));
            if (!isUsed) {
                problems.add(new Problem(given.line(), "a figure is not used in that section", place, given.figure()));
            }
        }
        return problems;
    }

    private List<Given> given(Page page) throws IOException {
        if (!page.path().equals(GIVEN_PAGE) && !Files.exists(root.resolve(GIVEN_PAGE))) {
            return List.of();
        }
        List<String> lines = (page.path().equals(GIVEN_PAGE) ? page : read(GIVEN_PAGE))
                .text()
                .lines()
                .toList();
        var all = new ArrayList<Given>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher given = GIVEN.matcher(lines.get(i));
            if (given.matches()) {
                List<String> places = LINK.matcher(given.group("places"))
                        .results()
                        .map(link -> resolved(GIVEN_PAGE, link.group("page")) + "#" + link.group("anchor"))
                        .toList();
                all.add(new Given(i + 1, given.group("figure"), given.group("source"), places));
            }
        }
        return all;
    }

    private Page read(String path) throws IOException {
        if (!pages.containsKey(path)) {
            pages.put(path, Page.read(root, root.resolve(path)));
        }
        return pages.get(path);
    }

    private static String resolved(String from, String link) {
        String path = link.isEmpty()
                ? from
                : Path.of(from).resolveSibling(link).normalize().toString();
        return path.replace('\\', '/');
    }
}
