/// Read by LocaleTest, and never compiled.
class Planted {
    static final String WIDE = "%5d";
    String[] numbersAndLetters = {
        "%d".formatted(1), // asks
        ("a" + "%,.2f").formatted(1.0), // asks
        String.format("%02d", 1), // asks
        WIDE.formatted(1), // asks
        "%S".formatted("i"), // asks
        "I".toLowerCase(), // asks
        "i".toUpperCase(), // asks
        unknown().formatted(1), // asks
        new DecimalFormat("0.0").format(1), // asks
        NumberFormat.getInstance().format(1), // asks
        "%s %-5s %% %n %c".formatted("", "", 'c'),
        String.format(Locale.ROOT, "%d", 1),
        "I".toLowerCase(Locale.ROOT),
        WIDE.strip(),
        time.format(TIME),
        new DecimalFormat("0.0", SYMBOLS).format(1)
    };

    void print() {
        System.out.printf("%d", 1); // asks
        System.out.printf(Locale.ROOT, "%d", 1);
    }
}
