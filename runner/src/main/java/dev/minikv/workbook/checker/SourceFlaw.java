package dev.minikv.workbook.checker;

import dev.minikv.workbook.checker.Outcome.CompileError;
import dev.minikv.workbook.words.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A flaw that makes a learner's file useless to the tests: it is empty, in another package, or without its
/// class. The compiler accepts such a file, and reports errors in the tests instead.
final class SourceFlaw {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");

    private SourceFlaw() {}

    /// Returns the flaw of a file, if it has one.
    static Optional<CompileError> of(Path file, String packageName) throws IOException {
        String text = TextFile.read(file);
        String code =
                COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
        String type = Report.name(file).replace(".java", "");
        if (code.isBlank()) {
            return Optional.of(error(file, text, 0, "the file is empty: it must contain the class " + type));
        }
        Matcher found = PACKAGE.matcher(code);
        if (!found.find()) {
            return Optional.of(error(file, text, 0, "the package declaration is missing: it must be " + packageName));
        }
        if (!found.group(1).equals(packageName)) {
            String message = "the package is %s, but it must be %s".formatted(found.group(1), packageName);
            return Optional.of(error(file, text, found.start(1), message));
        }
        boolean hasType = Pattern.compile("\\b(class|interface|enum|record)\\s+" + type + "\\b")
                .matcher(code)
                .find();
        return hasType
                ? Optional.empty()
                : Optional.of(error(file, text, 0, "the class " + type + " is missing, which the tests need"));
    }

    private static CompileError error(Path file, String text, int position, String message) {
        int start = text.lastIndexOf('\n', position - 1) + 1;
        String line = text.substring(start).lines().findFirst().orElse("");
        long number = 1 + text.substring(0, start).lines().count();
        return new CompileError(Report.name(file), number, position - start + 1, line, message);
    }
}
