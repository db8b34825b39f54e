package dev.minikv.workbook.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.workbook.WorkbookException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/// Text files, which may have been saved in any encoding. Every failure names the file.
public final class TextFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextFile() {}

    /// Returns the text of a file, without a byte order mark.
    ///
    /// @throws IOException if it cannot be read; a [FileSystemException] that names the file
    /// @throws WorkbookException if it is not in UTF-8
    public static String read(Path file) throws IOException {
        byte[] bytes = bytes(file);
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new WorkbookException(file + " is UTF-16 or not text at all: save it as UTF-8");
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new WorkbookException(
                    "%s is not UTF-8 (see line %s): save it as UTF-8".formatted(file, badLine(bytes)));
        }
    }

    /// Returns the entries of a properties file.
    ///
    /// @throws IOException as [#read] does
    /// @throws WorkbookException if it is not in UTF-8, or has an escape sequence that is not valid
    public static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
            return properties;
        } catch (IllegalArgumentException e) {
            throw new WorkbookException(
                    file + " has a \\u without four digits after it: fix it, or double the backslash");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) { // such as for a folder, without the name
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private static int badLine(byte[] bytes) {
        int line = 1;
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                if (!isText(Arrays.copyOfRange(bytes, start, at))) {
                    return line;
                }
                line++;
                start = at + 1;
            }
        }
        return line;
    }

    private static boolean isText(byte[] bytes) {
        return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
    }
}
