package dev.minikv.step06.exercise1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-6.1")
class AFrameTest {

    private static final String NONE = "none";

    private static final int HEADER_BYTES = 16;

    private static final long MAX_MEMORY_BYTES = 8 << 20;

    @Test
    void a_frame_has_four_fields() {
        assertThat(withoutChecksum(encode(7, "tea")))
                .as("after the checksum come the length in 4 bytes, the sequence number in 8, and the payload")
                .isEqualTo("00 00 00 03 00 00 00 00 00 00 00 07 74 65 61");
    }

    @Test
    void a_number_begins_with_its_highest_byte() {
        assertThat(withoutChecksum(header(encode(0x0102030405060708L, "tea ".repeat(20_000)))))
                .as("all bytes of the length and of the sequence number are written, the highest first")
                .isEqualTo("00 01 38 80 01 02 03 04 05 06 07 08");
    }

    @Test
    void a_frame_is_decoded() {
        assertThat(decodeEach(encode(7, "tea"), encode(1, "Grün 🍵\n"), encode(2, ""), encode(3, "\0\0")))
                .as("decode returns the sequence number and the payload that were encoded, and where the frame ends")
                .isEqualTo(List.of("7 'tea' to 19", "1 'Grün 🍵\n' to 27", "2 '' to 16", "3 '\0\0' to 18"));
    }

    @Test
    void any_sequence_number_is_decoded() {
        assertThat(decodeEach(
                        encode(0, "tea"),
                        encode(0, ""),
                        encode(-1, "tea"),
                        encode(Long.MAX_VALUE, "tea"),
                        encode(Long.MIN_VALUE, "tea"),
                        encode(0x80000000L, "tea")))
                .as("a sequence number has 64 bits, and all of them count")
                .isEqualTo(List.of(
                        "0 'tea' to 19",
                        "0 '' to 16",
                        "-1 'tea' to 19",
                        "9223372036854775807 'tea' to 19",
                        "-9223372036854775808 'tea' to 19",
                        "2147483648 'tea' to 19"));
    }

    @Test
    void a_long_payload_is_decoded() {
        assertThat(decodeEach(encode(7, "t".repeat(200)), encode(8, "t".repeat(40_000)), encode(9, "t".repeat(80_000))))
                .as("a length has 32 bits, and all of them count")
                .isEqualTo(List.of(
                        "7 '" + "t".repeat(200) + "' to 216",
                        "8 '" + "t".repeat(40_000) + "' to 40016",
                        "9 '" + "t".repeat(80_000) + "' to 80016"));
    }

    @Test
    void a_payload_of_20_megabytes_is_decoded() {
        byte[] frame = Frames.encode(7, new byte[20_000_001]);

        assertThat(Frames.decode(frame, 0).map(decoded -> decoded.payload().length))
                .as("no payload is too long if all its bytes are there")
                .isEqualTo(Optional.of(20_000_001));
    }

    @Test
    void a_frame_with_any_checksum_is_decoded() {
        assertThat(decodeEach(
                        encode(3852039810L, "sea"),
                        encode(1835414387, "sea"),
                        encode(1432528854, "sea"),
                        encode(2756295286L, "sea"),
                        encode(556386327, "")))
                .as("any 32 bits may be the right checksum: all zeros, all ones and a negative int too")
                .isEqualTo(List.of(
                        "3852039810 'sea' to 19",
                        "1835414387 'sea' to 19",
                        "1432528854 'sea' to 19",
                        "2756295286 'sea' to 19",
                        "556386327 '' to 16"));
    }

    @Test
    void a_frame_is_decoded_where_it_begins() {
        byte[] log = joined(encode(7, "tea"), encode(8, "cocoa"), encode(9, ""));

        assertThat(List.of(decode(log, 0), decode(log, 19), decode(log, 40), decode(log, 56)))
                .as("the frame begins at the offset, the next one where it ends, and nothing after the last")
                .isEqualTo(List.of("7 'tea' to 19", "8 'cocoa' to 40", "9 '' to 56", NONE));
    }

    @Test
    void only_the_frame_itself_is_looked_at() {
        byte[] before = bytes("ff ff ff ff 00 00 00 40 00");
        byte[] after = bytes("00 00 00 00 ff");

        assertThat(List.of(decode(joined(before, encode(7, "tea")), 9), decode(joined(encode(7, "tea"), after), 0)))
                .as("what is before the frame or after it may be damaged, and does not matter")
                .isEqualTo(List.of("7 'tea' to 28", "7 'tea' to 19"));
    }

    @Test
    void a_flipped_bit_in_the_payload_is_found() {
        assertThat(missed(
                        flips(encode(7, "tea"), 16, 19),
                        flips(encode(8, "t".repeat(100_000)), 50_000, 50_004),
                        flips(encode(8, "t".repeat(100_000)), 100_012, 100_016)))
                .as("the checksum covers the payload")
                .isEqualTo(List.of());
    }

    @Test
    void a_flipped_bit_in_the_sequence_number_is_found() {
        assertThat(missed(flips(encode(7, "tea"), 8, 16), flips(encode(0, ""), 8, 16)))
                .as("the checksum covers the sequence number")
                .isEqualTo(List.of());
    }

    @Test
    void a_flipped_bit_in_the_length_is_found() {
        assertThat(missed(flips(encode(7, "tea"), 4, 8), flips(encode(2, ""), 4, 8)))
                .as("the checksum covers the length, which is only a claim until then")
                .isEqualTo(List.of());
    }

    @Test
    void a_flipped_bit_in_the_checksum_is_found() {
        assertThat(missed(flips(encode(7, "tea"), 0, 4), flips(encode(2, ""), 0, 4)))
                .as("all 32 bits of the checksum are compared")
                .isEqualTo(List.of());
    }

    @Test
    void another_length_is_found_although_the_bytes_fit() {
        byte[] withSequence = bytes("74 65 61 c9 7e ce ef");
        byte[] alone = bytes("74 65 61 a8 a0 f8 d1");

        assertThat(missed(withLength(Frames.encode(7, withSequence), 3), withLength(Frames.encode(7, alone), 3)))
                .as("after certain payloads a CRC is what it was four bytes before, so it must cover the length too")
                .isEqualTo(List.of());
    }

    @Test
    void zeros_are_not_a_frame() {
        assertThat(missed(otherOffsets(new byte[64]), zeroed(encode(7, "tea")), zeroed(encode(1, ""))))
                .as("a power cut may leave zeros where bytes were, and these mean nothing")
                .isEqualTo(List.of());
    }

    @Test
    void a_frame_that_is_cut_short_is_not_a_frame() {
        assertThat(missed(prefixes(encode(7, "tea")), prefixes(encode(2, "")), prefixes(encode(3, "t\0\0\0\0"))))
                .as("if a single byte is missing, there is no frame, and decode does not throw")
                .isEqualTo(List.of());
    }

    @Test
    void no_length_is_taken_for_granted() {
        assertThat(decodeEach(
                        forged(-1, 11),
                        forged(-3, 15),
                        forged(-4, 8),
                        forged(-12, 0),
                        forged(-16, 0),
                        forged(-17, 0),
                        forged(Integer.MIN_VALUE, 12),
                        forged(Integer.MAX_VALUE, 12),
                        forged(Integer.MAX_VALUE - 15, 12),
                        forged(4, 15),
                        forged(1 << 24, 15)))
                .as(
                        "with a length that is negative or more than what follows there is no frame, and decode does not throw")
                .isEqualTo(nCopies(11, NONE));
    }

    @Test
    void a_length_alone_takes_no_memory() {
        byte[] log = joined(new byte[20], bytes("00 00 00 00 01 00 00 00 00 00 00 00 00 00 00 07 74 65 61"));

        assertThat(List.of(decode(log, 20), decode(joined(log, new byte[40]), 20)))
                .as("a length of 16 million is a claim: decode looks at what there is before it takes memory")
                .isEqualTo(List.of(NONE, NONE));
    }

    @Test
    void a_frame_begins_nowhere_else() {
        byte[] log = joined(encode(7, "tea"), encode(8, "cocoa"));

        assertThat(missed(otherOffsets(log, 0, 19)))
                .as("only where a frame begins is there a frame, not a byte before or after")
                .isEqualTo(List.of());
    }

    @Test
    void bytes_are_left_as_they_are() {
        assertThat(List.of(
                        onceDecoded(encode(7, "tea")),
                        onceDecoded(withLength(encode(7, "tea"), 2).bytes()),
                        onceDecoded(withLength(encode(7, "tea"), 4).bytes()),
                        onceDecoded(header(encode(7, "tea"))),
                        onceDecoded(bytes("9f d8 7e 1b"))))
                .as("decoding changes nothing, whether there is a frame or not")
                .isEqualTo(List.of(
                        hex(encode(7, "tea")),
                        hex(withLength(encode(7, "tea"), 2).bytes()),
                        hex(withLength(encode(7, "tea"), 4).bytes()),
                        hex(header(encode(7, "tea"))),
                        "9f d8 7e 1b"));
    }

    @Test
    void the_checksum_is_a_crc_32c() {
        assertThat(List.of(checksum(encode(7, "tea")), checksum(encode(0, "")), checksum(encode(3852039810L, "sea"))))
                .as("the first four bytes are the CRC-32C of all the others, with the highest byte first")
                .isEqualTo(List.of("9f d8 7e 1b", "2b 60 b5 5d", "00 00 00 00"));
    }

    @Test
    void no_other_checksum_will_do() {
        byte[] tea = encode(7, "tea");

        assertThat(missed(
                        withChecksum(tea, "e6 20 cd eb", "of the payload alone"),
                        withChecksum(tea, "35 95 60 a3", "without the length"),
                        withChecksum(tea, "4c 5d e7 0e", "as CRC-32"),
                        withChecksum(tea, "1b 7e d8 9f", "with the lowest byte first"),
                        withChecksum(tea, "60 27 81 e5", "with the other sign"),
                        withChecksum(tea, "60 27 81 e4", "with all bits flipped"),
                        withChecksum(tea, "00 00 00 00", "not written")))
                .as("a frame has one right checksum, and nothing else passes for it")
                .isEqualTo(List.of());
    }

    @Test
    void a_frame_from_elsewhere_is_decoded() {
        assertThat(decode(bytes("3c 7e e9 86 00 00 00 0b 00 00 00 00 00 00 00 29 70 6c 61 6e 65 74 20 4d 61 72 73"), 0))
                .as("the bytes are enough: another program may have written them, long ago")
                .isEqualTo("41 'planet Mars' to 27");
    }

    @Test
    void it_works_for_any_record() {
        byte[] log = joined(encode(500, "harbour"), encode(501, "Trieste"));

        assertThat(List.of(decode(log, 0), decode(log, 23), "" + missed(flips(encode(502, "river"), 0, 21))))
                .as("not only the records of the examples are decoded, and damage to any record is found")
                .isEqualTo(List.of("500 'harbour' to 23", "501 'Trieste' to 46", "[]"));
    }

    /// Bytes in which no frame begins at an offset, and why.
    private record Change(String how, byte[] bytes, int offset) {

        /// Returns the same with bytes before it, and with another frame after it.
        Change amid() {
            return new Change(how + ", amid others", joined(encode(6, "mug"), bytes, encode(8, "cocoa")), 19 + offset);
        }
    }

    /// Returns the first change that decode does not notice, and what it returns instead.
    @SafeVarargs
    private static List<String> missed(Stream<Change>... changes) {
        return missed(Stream.of(changes).flatMap(Function.identity()).toArray(Change[]::new));
    }

    private static List<String> missed(Change... changes) {
        return Stream.of(changes)
                .flatMap(change -> {
                    String outcome = decode(change.bytes(), change.offset());
                    return outcome.equals(NONE) ? Stream.empty() : Stream.of(change.how() + ": " + outcome);
                })
                .limit(1)
                .toList();
    }

    /// Returns a frame with a bit flipped, for each of its bits from one byte to another.
    private static Stream<Change> flips(byte[] frame, int from, int to) {
        return IntStream.range(8 * from, 8 * to)
                .mapToObj(bit -> {
                    byte[] changed = frame.clone();
                    changed[bit / 8] ^= (byte) (1 << bit % 8);
                    return new Change("bit %s of byte %s flipped".formatted(bit % 8, bit / 8), changed, 0);
                })
                .flatMap(change -> Stream.of(change, change.amid()));
    }

    /// Returns the first bytes of a frame, for each number of bytes but all, with and without a frame before.
    private static Stream<Change> prefixes(byte[] frame) {
        return IntStream.range(0, frame.length)
                .mapToObj(length -> new Change("cut to %s bytes".formatted(length), Arrays.copyOf(frame, length), 0))
                .flatMap(change -> Stream.of(
                        change,
                        new Change(change.how() + ", after another", joined(encode(6, "mug"), change.bytes()), 19)));
    }

    /// Returns a frame whose last bytes are zeros, for each number of them.
    private static Stream<Change> zeroed(byte[] frame) {
        return IntStream.range(0, frame.length).mapToObj(from -> {
            byte[] changed = Arrays.copyOf(Arrays.copyOf(frame, from), frame.length);
            return new Change("zeros from byte %s on".formatted(from), changed, 0);
        });
    }

    /// Returns the bytes of a log at each offset but those at which a frame begins.
    private static Stream<Change> otherOffsets(byte[] log, Integer... begins) {
        return IntStream.rangeClosed(0, log.length)
                .filter(offset -> !List.of(begins).contains(offset))
                .mapToObj(offset -> new Change("at offset " + offset, log, offset));
    }

    /// Returns a frame with another length, and with the checksum that it had.
    private static Change withLength(byte[] frame, int length) {
        byte[] changed = ByteBuffer.wrap(frame.clone()).putInt(4, length).array();
        return new Change("length %s instead".formatted(length), changed, 0);
    }

    /// Returns a frame with another checksum, and what is wrong with it.
    private static Change withChecksum(byte[] frame, String checksum, String how) {
        byte[] changed = ByteBuffer.wrap(frame.clone()).put(bytes(checksum)).array();
        return new Change("checksum " + how, changed, 0);
    }

    /// Returns a frame of any length with the payload "tea", and with a checksum of so many bytes after it.
    private static byte[] forged(int length, int covered) {
        byte[] frame = withLength(encode(7, "tea"), length).bytes();
        var checksum = new CRC32C();
        checksum.update(frame, 4, covered);
        return ByteBuffer.wrap(frame).putInt(0, (int) checksum.getValue()).array();
    }

    private static byte[] encode(long sequence, String payload) {
        return Frames.encode(sequence, payload.getBytes(UTF_8));
    }

    private static List<String> decodeEach(byte[]... frames) {
        return Stream.of(frames).map(frame -> decode(frame, 0)).toList();
    }

    /// Returns the frame that decode returns, as in "7 'tea' to 19". If it throws, that is the name of the
    /// exception; if it takes too much memory, that is said instead.
    private static String decode(byte[] bytes, int offset) {
        long before = allocatedBytes();
        String outcome;
        try {
            outcome = Frames.decode(bytes, offset).map(AFrameTest::text).orElse(NONE);
        } catch (RuntimeException | OutOfMemoryError e) {
            outcome = e.getClass().getSimpleName();
        }
        return allocatedBytes() - before > MAX_MEMORY_BYTES ? "more than 8 MB of memory" : outcome;
    }

    private static String text(Frame frame) {
        return "%s '%s' to %s".formatted(frame.sequence(), new String(frame.payload(), UTF_8), frame.end());
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /// Returns the bytes of a frame after it was decoded.
    private static String onceDecoded(byte[] frame) {
        byte[] bytes = frame.clone();
        decode(bytes, 0);
        return hex(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] header(byte[] frame) {
        return Arrays.copyOf(frame, HEADER_BYTES);
    }

    private static String checksum(byte[] frame) {
        return hex(Arrays.copyOf(frame, Integer.BYTES));
    }

    private static String withoutChecksum(byte[] frame) {
        return hex(Arrays.copyOfRange(frame, Integer.BYTES, frame.length));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
