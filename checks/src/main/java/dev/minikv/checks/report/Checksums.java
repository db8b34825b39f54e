package dev.minikv.checks.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The checksums of files when a result was measured, as written by `sha256sum`.
///
/// Line ends are ignored, because Git may change them.
///
/// @param sums the checksum of each file, by its path from the project's root
record Checksums(Map<String, String> sums) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    /// Reads what `sha256sum` has written in the project's root.
    static Checksums read(Path file) throws IOException {
        var sums = new TreeMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            Matcher sum = LINE.matcher(line);
            if (!sum.matches()) {
                throw new IOException("not a line of sha256sum in " + file.getFileName() + ": " + line);
            }
            sums.put(sum.group(2), sum.group(1));
        }
        return new Checksums(sums);
    }

    /// Returns the changes since then in these files, and the files in folders that are not among them.
    List<String> differences(Path root, List<Path> folders) throws IOException {
        var differences = new ArrayList<String>();
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            Path file = root.resolve(sum.getKey());
            if (!Files.isRegularFile(file)) {
                differences.add(sum.getKey() + " is gone");
            } else if (!sum.getValue().equals(sum(file))) {
                differences.add(sum.getKey() + " has changed");
            }
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> !sums.containsKey(file))
                        .sorted()
                        .forEach(file -> differences.add(file + " is new"));
            }
        }
        return differences;
    }

    private static String sum(Path file) throws IOException {
        String text = Files.readString(file, ISO_8859_1).replace("\r\n", "\n");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
