package dev.minikv.step05.exercise3;

import static dev.minikv.step05.exercise3.Sealed.seal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-5.3")
class EveryByteCountsTest {

    private static final Object DAMAGED = Optional.empty();

    private static final long MAX_MEMORY_BYTES = 8 << 20;

    @Test
    void a_record_has_five_fields() {
        assertThat(withoutChecksum(seal("name", "Alice")))
                .as("first the two lengths, in four bytes each, then the key, the value, and a checksum of four bytes")
                .isEqualTo("00 00 00 04 00 00 00 05 6e 61 6d 65 41 6c 69 63 65");
    }

    @Test
    void a_length_counts_bytes() {
        assertThat(withoutChecksum(seal("Grün", "🍵")))
                .as("a length says how many bytes of UTF-8 a text has, whatever its chars")
                .isEqualTo("00 00 00 05 00 00 00 04 47 72 c3 bc 6e f0 9f 8d b5");
    }

    @Test
    void what_was_sealed_can_be_opened() {
        assertThat(openEach(seal("tea", "hot"), seal("Grün ", " 🍵\n"), seal("note", ""), seal("", "team")))
                .as("open returns the key and the value that were sealed, even if one of them is empty")
                .isEqualTo(List.of(entry("tea", "hot"), entry("Grün ", " 🍵\n"), entry("note", ""), entry("", "team")));
    }

    @Test
    void whatever_the_checksum_is_the_record_can_be_opened() {
        assertThat(openEach(
                        seal("", ""),
                        seal("sea", "Red"),
                        seal("sea", "ljknojikhhi"),
                        seal("sea", "nihlhjiiiij"),
                        seal("sea", "iohokmlmhjk")))
                .as("any 32 bits may be the right checksum: those of a negative int, all zeros and all ones too")
                .isEqualTo(List.of(
                        entry("", ""),
                        entry("sea", "Red"),
                        entry("sea", "ljknojikhhi"),
                        entry("sea", "nihlhjiiiij"),
                        entry("sea", "iohokmlmhjk")));
    }

    @Test
    void long_texts_can_be_opened() {
        assertThat(open(longRecord()))
                .as("a length has 32 bits, and all of them count")
                .isEqualTo(entry("k".repeat(300), "tea ".repeat(20_000)));
    }

    @Test
    void a_flipped_bit_in_the_key_is_found() {
        assertThat(missed(
                        flips(seal("name", "Alice"), 8, 12),
                        flips(seal("note", ""), 8, 12),
                        flips(longRecord(), 300, 308)))
                .as("a changed key is damage: the checksum is that of all bytes before it")
                .isEqualTo(List.of());
    }

    @Test
    void a_flipped_bit_in_the_value_is_found() {
        assertThat(missed(
                        flips(seal("name", "Alice"), 12, 17),
                        flips(seal("", "team"), 8, 12),
                        flips(longRecord(), 40_000, 40_008),
                        flips(longRecord(), 80_300, 80_308)))
                .as("a changed value is damage: the checksum is that of all bytes before it")
                .isEqualTo(List.of());
    }

    @Test
    void a_flipped_bit_in_the_checksum_is_found() {
        assertThat(missed(
                        flips(seal("name", "Alice"), 17, 21),
                        flips(seal("", ""), 8, 12),
                        flips(longRecord(), 80_308, 80_312)))
                .as("a changed checksum does not match any more: all of its 32 bits count")
                .isEqualTo(List.of());
    }

    @Test
    void a_flipped_bit_in_a_length_is_found() {
        assertThat(missed(flips(seal("name", "Alice"), 0, 8), flips(seal("", ""), 0, 8), flips(longRecord(), 0, 8)))
                .as("a changed length is damage, and open neither throws nor sets aside so much memory")
                .isEqualTo(List.of());
    }

    @Test
    void fields_that_change_places_are_found() {
        assertThat(openEach(
                        replaced(seal("tea", "cup"), "teacup", "cuptea"),
                        replaced(seal("name", "Mars"), "nameMars", "Marsname")))
                .as("the checksum depends on the order of the bytes")
                .isEqualTo(nCopies(2, DAMAGED));
    }

    @Test
    void a_byte_that_changes_sides_is_found() {
        assertThat(openEach(withLengths(seal("name", "Alice"), 5, 4), withLengths(seal("tea", "hot"), 0, 6)))
                .as("the checksum is that of the lengths too, which say where the key ends")
                .isEqualTo(nCopies(2, DAMAGED));
    }

    @Test
    void changes_that_cancel_out_are_found() {
        assertThat(openEach(
                        seal("tea", "Aa"),
                        replaced(seal("tea", "Aa"), "Aa", "BB"),
                        replaced(seal("tea", "Aa"), "Aa", "aA"),
                        replaced(seal("tea", "Aa"), "Aa", "B`"),
                        replaced(seal("tea", "Aa"), "Aa", "@`")))
                .as("what was taken from one byte and added to the next is damage")
                .isEqualTo(List.of(entry("tea", "Aa"), DAMAGED, DAMAGED, DAMAGED, DAMAGED));
    }

    @Test
    void zeros_are_not_a_record() {
        assertThat(missed(zeroed(seal("name", "Alice")), zeroed(seal("", "")), zeroed(new byte[64])))
                .as("a power cut may leave zeros where bytes were, and these mean nothing")
                .isEqualTo(List.of());
    }

    @Test
    void a_record_that_is_cut_short_is_damaged() {
        assertThat(missed(prefixes(seal("name", "Alice")), prefixes(seal("sea", "fog")), prefixes(seal("", ""))))
                .as("no beginning of a record is a record, and open does not throw")
                .isEqualTo(List.of());
    }

    @Test
    void nothing_may_follow_a_record() {
        assertThat(openEach(
                        followedBy(seal("name", "Alice"), (byte) '\n'),
                        followedBy(seal("name", "Alice"), (byte) 0),
                        followedBy(seal("name", "Alice"), new byte[3]),
                        followedBy(seal("name", "Alice"), new byte[491]),
                        followedBy(seal("name", "Alice"), seal("name", "Alice"))))
                .as("the checksum is the end: neither zeros nor another record may follow it")
                .isEqualTo(nCopies(5, DAMAGED));
    }

    @Test
    void a_matching_checksum_does_not_excuse_a_wrong_length() {
        assertThat(openEach(
                        sealedWith(3, 2, "teahot"),
                        sealedWith(2, 3, "teahot"),
                        sealedWith(4, 3, "teahot"),
                        sealedWith(3, 4, "teahot"),
                        sealedWith(-1, 7, "teahot"),
                        sealedWith(7, -1, "teahot"),
                        sealedWith(-1, 6, "teahot"),
                        sealedWith(Integer.MIN_VALUE, Integer.MIN_VALUE + 6, "teahot")))
                .as("the lengths are not negative, and leave no byte between them and the checksum over")
                .isEqualTo(nCopies(8, DAMAGED));
    }

    @Test
    void a_length_is_no_reason_to_set_memory_aside() {
        assertThat(openEach(
                        sealedWith(0x1000000, 3, "teahot"),
                        sealedWith(3, 0x1000000, "teahot"),
                        sealedWith(0x1000000, -0x0FFFFFA, "teahot")))
                .as("open looks at a length before it uses it, even if the checksum matches")
                .isEqualTo(nCopies(3, DAMAGED));
    }

    @Test
    void open_leaves_the_bytes_as_they_are() {
        assertThat(List.of(onceOpened(seal("sea", "Red")), onceOpened(withLengths(seal("sea", "Red"), 2, 4))))
                .as("opening changes nothing, whether the record is damaged or not")
                .isEqualTo(List.of(
                        "00 00 00 03 00 00 00 03 73 65 61 52 65 64 " + checksum(seal("sea", "Red")),
                        "00 00 00 02 00 00 00 04 73 65 61 52 65 64 " + checksum(seal("sea", "Red"))));
    }

    @Test
    void the_checksum_is_a_crc_32c() {
        assertThat(List.of(checksum(seal("name", "Alice")), checksum(seal("", "")), checksum(seal("river", "moon"))))
                .as("the last four bytes are the CRC-32C of all bytes before them, with the highest byte first")
                .isEqualTo(List.of("3e 2c e9 31", "8c 28 b2 8a", "00 d8 23 5e"));
    }

    @Test
    void a_record_from_elsewhere_can_be_opened() {
        assertThat(openEach(
                        bytes("00 00 00 06 00 00 00 04 70 6c 61 6e 65 74 4d 61 72 73 0d 25 3a 47"),
                        bytes("00 00 00 05 00 00 00 03 4b c3 b6 6c 6e e2 98 95 77 14 53 dc")))
                .as("the bytes are enough: another program may have sealed them, long ago")
                .isEqualTo(List.of(entry("planet", "Mars"), entry("Köln", "☕")));
    }

    @Test
    void damage_to_any_record_is_found() {
        assertThat(missed(
                        flips(seal("harbour", "Trieste"), 0, 26),
                        prefixes(seal("harbour", "Trieste")),
                        Stream.of(new Change("other lengths", withLengths(seal("harbour", "Trieste"), 6, 8)))))
                .as("it works for any record, not only for those of the examples")
                .isEqualTo(List.of());
    }

    private static byte[] longRecord() {
        return seal("k".repeat(300), "tea ".repeat(20_000));
    }

    /// A record that was changed, and how.
    private record Change(String how, byte[] record) {}

    /// Returns the first of the changes that is not found to be damage, and what happens instead.
    @SafeVarargs
    private static List<String> missed(Stream<Change>... changes) {
        return Stream.of(changes)
                .flatMap(Function.identity())
                .flatMap(change -> {
                    Object outcome = open(change.record());
                    return DAMAGED.equals(outcome) ? Stream.empty() : Stream.of(change.how() + ": " + outcome);
                })
                .limit(1)
                .toList();
    }

    /// Returns a record with a bit flipped, for each of its bits from one byte to another.
    private static Stream<Change> flips(byte[] record, int from, int to) {
        return IntStream.range(8 * from, 8 * to).mapToObj(bit -> {
            byte[] changed = record.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            return new Change("bit %s of byte %s flipped".formatted(bit % 8, bit / 8), changed);
        });
    }

    /// Returns the first bytes of a record, for each number of bytes but all.
    private static Stream<Change> prefixes(byte[] record) {
        return IntStream.range(0, record.length)
                .mapToObj(length -> new Change("cut to %s bytes".formatted(length), Arrays.copyOf(record, length)));
    }

    /// Returns a record whose last bytes are zeros, for each number of them.
    private static Stream<Change> zeroed(byte[] record) {
        return IntStream.range(0, record.length).mapToObj(from -> {
            byte[] changed = Arrays.copyOf(Arrays.copyOf(record, from), record.length);
            return new Change("%s bytes, zeros from byte %s on".formatted(record.length, from), changed);
        });
    }

    private static byte[] replaced(byte[] record, String text, String by) {
        return new String(record, ISO_8859_1).replace(text, by).getBytes(ISO_8859_1);
    }

    private static byte[] followedBy(byte[] record, byte... more) {
        return ByteBuffer.allocate(record.length + more.length)
                .put(record)
                .put(more)
                .array();
    }

    /// Returns a record with other lengths, and with the checksum that it had.
    private static byte[] withLengths(byte[] record, int ofKey, int ofValue) {
        return ByteBuffer.wrap(record.clone()).putInt(ofKey).putInt(ofValue).array();
    }

    /// Returns a record of these lengths and these texts, with the checksum that is right for it.
    private static byte[] sealedWith(int ofKey, int ofValue, String texts) {
        var record = ByteBuffer.allocate(8 + texts.length() + 4);
        record.putInt(ofKey).putInt(ofValue).put(texts.getBytes(UTF_8));
        var checksum = new CRC32C();
        checksum.update(record.array(), 0, record.position());
        return record.putInt((int) checksum.getValue()).array();
    }

    private static String withoutChecksum(byte[] record) {
        return hex(Arrays.copyOf(record, record.length - 4));
    }

    private static String checksum(byte[] record) {
        return hex(Arrays.copyOfRange(record, record.length - 4, record.length));
    }

    /// Returns the bytes of a record after it was opened.
    private static String onceOpened(byte[] record) {
        byte[] bytes = record.clone();
        open(bytes);
        return hex(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static Object entry(String key, String value) {
        return Optional.of(Map.entry(key, value));
    }

    private static List<Object> openEach(byte[]... records) {
        return Stream.of(records).map(EveryByteCountsTest::open).toList();
    }

    /// Returns what open returns. If it throws, that is the name of the exception; if it takes too much memory,
    /// that is said instead.
    private static Object open(byte[] record) {
        long before = allocatedBytes();
        Object outcome;
        try {
            outcome = Sealed.open(record);
        } catch (RuntimeException | OutOfMemoryError e) {
            outcome = e.getClass().getSimpleName();
        }
        return allocatedBytes() - before > MAX_MEMORY_BYTES ? "more than 8 MB of memory" : outcome;
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
