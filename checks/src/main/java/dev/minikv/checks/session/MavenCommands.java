package dev.minikv.checks.session;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Checks the uses of `mvn` in this project.
final class MavenCommands {

    /// The phases, goals and options in use here, except those that name something.
    private static final Set<String> KNOWN = Set.of(
            "clean validate compile test package verify spotless:apply spotless:check -q -o -am -B -ntp".split(" "));

    private final Path root;

    MavenCommands(Path root) {
        this.root = root;
    }

    /// Returns the problems with these arguments for Maven. There may be none.
    List<Problem> problems(Excerpt command, List<String> arguments) {
        var problems = new ArrayList<Problem>();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("-pl") && words.hasNext()) {
                problems.addAll(modules(command, words.next()));
            } else if (word.equals("-P") && words.hasNext()) {
                words.next(); // the name of a profile
            } else if (!isKnown(word)) {
                String actual = "'" + word + "' is not a goal or option in use here";
                problems.add(command.problem("Maven has no such command", actual));
            }
        }
        return problems;
    }

    private static boolean isKnown(String word) {
        return KNOWN.contains(word) || word.matches("-[DP].+") || Commands.isPlaceholder(word);
    }

    private List<Problem> modules(Excerpt command, String folders) {
        var problems = new ArrayList<Problem>();
        for (String folder : folders.split(",")) {
            String pom = folder + "/pom.xml";
            if (!Commands.isPlaceholder(folder) && !Files.isRegularFile(root.resolve(pom))) {
                problems.add(command.problem("there is no such module", "no " + pom));
            }
        }
        return problems;
    }
}
