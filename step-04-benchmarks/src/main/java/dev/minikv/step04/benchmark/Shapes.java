package dev.minikv.step04.benchmark;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/// The shapes that keys have in real programs: what their texts share, and where they differ.
///
/// A shape makes a different key from each number below two million. Packed into two longs, keys of one
/// shape differ only in a few bits, and always in the same ones. A hash that loses some of these bits
/// is slow with that shape only.
final class Shapes {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> WORDS =
            List.of("apple", "fig", "grape", "lemon", "melon", "peach", "pear", "plum");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Shapes() {}

    /// Returns the function that makes keys of the shape with this name.
    static IntFunction<String> of(String name) {
        return switch (name) {
            case "number" -> number -> "user:" + number;
            case "padded" -> number -> "order:" + padded(number);
            case "prefix" -> number -> "account:" + padded(number); // 15 chars: the longest that fit into two longs
            case "hex" -> number -> HexFormat.of().toHexDigits(number);
            case "pairs" -> number -> letters(number, 2) + ":user:" + letters(number / (52 * 52), 2);
            case "ends" -> number -> letters(number, 1) + ":orders" + letters(number / 52, 3);
            case "starts" -> number -> letters(number, 4) + ":name";
            case "date" -> number -> LocalDate.EPOCH.plusDays(number).toString();
            case "time" ->
                number -> SECONDS.format(LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(number));
            case "address" -> number -> "10." + (number >> 16) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
            case "words" -> number -> WORDS.get(number % 8) + "-" + number / 8;
            case "accents" -> number -> "caf\u00E9:" + number;
            case "sixteen" -> number -> "customer:" + padded(number);
            case "uuid" ->
                number -> new UUID(number * 0x9E37_79B9_7F4A_7C15L, number * 0xBF58_476D_1CE4_E5B9L).toString();
            case "cyrillic" -> number -> "\u043A\u043B\u044E\u0447:" + number;
            case "emoji" -> number -> "\uD83D\uDD11:" + number;
            default -> throw new IllegalArgumentException("there is no shape " + name);
        };
    }

    private static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(7 - digits.length()) + digits;
    }

    /// Returns a number written with letters as digits, `count` of them, the lowest first.
    private static String letters(int number, int count) {
        var letters = new StringBuilder();
        for (int rest = number; letters.length() < count; rest /= LETTERS.length()) {
            letters.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        return letters.toString();
    }
}
