package dev.minikv.step02.exercise3;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One invocation of one of the learner's tests, and what it passed to a store.
final class Invocation {

    private static final int LONG = 30;

    private final String test;
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private final List<String> callsWithNull = new ArrayList<>();

    Invocation(String test) {
        this.test = test;
    }

    /// Records a call of set.
    void sets(String key, String value) {
        keys.add(key);
        values.add(value);
        if (key == null || value == null) {
            callsWithNull.add("set(%s, %s)".formatted(shown(key), shown(value)));
        }
    }

    /// Records a call of get or delete.
    void uses(String key, String method) {
        keys.add(key);
        if (key == null) {
            callsWithNull.add(method + "(null)");
        }
    }

    /// Returns the name of the test.
    String test() {
        return test;
    }

    /// Returns whether the invocation tried more than one boundary.
    boolean loops() {
        return switch (test) {
            case "null_is_rejected" -> callsWithNull.size() > 1;
            case "keys_that_look_alike_are_two" -> keys.size() > 2 || !callsWithNull.isEmpty();
            default -> values.size() > 1 || !callsWithNull.isEmpty();
        };
    }

    /// Returns whether the invocation used one key twice where it should use two keys.
    boolean usesOneKey() {
        return test.equals("keys_that_look_alike_are_two") && keys.size() == 1;
    }

    /// Returns the name of the test, and what this invocation tried.
    String name() {
        List<String> tried = tried();
        return tried.isEmpty() ? test : test + ": " + String.join(" and ", tried);
    }

    private List<String> tried() {
        return switch (test) {
            case "any_value_comes_back" ->
                values.stream().map(Invocation::shown).toList();
            case "keys_that_look_alike_are_two" ->
                keys.stream().map(Invocation::shown).toList();
            case "null_is_rejected" -> callsWithNull;
            default -> List.of();
        };
    }

    /// Returns a text as Java source has it, or only the start of a long one.
    private static String shown(String text) {
        if (text == null) {
            return "null";
        }
        String start = text.length() > LONG ? text.substring(0, LONG / 2) + "…" : text;
        String escaped = start.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return text.length() > LONG
                ? "\"%s\" (%s characters)".formatted(escaped, text.length())
                : "\"" + escaped + "\"";
    }
}
