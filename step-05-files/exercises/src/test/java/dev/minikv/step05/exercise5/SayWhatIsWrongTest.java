package dev.minikv.step05.exercise5;

import static dev.minikv.step05.exercise5.Loaded.Why.AFTER_END;
import static dev.minikv.step05.exercise5.Loaded.Why.CHECKSUM;
import static dev.minikv.step05.exercise5.Loaded.Why.CUT_SHORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step05.exercise5.Loaded.Damaged;
import dev.minikv.step05.exercise5.Loaded.Entries;
import dev.minikv.step05.exercise5.Loaded.Newer;
import dev.minikv.step05.exercise5.Loaded.NoFile;
import dev.minikv.step05.exercise5.Loaded.NotOurs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-5.5")
class SayWhatIsWrongTest {

    @Test
    void a_whole_file_gives_its_entries() {
        assertThat(load(header(1, 3), entry("note ", " Ann"), entry("city", "Köln"), entry("", "")))
                .as("a file without damage gives its entries, in the order of the file")
                .isEqualTo(new Entries(List.of(entryOf("note ", " Ann"), entryOf("city", "Köln"), entryOf("", ""))));
    }

    @Test
    void every_entry_is_given() {
        assertThat(List.of(
                        load(header(1, 3), entry("name", "Ann"), entry("age", "7"), entry("name", "Ann")),
                        load(header(1, 40_000), repeated(40_000, entry("name", "Ann"))),
                        load(header(1, 1), entry("k".repeat(300), "v".repeat(40_000)))))
                .as("equal or not, few or many, short or long: all entries are given")
                .isEqualTo(List.of(
                        new Entries(List.of(entryOf("name", "Ann"), entryOf("age", "7"), entryOf("name", "Ann"))),
                        new Entries(nCopies(40_000, entryOf("name", "Ann"))),
                        new Entries(List.of(entryOf("k".repeat(300), "v".repeat(40_000))))));
    }

    @Test
    void a_store_without_entries_has_a_file_too() {
        assertThat(load(header(1, 0)))
                .as("a header that counts no entries is the whole file of an empty store")
                .isEqualTo(new Entries(List.of()));
    }

    @Test
    void a_missing_file_is_neither_empty_nor_damaged() {
        assertThat(load(Optional.empty()))
                .as("where there is no file, nothing is damaged and nothing was saved")
                .isEqualTo(new NoFile());
    }

    @Test
    void an_empty_file_is_cut_short() {
        assertThat(load(text("")))
                .as("even an empty store has a header: a file without any byte has lost it")
                .isEqualTo(new Damaged(0, CUT_SHORT));
    }

    @Test
    void a_file_of_another_program_is_not_ours() {
        assertThat(List.of(
                        load(text("a letter to Ann")),
                        load(text("MINI, a small car")),
                        load(text("mink are not cats")),
                        load(text("so it says mini"), header(1, 0)),
                        load(changed(header(1, 0), 0, 'M')),
                        load(sealed(text("mint"), number(1), number(0))),
                        load(sealed(text(" min"), number(2), number(0)))))
                .as("each of the first four bytes must be that of mini; otherwise the rest means nothing to us")
                .isEqualTo(nCopies(7, new NotOurs()));
    }

    @Test
    void a_short_file_may_be_of_another_program() {
        assertThat(List.of(load(text("a")), load(text("n")), load(text("mi!")), load(text("\n")), load(text("minute"))))
                .as("a byte that is there and differs is enough")
                .isEqualTo(nCopies(5, new NotOurs()));
    }

    @Test
    void a_header_may_be_cut_short() {
        assertThat(List.of(eachPrefix(header(1, 1)), eachPrefix(header(2, 1)), eachPrefix(damaged(header(1, 0)))))
                .as("whatever there is of a header: with fewer than 12 bytes, it is cut short at 0")
                .isEqualTo(nCopies(3, List.of(times(12, new Damaged(0, CUT_SHORT)))));
    }

    @Test
    void a_newer_version_is_named() {
        assertThat(List.of(
                        load(header(2, 0)),
                        load(header(3, 0)),
                        load(header(128, 0)),
                        load(header(256, 0)),
                        load(header(257, 0)),
                        load(header(65_535, 0))))
                .as("a version above 1 is newer, and the user has to know which one it is")
                .isEqualTo(List.of(
                        new Newer(2), new Newer(3), new Newer(128), new Newer(256), new Newer(257), new Newer(65_535)));
    }

    @Test
    void what_follows_a_newer_header_is_not_ours_to_judge() {
        assertThat(List.of(
                        load(header(2, 1)),
                        load(header(2, 0), text("more")),
                        load(header(2, 1), entry("name", "Ann")),
                        load(header(2, 1), damaged(entry("name", "Ann"))),
                        load(header(2, 9), cut(entry("name", "Ann")))))
                .as("nobody but a newer program knows what belongs after the header of a newer version")
                .isEqualTo(nCopies(5, new Newer(2)));
    }

    @Test
    void a_damaged_version_is_not_a_newer_version() {
        assertThat(List.of(
                        load(changed(header(1, 1), 5, 2), entry("name", "Ann")),
                        load(changed(header(1, 0), 4, 7)),
                        load(changed(header(2, 0), 5, 3))))
                .as("if the checksum of a header does not match, nobody knows the version")
                .isEqualTo(nCopies(3, new Damaged(0, CHECKSUM)));
    }

    @Test
    void each_bit_of_a_header_counts() {
        assertThat(eachFlip(0, 12, header(1, 1), entry("name", "Ann")))
                .as("with a bit of mini flipped, the file is not ours; with any other bit of the header, the"
                        + " checksum does not match")
                .isEqualTo(List.of(times(32, new NotOurs()), times(64, new Damaged(0, CHECKSUM))));
    }

    @Test
    void an_entry_may_be_missing() {
        assertThat(List.of(
                        load(header(1, 1)),
                        load(header(1, 2), entry("name", "Ann")),
                        load(header(1, 65_535), entry("name", "Ann"), entry("city", "Köln"))))
                .as("the header counts more entries than there are: the first that is missing would start at the end")
                .isEqualTo(List.of(new Damaged(12, CUT_SHORT), new Damaged(27, CUT_SHORT), new Damaged(44, CUT_SHORT)));
    }

    @Test
    void an_entry_may_be_cut_short() {
        assertThat(eachPrefix(header(1, 3), entry("name", "Ann"), entry("city", "Köln"), entry("", "")))
                .as("entries of 15, 17 and 8 bytes start at 12, 27 and 44: the file ends in one of them, at any byte")
                .isEqualTo(List.of(
                        times(12, new Damaged(0, CUT_SHORT)),
                        times(15, new Damaged(12, CUT_SHORT)),
                        times(17, new Damaged(27, CUT_SHORT)),
                        times(8, new Damaged(44, CUT_SHORT))));
    }

    @Test
    void an_entry_may_be_damaged() {
        assertThat(List.of(
                        load(header(1, 1), damaged(entry("name", "Ann"))),
                        load(header(1, 3), entry("name", "Ann"), damaged(entry("city", "Köln")), entry("", "")),
                        load(header(1, 1), changed(entry("name", "Ann"), 4, 'N')),
                        load(header(1, 1), changed(entry("", ""), 7, 'x')),
                        load(header(1, 300), repeated(299, entry("name", "Ann")), damaged(entry("city", "Köln")))))
                .as("an entry whose checksum does not match is damaged, whichever of its bytes has changed")
                .isEqualTo(List.of(
                        new Damaged(12, CHECKSUM),
                        new Damaged(27, CHECKSUM),
                        new Damaged(12, CHECKSUM),
                        new Damaged(12, CHECKSUM),
                        new Damaged(4497, CHECKSUM)));
    }

    @Test
    void the_first_damage_is_the_answer() {
        assertThat(List.of(
                        load(header(1, 2), damaged(entry("name", "Ann")), damaged(entry("city", "Köln"))),
                        load(header(1, 2), damaged(entry("name", "Ann")), cut(entry("city", "Köln"))),
                        load(header(1, 9), damaged(entry("name", "Ann"))),
                        load(header(1, 1), damaged(entry("name", "Ann")), text("more")),
                        load(damaged(header(1, 1)), damaged(entry("name", "Ann"))),
                        load(damaged(header(1, 0)), text("more"))))
                .as("what comes after the first damage does not matter")
                .isEqualTo(List.of(
                        new Damaged(12, CHECKSUM),
                        new Damaged(12, CHECKSUM),
                        new Damaged(12, CHECKSUM),
                        new Damaged(12, CHECKSUM),
                        new Damaged(0, CHECKSUM),
                        new Damaged(0, CHECKSUM)));
    }

    @Test
    void each_bit_of_an_entry_counts() {
        assertThat(List.of(
                        eachFlip(12, 27, header(1, 2), entry("name", "Ann"), entry("city", "Rome")),
                        eachFlip(27, 43, header(1, 2), entry("name", "Ann"), entry("city", "Rome"))))
                .as("with most bits of a length flipped, the entry seems to extend beyond the end of the file;"
                        + " with any other bit, its checksum does not match")
                .isEqualTo(List.of(
                        List.of(
                                times(11, new Damaged(12, CUT_SHORT)),
                                times(5, new Damaged(12, CHECKSUM)),
                                times(11, new Damaged(12, CUT_SHORT)),
                                times(93, new Damaged(12, CHECKSUM))),
                        List.of(
                                times(13, new Damaged(27, CUT_SHORT)),
                                times(1, new Damaged(27, CHECKSUM)),
                                times(15, new Damaged(27, CUT_SHORT)),
                                times(1, new Damaged(27, CHECKSUM)),
                                times(2, new Damaged(27, CUT_SHORT)),
                                times(96, new Damaged(27, CHECKSUM)))));
    }

    @Test
    void nothing_may_follow_the_last_entry() {
        assertThat(List.of(
                        load(header(1, 1), entry("name", "Ann"), text("more")),
                        load(header(1, 1), entry("name", "Ann"), entry("city", "Köln")),
                        load(header(1, 1), entry("name", "Ann"), text("\n")),
                        load(header(1, 1), entry("name", "Ann"), new byte[1]),
                        load(header(1, 1), entry("name", "Ann"), new byte[4096]),
                        load(header(1, 0), text("\n")),
                        load(header(1, 0), header(1, 0)),
                        load(header(1, 0), damaged(entry("name", "Ann")))))
                .as("what follows the last entry was not written by us, whatever it is")
                .isEqualTo(List.of(
                        new Damaged(27, AFTER_END),
                        new Damaged(27, AFTER_END),
                        new Damaged(27, AFTER_END),
                        new Damaged(27, AFTER_END),
                        new Damaged(27, AFTER_END),
                        new Damaged(12, AFTER_END),
                        new Damaged(12, AFTER_END),
                        new Damaged(12, AFTER_END)));
    }

    @Test
    void answers_come_from_the_file() {
        assertThat(List.of(
                        load(header(1, 1), entry("colour", "red")),
                        load(header(1, 1), entry("colour", "green"), text("!")),
                        load(header(1, 2), entry("colour", "blue"), cut(entry("shape", "round"))),
                        load(header(1, 2), entry("colour", "white"), damaged(entry("shape", "flat"))),
                        load(header(42, 1), entry("colour", "black")),
                        load(text("colourless"))))
                .as("it works for any file, not only for those of the examples")
                .isEqualTo(List.of(
                        new Entries(List.of(entryOf("colour", "red"))),
                        new Damaged(31, AFTER_END),
                        new Damaged(30, CUT_SHORT),
                        new Damaged(31, CHECKSUM),
                        new Newer(42),
                        new NotOurs()));
    }

    /// Returns the answer to a file that consists of these parts.
    private static Object load(byte[]... parts) {
        return load(Optional.of(new Bytes(joined(parts))));
    }

    /// Returns the answer to a file, or the name of the exception if there is one instead.
    private static Object load(Optional<Bytes> file) {
        try {
            return requireNonNullElse(Loader.load(file), "null");
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    /// Returns the answers to a file of which only the first bytes are there: none, one, two, and so on.
    private static List<String> eachPrefix(byte[]... parts) {
        byte[] file = joined(parts);
        return counted(IntStream.range(0, file.length).mapToObj(size -> load(Arrays.copyOf(file, size))));
    }

    /// Returns the answers to a file with one bit flipped: one bit after the other, of the bytes from one
    /// offset up to another, exclusive.
    private static List<String> eachFlip(int from, int to, byte[]... parts) {
        byte[] file = joined(parts);
        return counted(IntStream.range(8 * from, 8 * to)
                .mapToObj(bit -> load(changed(file, bit / 8, file[bit / 8] ^ 0x80 >> bit % 8))));
    }

    /// Returns answers, with equal ones in a row counted.
    private static List<String> counted(Stream<Object> answers) {
        var counted = new ArrayList<String>();
        var row = new ArrayList<Object>();
        Stream.concat(answers, Stream.of("the end")).forEach(answer -> {
            if (!row.isEmpty() && !row.getLast().equals(answer)) {
                counted.add(times(row.size(), row.getLast()));
                row.clear();
            }
            row.add(answer);
        });
        return counted;
    }

    private static String times(int count, Object answer) {
        return count + " times " + answer;
    }

    private static byte[] header(int version, int entries) {
        return sealed(text("mini"), number(version), number(entries));
    }

    private static byte[] entry(String key, String value) {
        return sealed(number(text(key).length), number(text(value).length), text(key), text(value));
    }

    private static Entry<String, String> entryOf(String key, String value) {
        return Map.entry(key, value);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(2).putChar((char) number).array();
    }

    /// Returns a part of a file: bytes with their checksum.
    private static byte[] sealed(byte[]... parts) {
        var checksum = new CRC32C();
        checksum.update(joined(parts));
        byte[] last = ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
        return joined(joined(parts), last);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        Stream.of(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static byte[] repeated(int times, byte[] part) {
        return joined(nCopies(times, part).toArray(byte[][]::new));
    }

    /// Returns a part with another byte at an offset.
    private static byte[] changed(byte[] part, int offset, int b) {
        byte[] changed = part.clone();
        changed[offset] = (byte) b;
        return changed;
    }

    /// Returns a part with a bit flipped, in the byte before its checksum.
    private static byte[] damaged(byte[] part) {
        return changed(part, part.length - 5, part[part.length - 5] ^ 1);
    }

    /// Returns a part without its last byte.
    private static byte[] cut(byte[] part) {
        return Arrays.copyOf(part, part.length - 1);
    }
}
