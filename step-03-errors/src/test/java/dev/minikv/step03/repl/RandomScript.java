package dev.minikv.step03.repl;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Random scripts: valid lines, nearly valid lines, and garbage.
///
/// Garbage alone would never get past the first word. So most lines follow the rules of the parser, and
/// some of these are then spoilt.
final class RandomScript {

    /// Only a few, so that a script uses the same key again and again.
    private static final List<String> KEYS = List.of("a", "b", "", "two  words", "it's", "漢字", "\u001B[2J", "\uD83D");

    private final Random random;

    private RandomScript(Random random) {
        this.random = random;
    }

    /// Returns a script of the given number of lines.
    static List<String> of(Random random, int length) {
        var script = new RandomScript(random);
        return Stream.generate(script::line).limit(length).toList();
    }

    private String line() {
        String line = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> set();
            case 4, 5, 6 -> command();
            case 7 -> half(command());
            case 8 -> misspelt(command());
            default -> RandomText.of(random, 40);
        };
        return line.replace('\n', ' '); // otherwise it would be two lines
    }

    private String set() {
        return "set" + space() + typed(any(KEYS)) + space() + typed(value());
    }

    private String command() {
        String word = any(List.of(Syntax.values())).word();
        boolean ends = word.equals("quit") && random.nextInt(20) > 0; // rarely quit: the lines after it are not read
        var line = new StringBuilder(ends ? "count" : word);
        for (int i = random.nextInt(3); i > 0; i--) {
            line.append(space()).append(typed(any(KEYS)));
        }
        return line.toString();
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> any(KEYS);
            case 1 -> RandomText.of(random, 2).repeat(random.nextInt(3000));
            default -> RandomText.of(random, 20);
        };
    }

    private String typed(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> text;
            case 1 -> "'" + text + "'";
            case 2 -> Quotes.inQuotes(text);
            default -> Quotes.quote(text);
        };
    }

    private String half(String line) {
        return line.substring(0, random.nextInt(line.length()));
    }

    private String misspelt(String line) {
        int at = random.nextInt(line.length());
        return line.substring(0, at) + RandomText.of(random, 3) + line.substring(at + random.nextInt(2));
    }

    private String space() {
        return random.nextInt(8) == 0 ? any(List.of("\t", "   ", "\u00A0", "\u3000")) : " ";
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
