package dev.minikv.step05.exercise1;

import static dev.minikv.step05.exercise1.Csv.read;
import static dev.minikv.step05.exercise1.Csv.write;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-5.1")
class FieldsThatSurviveTest {

    @Test
    void most_fields_are_written_without_quotes() {
        assertThat(writtenWithQuotes("", "tea", " tea ", "\t7", "it's", "a;b", "C:\\", "#1", "=1+2", "Grüße", "\u0085"))
                .as("a field without a comma, a quote, a CR and an LF needs no quotes, and gets none")
                .isEqualTo(List.of());
    }

    @Test
    void commas_separate_fields_and_line_breaks_end_records() {
        assertThat(write(List.of(List.of("id", "", "note"), List.of("7", "tea", ""), List.of("8"))))
                .as("a comma stands between two fields, and CR LF after each record, the last one too")
                .isEqualTo("id,,note\r\n7,tea,\r\n8\r\n");
    }

    @Test
    void no_records_are_an_empty_text() {
        assertThat(write(List.of()))
                .as("where there is no record, no line ends")
                .isEqualTo("");
    }

    @Test
    void a_field_with_a_comma_is_put_in_quotes() {
        assertThat(write(List.of(List.of("7", "tea, green"), List.of(","))))
                .as("in quotes, a comma separates nothing")
                .isEqualTo("7,\"tea, green\"\r\n\",\"\r\n");
    }

    @Test
    void a_field_with_a_line_break_is_put_in_quotes() {
        assertThat(write(List.of(List.of("a\r\nb", "a\nb", "a\rb"), List.of("\n", "tea\r"))))
                .as("in quotes, a CR or an LF ends nothing; each of the two needs them, even alone")
                .isEqualTo("\"a\r\nb\",\"a\nb\",\"a\rb\"\r\n\"\n\",\"tea\r\"\r\n");
    }

    @Test
    void a_quote_in_a_field_is_doubled() {
        assertThat(write(List.of(List.of("27\"", "\"hi\""), List.of("\"\"", "a, \"b\""))))
                .as("a field with a quote is put in quotes, and each quote in it is doubled")
                .isEqualTo("\"27\"\"\",\"\"\"hi\"\"\"\r\n\"\"\"\"\"\",\"a, \"\"b\"\"\"\r\n");
    }

    @Test
    void a_record_of_one_empty_field_is_not_an_empty_line() {
        assertThat(write(List.of(List.of(""), List.of("", ""), List.of(""), List.of(" "), List.of(""))))
                .as("a record whose only field is empty is written as two quotes, and no other is")
                .isEqualTo("\"\"\r\n,\r\n\"\"\r\n \r\n\"\"\r\n");
    }

    @Test
    void a_line_break_ends_a_record() {
        assertThat(each("tea\r\nmilk\r\n", "tea\nmilk\n", "tea\r\nmilk\n", "tea\nmilk\r\n"))
                .as("CR LF ends a record, and so does LF alone; nothing comes after the last one")
                .isEqualTo(nCopies(4, records(List.of("tea"), List.of("milk"))));
    }

    @Test
    void the_last_line_break_may_be_missing() {
        assertThat(each("tea\r\nmilk", "tea\nmilk"))
                .as("the end of the text ends the last record")
                .isEqualTo(nCopies(2, records(List.of("tea"), List.of("milk"))));
    }

    @Test
    void a_comma_separates_two_fields() {
        assertThat(read("7,tea,\r\n,milk,8\r\n,,\r\n9,,tea\r\n10,,"))
                .as("there is one field more than commas, however empty they are")
                .isEqualTo(records(
                        List.of("7", "tea", ""),
                        List.of("", "milk", "8"),
                        List.of("", "", ""),
                        List.of("9", "", "tea"),
                        List.of("10", "", "")));
    }

    @Test
    void records_may_differ_in_length() {
        assertThat(read("id,note\r\n7\r\n8,tea,green\r\n"))
                .as("each record has the fields that stand in it, no more and no fewer")
                .isEqualTo(records(List.of("id", "note"), List.of("7"), List.of("8", "tea", "green")));
    }

    @Test
    void an_empty_text_has_no_records() {
        assertThat(read("")).as("without a line, there is no record").isEqualTo(Optional.of(List.of()));
    }

    @Test
    void an_empty_line_is_a_record() {
        assertThat(each("\r\n", "\n"))
                .as("a line with nothing in it has one field, which is empty")
                .isEqualTo(nCopies(2, records(List.of(""))));
    }

    @Test
    void empty_lines_are_not_skipped() {
        assertThat(read("\ntea\r\n\r\n\nmilk\n\n"))
                .as("each of them is a record of its own, wherever it stands")
                .isEqualTo(
                        records(List.of(""), List.of("tea"), List.of(""), List.of(""), List.of("milk"), List.of("")));
    }

    @Test
    void commas_in_quotes_belong_to_the_field() {
        assertThat(read("\"tea, green\",\",\",\"\"\n7,\",8,,\",9\r\n\"\""))
                .as("a field that starts with a quote extends to the quote that closes it")
                .isEqualTo(records(List.of("tea, green", ",", ""), List.of("7", ",8,,", "9"), List.of("")));
    }

    @Test
    void line_breaks_in_quotes_belong_to_the_field() {
        assertThat(read("7,\"a\r\n\r\nb\",\"\n\"\r\n\"a\rb\",8\n\"c\n\",\"d\r\""))
                .as("they stay as they are: CR LF, LF alone and CR alone")
                .isEqualTo(records(List.of("7", "a\r\n\r\nb", "\n"), List.of("a\rb", "8"), List.of("c\n", "d\r")));
    }

    @Test
    void two_quotes_in_quotes_mean_one() {
        assertThat(read("\"27\"\"\",\"\"\"hi\"\"\"\r\n\"\"\"\"\r\n\"\"\"\"\"\",\"a\"\",\"\"b\"\r\n"))
                .as("two quotes in a row stand for one, and do not close the field")
                .isEqualTo(records(List.of("27\"", "\"hi\""), List.of("\""), List.of("\"\"", "a\",\"b")));
    }

    @Test
    void spaces_belong_to_the_field() {
        assertThat(read(" tea , \r\n\" milk \",\t7\u00A0\r\n \r\n"))
                .as("nothing is trimmed, neither in quotes nor outside")
                .isEqualTo(records(List.of(" tea ", " "), List.of(" milk ", "\t7\u00A0"), List.of(" ")));
    }

    @Test
    void what_is_not_csv_has_no_records() {
        assertThat(read("tea\r\na\"b,\"c\"d,\re\nmilk\r\n\"f"))
                .as("there are no records in it, not even before or after what is wrong")
                .isEqualTo(Optional.empty());
    }

    @Test
    void nothing_is_thrown() {
        assertThat(thrownFor(Stream.concat(mixes(5, "a", ",", "\"", "\r", "\n"), longTexts())))
                .as("a text that is not CSV is an answer, not an exception, and no text is too long")
                .isEqualTo(List.of());
    }

    @Test
    void a_quote_in_an_unquoted_field_is_not_csv() {
        assertThat(each("27\"", "a\"b\"", "a\"\"b", " \"a\"", "7,8\"\r\n9", "'\"a\"'", "\uFEFF\"a\""))
                .as("a field that does not start with a quote contains none, not even two in a row")
                .isEqualTo(nCopies(7, Optional.empty()));
    }

    @Test
    void text_after_a_closing_quote_is_not_csv() {
        assertThat(each("\"a\"b", "\"a\" ", "\"a\" ,b", "\"\"a", "7,\"8\"9\r\n", "\"a\"\"\"\"b\"c", "\"a\";\"b\""))
                .as("only a comma, a line break or the end of the text may follow a closing quote")
                .isEqualTo(nCopies(7, Optional.empty()));
    }

    @Test
    void a_quote_that_is_never_closed_is_not_csv() {
        assertThat(each("\"", "\"a", "\"a\"\"", "\"\"\"", "a,\"", "a\r\n\"b,c\r\n", "\"a\",\"b\"\"\r\n"))
                .as("a text that ends inside quotes is not complete")
                .isEqualTo(nCopies(7, Optional.empty()));
    }

    @Test
    void a_cr_alone_is_not_csv() {
        assertThat(each("a\rb", "a\r", "\r", "a\r\r\nb", "\"a\"\r", "\"a\"\rb\r\n", "\ra\n", "a,\r,b\n"))
                .as("outside quotes, an LF must follow a CR")
                .isEqualTo(nCopies(8, Optional.empty()));
    }

    @Test
    void every_mix_is_read_back() {
        assertThat(changed(mixes(4, "a", " ", ",", "\"", "\r", "\n")))
                .as("read(write(x)) is x, wherever in a field the special characters stand")
                .isEqualTo(List.of());
    }

    @Test
    void every_character_is_read_back() {
        assertThat(changed(everyCharacter()))
                .as("a field may contain any character, so no character is free for a meaning of its own")
                .isEqualTo(List.of());
    }

    @Test
    void every_text_is_read_back() throws IOException {
        assertThat(changed(textsInTheProgram()))
                .as("a field may contain any text, so no text is free for a meaning of its own")
                .isEqualTo(List.of());
    }

    @Test
    void long_fields_are_read_back() {
        var records = List.of(List.of("tea, green; ".repeat(6_000), "tea".repeat(30_000)));

        assertThat(read(write(records)).equals(Optional.of(records)))
                .as("a field may have any length")
                .isEqualTo(true);
    }

    /// Returns those of the fields that have quotes when they are written in a record of two.
    private static List<String> writtenWithQuotes(String... fields) {
        return Stream.of(fields)
                .filter(field -> write(List.of(List.of("id", field))).contains("\""))
                .toList();
    }

    @SafeVarargs
    private static Optional<List<List<String>>> records(List<String>... records) {
        return Optional.of(List.of(records));
    }

    /// Returns the records of each text.
    private static List<Optional<List<List<String>>>> each(String... texts) {
        return Stream.of(texts).map(Csv::read).toList();
    }

    /// Returns the first of the texts for which something is thrown, if there is one, and what is thrown.
    private static List<String> thrownFor(Stream<String> texts) {
        return texts.flatMap(text -> thrownFor(text).stream()).limit(1).toList();
    }

    private static Optional<String> thrownFor(String text) {
        try {
            read(text);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError thrown) {
            return Optional.of(start(text) + ": " + thrown);
        }
    }

    private static String start(String text) {
        return text.length() < 20 ? text : text.substring(0, 20) + "…";
    }

    /// Returns the first of the fields that is read back different, if there is one.
    private static List<String> changed(Stream<String> fields) {
        return fields.filter(field -> {
                    var records = List.of(List.of(field), List.of("", field, ""), List.of(field, field));
                    return !read(write(records)).equals(Optional.of(records));
                })
                .map(FieldsThatSurviveTest::start)
                .limit(1)
                .toList();
    }

    /// Returns all strings of up to so many of these parts.
    private static Stream<String> mixes(int max, String... parts) {
        Stream<String> mixes = Stream.of("");
        for (int i = 0; i < max; i++) {
            mixes = mixes.flatMap(
                    mix -> Stream.concat(Stream.of(mix), Stream.of(parts).map(mix::concat)));
        }
        return mixes;
    }

    /// Returns each character alone, where it may get no quotes, and beside a comma, where it gets them.
    private static Stream<String> everyCharacter() {
        return IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .mapToObj(Character::toString)
                .flatMap(c -> Stream.of(c, c + "," + c));
    }

    /// Returns the string constants of the program: if one of them has a meaning of its own, a field with
    /// the same text is changed.
    private static Stream<String> textsInTheProgram() throws IOException {
        try (InputStream in = Csv.class.getResourceAsStream("Csv.class")) {
            var pool = ClassFile.of().parse(in.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(constant -> ((StringEntry) constant).stringValue())
                    .flatMap(text -> Stream.of(text, text + ","));
        }
    }

    private static Stream<String> longTexts() {
        return Stream.of("\"" + "a".repeat(70_000), "\"\"".repeat(10_000), ",".repeat(20_000), "\n".repeat(20_000));
    }
}
