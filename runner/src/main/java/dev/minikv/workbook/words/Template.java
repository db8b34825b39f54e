package dev.minikv.workbook.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts with placeholders such as `{{title}}`, in files beside the classes that fill them in.
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Template() {}

    /// Returns the text of a resource, with values instead of the placeholders.
    public static String filled(Class<?> owner, String resource, Map<String, String> values) {
        try (InputStream text = owner.getResourceAsStream(resource)) {
            return PLACE.matcher(new String(text.readAllBytes(), UTF_8))
                    .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
