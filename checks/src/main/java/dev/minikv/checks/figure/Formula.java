package dev.minikv.checks.figure;

import dev.minikv.checks.figure.Unit.Dimension;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.measure.Machine;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds what an item of a [Marker] stands for: a row's score, what is computed from several, what
/// `./workbook compare` says of two, or a figure that was not measured.
///
///     item    = "given" figure ":" reason
///             | "speed" rows "over" rows
///             | ("more" | "less") sum "than" sum
///             | sum
///     sum     = ratio { "-" ratio }
///     ratio   = operand { "/" operand }
///     operand = "(" sum ")" | words that name one row
public final class Formula {

    private static final List<String> SIGNS = List.of("(", ")", "/", "-");

    private final ResultsFolder results;
    private final String head;
    private final List<String> words;
    private int next;

    private Formula(ResultsFolder results, String head, List<String> words) {
        this.results = results;
        this.head = head;
        this.words = words;
    }

    /// Returns what the results say.
    ///
    /// @param head words that belong to each name of a row
    /// @throws LookupException if the item is not written as above, or a row is not found
    public static Answer answer(String head, String item, ResultsFolder results) throws LookupException, IOException {
        List<String> words = split(item);
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "given" -> given(item.substring("given".length()));
            case "speed" -> {
                int over = indexOf("over", words);
                Measurement one = results.row(with(head, words.subList(1, over)));
                Measurement other = results.row(with(head, words.subList(over + 1, words.size())));
                yield speed(one, other);
            }
            case "more", "less" -> {
                int than = indexOf("than", words);
                Answer.Amount one = new Formula(results, head, words.subList(1, than)).all();
                Answer.Amount other = new Formula(results, head, words.subList(than + 1, words.size())).all();
                Answer.Amount ratio = ratio(one, other);
                double more = words.getFirst().equals("more") ? ratio.value() - 1 : 1 - ratio.value();
                yield new Answer.Amount(more, Double.NaN, Dimension.RATIO);
            }
            default -> new Formula(results, head, words).all();
        };
    }

    private static List<String> split(String text) {
        String spaced = text.replace("(", " ( ").replace(")", " ) ").strip();
        return spaced.isEmpty() ? List.of() : List.of(spaced.split("\\s+"));
    }

    private static List<String> with(String head, List<String> words) {
        return Stream.concat(split(head).stream(), words.stream()).toList();
    }

    private static int indexOf(String word, List<String> words) throws LookupException {
        if (!words.contains(word)) {
            throw new LookupException("'%s' without '%s'".formatted(words.getFirst(), word));
        }
        return words.indexOf(word);
    }

    private static Answer given(String text) {
        String[] parts = text.split(":", 2);
        return new Answer.Given(parts[0].strip(), parts.length == 1 ? "" : parts[1].strip());
    }

    /// Compares two rows as the runner does: as rows of two files that are about the same thing.
    private static Answer speed(Measurement one, Measurement other) throws LookupException {
        Comparison.Row row = Comparison.ofFiles(file(other), file(one)).rows().getFirst();
        if (row.speed().isEmpty()) {
            throw new LookupException(row.verdict().text());
        }
        return new Answer.Speed(row.speed().get(), row.verdict());
    }

    private static ResultFile file(Measurement row) {
        var same = new Measurement(
                "dev.minikv.Compared.rows",
                row.mode(),
                Map.of(),
                row.threads(),
                row.jvmArgs(),
                row.unit(),
                row.score(),
                row.error(),
                row.forks());
        var origin = new Origin("", Profile.FULL, "", "", new Machine("", 1, 1, ""), "");
        return new ResultFile(Path.of("rows.json"), origin, List.of(same));
    }

    private Answer.Amount all() throws LookupException, IOException {
        Answer.Amount sum = sum();
        if (next < words.size()) {
            throw new LookupException("'%s' is not expected there".formatted(words.get(next)));
        }
        return sum;
    }

    private Answer.Amount sum() throws LookupException, IOException {
        Answer.Amount sum = product();
        while (accept("-")) {
            Answer.Amount other = product();
            if (sum.dimension() != other.dimension()) {
                throw new LookupException("a difference of unlike things");
            }
            sum = new Answer.Amount(sum.value() - other.value(), Double.NaN, sum.dimension());
        }
        return sum;
    }

    private Answer.Amount product() throws LookupException, IOException {
        Answer.Amount product = operand();
        while (accept("/")) {
            product = ratio(product, operand());
        }
        return product;
    }

    private static Answer.Amount ratio(Answer.Amount one, Answer.Amount other) throws LookupException {
        if (one.dimension() != other.dimension()) {
            throw new LookupException("a ratio of unlike things");
        }
        return new Answer.Amount(one.value() / other.value(), Double.NaN, Dimension.RATIO);
    }

    private Answer.Amount operand() throws LookupException, IOException {
        if (accept("(")) {
            Answer.Amount sum = sum();
            if (!accept(")")) {
                throw new LookupException("a '(' without its ')'");
            }
            return sum;
        }
        var name = new ArrayList<String>();
        while (next < words.size() && !SIGNS.contains(words.get(next))) {
            name.add(words.get(next++));
        }
        if (name.isEmpty()) {
            throw new LookupException("the name of a row is missing");
        }
        return score(results.row(with(head, name)));
    }

    private boolean accept(String sign) {
        boolean isNext = next < words.size() && words.get(next).equals(sign);
        if (isNext) {
            next++;
        }
        return isNext;
    }

    private static Answer.Amount score(Measurement row) throws LookupException {
        Unit unit = Unit.in(row.unit()).orElseThrow(() -> new LookupException("scores in " + row.unit()));
        return new Answer.Amount(row.score() * unit.size(), row.error() * unit.size(), unit.dimension());
    }
}
