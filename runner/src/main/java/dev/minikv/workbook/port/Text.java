package dev.minikv.workbook.port;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.workbook.step.Step;
import java.util.Arrays;

/// The bytes of a file, seen as Latin-1 so that none is lost: package names and line ends are ASCII.
record Text(String all) {

    Text(byte[] bytes) {
        this(new String(bytes, ISO_8859_1));
    }

    byte[] bytes() {
        return all.getBytes(ISO_8859_1);
    }

    boolean isBinary() {
        return all.indexOf('\0') >= 0;
    }

    /// Returns it with the package of another step.
    Text in(Step step, Step from) {
        return new Text(all.replace(from.packageName(), step.packageName())
                .replace(
                        from.packageName().replace('.', '/'), step.packageName().replace('.', '/')));
    }

    /// Returns it with the line ends of Linux.
    String lines() {
        return isBinary() ? all : all.replace("\r\n", "\n");
    }

    boolean saysTheSameAs(Text other) {
        return lines().equals(other.lines());
    }

    /// Returns another text with the line ends of this one.
    Text withLinesOf(Text other) {
        boolean isWindows = all.contains("\r\n") && !other.isBinary();
        return new Text(isWindows ? other.lines().replace("\n", "\r\n") : other.lines());
    }

    int firstLineUnlike(Text other) {
        String[] mine = lines().split("\n", -1);
        String[] others = other.lines().split("\n", -1);
        return Arrays.mismatch(mine, others) + 1;
    }
}
