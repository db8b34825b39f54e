package dev.minikv.workbook.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The bytes of a file, decoded as Latin-1 so that none is lost: package names and line ends are ASCII.
record Text(String all) {

    /// Returns the text of a file, if it exists.
    static Optional<Text> in(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(new Text(Files.readString(file, ISO_8859_1))) : Optional.empty();
    }

    void write(Path file) throws IOException {
        Files.writeString(file, all, ISO_8859_1);
    }

    boolean isBinary() {
        return all.indexOf('\0') >= 0;
    }

    /// Returns this text with the package of another step.
    Text moved(Step from, Step to) {
        String here = from.packageName();
        String there = to.packageName();
        return new Text(all.replace(here, there).replace(here.replace('.', '/'), there.replace('.', '/')));
    }

    /// Returns its lines, with any kind of line end; the last one is the text after the last line end.
    List<String> lines() {
        return List.of((isBinary() ? all : all.replace("\r\n", "\n")).split("\n", -1));
    }

    boolean saysTheSameAs(Text other) {
        return lines().equals(other.lines());
    }

    /// Returns the number of the first line, from 1, that differs from another text.
    int firstLineUnlike(Text other) {
        return Arrays.mismatch(lines().toArray(), other.lines().toArray()) + 1;
    }

    /// Returns this text with the line ends of another.
    Text withEndsOf(Text other) {
        return isBinary() ? this : new Text(String.join(other.all.contains("\r\n") ? "\r\n" : "\n", lines()));
    }
}
