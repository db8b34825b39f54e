package dev.minikv.checks.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The style sheet of a drawing: for a light screen, with the differences on a dark one.
///
/// A selector is the name of an element or of a class. Anything else is a problem: otherwise a drawing
/// could break every rule with it.
final class Style {

    private static final Pattern DARK =
            Pattern.compile("@media \\(prefers-color-scheme: dark\\)\\s*\\{((?:[^{}]*\\{[^{}]*})*\\s*)}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern FONT = Pattern.compile("(bold )?(\\d+)px (sans-serif|monospace)");
    private static final Set<String> KNOWN =
            Set.of("font", "fill", "stroke", "stroke-width", "stroke-dasharray", "marker-end");

    private final Map<String, String> light = new HashMap<>(); // by selector and property, such as ".box fill"
    private final Map<String, String> dark = new HashMap<>();
    private final Set<String> problems = new TreeSet<>();

    Style(String css) {
        Matcher onDark = DARK.matcher(css);
        read(onDark.replaceAll(""), light);
        onDark.reset().results().forEach(rules -> read(rules.group(1), dark));
        if (dark.isEmpty()) {
            problems.add("there are no rules for a dark screen");
        }
    }

    private void read(String css, Map<String, String> values) {
        RULE.matcher(css).results().forEach(rule -> {
            for (String selector : rule.group(1).strip().split(",\\s*")) {
                for (String declaration : rule.group(2).strip().split(";\\s*")) {
                    String[] parts = (declaration + ": ").split(":\\s*", 3);
                    if (!KNOWN.contains(parts[0]) || !selector.matches("\\.?[a-z]+")) {
                        problems.add("not understood: " + selector + " { " + parts[0] + " }");
                    } else if (parts[0].equals("font")
                            && !FONT.matcher(parts[1]).matches()) {
                        problems.add("not a font for every reader: " + parts[1]);
                    }
                    values.put(selector + " " + parts[0], parts[1]);
                }
            }
        });
    }

    /// Returns what cannot be checked about it.
    Set<String> problems() {
        return problems;
    }

    /// Returns the value of a property of an element, or the empty string. Classes take precedence over
    /// elements.
    String value(String property, String element, String classes, boolean onDark) {
        for (String selector : ("." + classes.replace(" ", " .") + " " + element).split(" ")) {
            String key = selector + " " + property;
            String value = onDark && dark.containsKey(key) ? dark.get(key) : light.get(key);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    /// Returns the font of a text.
    Font font(String classes) {
        Matcher font = FONT.matcher(value("font", "text", classes, false));
        return font.matches()
                ? new Font(
                        Integer.parseInt(font.group(2)),
                        font.group(1) != null,
                        font.group(3).equals("monospace"))
                : new Font(0, false, false);
    }
}
