package dev.minikv.step06.exercise2;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.exercise2.Recovered.Clean;
import dev.minikv.step06.exercise2.Recovered.Damaged;
import dev.minikv.step06.exercise2.Recovered.Torn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-6.2")
class TheTornTailTest {

    private static final byte[] TEA = frame(1, 0, "tea"); // 27 bytes
    private static final byte[] MILK = frame(2, 0, "milk"); // 28 bytes
    private static final byte[] COCOA = frame(3, 0, "cocoa"); // 29 bytes

    @Test
    void a_clean_log_is_read() {
        assertThat(List.of(
                        recover(TEA, MILK, COCOA),
                        recover(TEA, frame(2, 1, ""), frame(3, 2, "cocoa")),
                        recover(TEA, frame(2, 0, "tea"), frame(3, 0, "milk"))))
                .as("the records come back in their order, whether they were forced or not")
                .isEqualTo(List.of("clean [tea, milk, cocoa]", "clean [tea, , cocoa]", "clean [tea, tea, milk]"));
    }

    @Test
    void an_empty_log_is_clean() {
        assertThat(List.of(recover(), left()))
                .as("a log without any bytes misses nothing")
                .isEqualTo(List.of("clean []", "all 0 bytes"));
    }

    @Test
    void half_a_frame_at_the_end_is_a_torn_tail() {
        assertThat(List.of(recover(TEA, cut(MILK, 3)), recover(TEA, MILK, cut(COCOA, 28)), recover(cut(TEA, 1))))
                .as("a crash in the middle of a write is not damage: the log ends before that frame")
                .isEqualTo(List.of("torn at 27 [tea]", "torn at 55 [tea, milk]", "torn at 0 []"));
    }

    @Test
    void zeros_at_the_end_are_a_torn_tail() {
        assertThat(List.of(
                        recover(TEA, new byte[1]),
                        recover(TEA, MILK, new byte[4_096]),
                        recover(new byte[100]),
                        recover(TEA, zeroed(MILK, 8), new byte[8])))
                .as("a file may have got longer before its bytes arrived: they are not records")
                .isEqualTo(List.of("torn at 27 [tea]", "torn at 55 [tea, milk]", "torn at 0 []", "torn at 27 [tea]"));
    }

    @Test
    void a_bad_frame_at_the_end_is_a_torn_tail() {
        assertThat(List.of(recover(TEA, flipped(MILK, 25)), recover(TEA, MILK, flipped(COCOA, 25))))
                .as("nothing says that the last frame was forced, so a crash may have left it half written")
                .isEqualTo(List.of("torn at 27 [tea]", "torn at 55 [tea, milk]"));
    }

    @Test
    void a_torn_tail_is_cut() {
        assertThat(List.of(
                        left(TEA, cut(MILK, 3)),
                        left(TEA, MILK, new byte[4_096]),
                        left(new byte[100]),
                        left(TEA, flipped(MILK, 25))))
                .as("when recover returns, the file ends where the tail began, and this is forced")
                .isEqualTo(
                        List.of("the first 27 bytes", "the first 55 bytes", "the first 0 bytes", "the first 27 bytes"));
    }

    @Test
    void a_frame_that_was_forced_is_missed() {
        assertThat(List.of(
                        recover(TEA, flipped(MILK, 25), COCOA),
                        recover(TEA, zeroed(MILK, 24), COCOA),
                        recover(flipped(TEA, 25), frame(2, 0, "milk")),
                        recover(TEA, MILK, flipped(COCOA, 9), frame(4, 0, "mug"))))
                .as("a whole frame after it says that the bad one was forced, so no crash can have left it so")
                .isEqualTo(List.of("damaged at 27", "damaged at 27", "damaged at 0", "damaged at 55"));
    }

    @Test
    void a_frame_that_was_not_forced_is_not_missed() {
        assertThat(List.of(
                        recover(TEA, flipped(MILK, 25), frame(3, 1, "cocoa")),
                        recover(TEA, zeroed(MILK, 0), frame(3, 2, "cocoa"), frame(4, 3, "mug")),
                        recover(zeroed(TEA, 1), frame(2, 1, "milk"), frame(3, 2, "cocoa"))))
                .as("a power cut may lose any frame that was not forced, and keep one after it")
                .isEqualTo(List.of("torn at 27 [tea]", "torn at 27 [tea]", "torn at 0 []"));
    }

    @Test
    void whole_frames_after_a_hole_are_cut_too() {
        assertThat(List.of(
                        left(TEA, flipped(MILK, 25), frame(3, 1, "cocoa")),
                        left(TEA, zeroed(MILK, 0), frame(3, 2, "cocoa"), frame(4, 3, "mug")),
                        left(zeroed(TEA, 1), frame(2, 1, "milk"), frame(3, 2, "cocoa"))))
                .as("a log has no holes: what follows a missing record goes with it")
                .isEqualTo(List.of("the first 27 bytes", "the first 27 bytes", "the first 0 bytes"));
    }

    @Test
    void a_bad_length_hides_no_frame() {
        assertThat(List.of(
                        recover(TEA, flipped(MILK, 7), COCOA),
                        recover(TEA, flipped(MILK, 6), COCOA),
                        recover(TEA, MILK, withLength(COCOA, -1), frame(4, 0, "mug")),
                        recover(TEA, MILK, withLength(COCOA, 1 << 30), frame(4, 0, "mug"))))
                .as("if a frame is bad, its length may be bad too, and does not say where the next one begins")
                .isEqualTo(List.of("damaged at 27", "damaged at 27", "damaged at 55", "damaged at 55"));
    }

    @Test
    void a_whole_frame_may_begin_at_any_byte() {
        assertThat(recoverEachHole(joined(TEA, MILK), frame(4, 0, "mug")))
                .as("if a frame is bad, its length may be bad too, so the next one may begin anywhere")
                .isEqualTo(List.of("damaged at 55"));
    }

    @Test
    void it_counts_which_record_is_missing() {
        assertThat(List.of(
                        recover(TEA, flipped(MILK, 25), flipped(COCOA, 25), frame(4, 1, "mug")),
                        recover(TEA, flipped(MILK, 25), flipped(COCOA, 25), frame(4, 2, "mug")),
                        recover(TEA, new byte[70_000], frame(12, 9, "pot")),
                        recover(TEA, new byte[70_000], frame(12, 10, "pot"))))
                .as("with the sequence number 4 and 1 unforced, a frame says that the records up to 2 were forced")
                .isEqualTo(List.of("damaged at 27", "torn at 27 [tea]", "damaged at 27", "torn at 27 [tea]"));
    }

    @Test
    void every_whole_frame_after_it_counts() {
        assertThat(List.of(
                        recover(TEA, flipped(MILK, 25), frame(3, 1, "cocoa"), frame(4, 0, "mug")),
                        recover(TEA, flipped(MILK, 25), flipped(COCOA, 25), frame(4, 3, "mug"), frame(5, 0, "pot")),
                        recover(TEA, flipped(MILK, 25), COCOA, frame(4, 1, "mug"), cut(frame(5, 2, "pot"), 1)),
                        recover(TEA, flipped(MILK, 25), frame(3, 1, "cocoa"), new byte[9], frame(5, 0, "pot")),
                        recover(TEA, flipped(MILK, 25), frame(5, 4, "pot"), frame(4, 0, "mug")),
                        recover(TEA, flipped(MILK, 25), unforced(3, 300), frame(303, 0, ""))))
                .as("one of the whole frames is enough, be it the first, the last or one between them")
                .isEqualTo(nCopies(6, "damaged at 27"));
    }

    @Test
    void sequence_numbers_rise_by_one() {
        assertThat(List.of(
                        recover(TEA, MILK, frame(4, 0, "mug")),
                        recover(TEA, MILK, frame(4, 1, "mug")),
                        recover(TEA, MILK, frame(4, 1, "mug"), frame(5, 0, "pot")),
                        recover(TEA, MILK, frame((1L << 32) + 3, 0, "mug")),
                        recover(frame(2, 0, "")),
                        recover(frame(2, 1, "milk"), frame(3, 2, "cocoa")),
                        recover(frame(0, 0, "water"), TEA)))
                .as("the first record has the number 1, and a whole frame with a later number is not the next one")
                .isEqualTo(List.of(
                        "damaged at 55",
                        "torn at 55 [tea, milk]",
                        "damaged at 55",
                        "damaged at 55",
                        "damaged at 0",
                        "torn at 0 []",
                        "torn at 0 []"));
    }

    @Test
    void no_sequence_number_comes_twice() {
        assertThat(List.of(
                        recover(TEA, MILK, frame(2, 0, "mug")),
                        recover(TEA, MILK, TEA, MILK, COCOA),
                        recover(TEA, MILK, TEA, frame(4, 0, "mug"))))
                .as("an earlier frame says nothing about the missing one, and a later frame does")
                .isEqualTo(List.of("torn at 55 [tea, milk]", "torn at 55 [tea, milk]", "damaged at 55"));
    }

    @Test
    void a_damaged_log_is_left_alone() {
        assertThat(List.of(
                        left(TEA, flipped(MILK, 25), COCOA),
                        left(flipped(TEA, 25), frame(2, 0, "milk")),
                        left(TEA, MILK, frame(4, 0, "mug"), cut(frame(5, 1, "pot"), 2))))
                .as("what is left of a damaged log may be the only copy: not a byte of it changes")
                .isEqualTo(List.of("all 84 bytes", "all 55 bytes", "all 107 bytes"));
    }

    @Test
    void a_clean_log_is_left_alone() {
        assertThat(List.of(left(TEA, MILK, COCOA), left(TEA, frame(2, 1, ""), frame(3, 2, "cocoa"))))
                .as("nothing is cut from a log that misses nothing")
                .isEqualTo(List.of("all 84 bytes", "all 80 bytes"));
    }

    @Test
    void a_log_may_be_cut_anywhere() {
        byte[] log = joined(TEA, MILK, frame(3, 1, "cocoa"));

        assertThat(recoverEachPrefix(log))
                .as("wherever a log ends, the whole frames before it are all there")
                .isEqualTo(List.of(
                        "clean []",
                        "torn at 0 []",
                        "clean [tea]",
                        "torn at 27 [tea]",
                        "clean [tea, milk]",
                        "torn at 55 [tea, milk]"));
    }

    @Test
    void a_recovered_log_can_be_continued() throws IOException {
        var file = new WatchedFile(joined(TEA, MILK, cut(COCOA, 3)), "");
        Recovery.recover(file);
        byte[] continued = joined(file.forced(), frame(3, 0, "sugar"));

        assertThat(List.of(recover(file.forced()), recover(continued)))
                .as("after a recovery the log is clean, and what is appended is found by the next one")
                .isEqualTo(List.of("clean [tea, milk]", "clean [tea, milk, sugar]"));
    }

    @Test
    void a_failure_of_the_file_is_thrown() {
        assertThat(List.of(
                        recoverFailing("read", TEA),
                        recoverFailing("truncate", TEA, new byte[5]),
                        recoverFailing("force", TEA, new byte[5])))
                .as("if the file fails, nothing is tried again, and the caller gets the exception of the file")
                .isEqualTo(List.of("cannot read", "cannot truncate", "cannot force"));
    }

    @Test
    void it_works_for_any_log() {
        byte[] harbour = frame(1, 0, "harbour");
        byte[] trieste = frame(2, 0, "Trieste ☕");

        assertThat(List.of(
                        recover(harbour, trieste, unforced(3, 5)),
                        recover(harbour, flipped(trieste, 30), unforced(3, 5)),
                        recover(harbour, flipped(trieste, 30), unforced(3, 5), frame(8, 5, "sea"))))
                .as("not only the logs of the examples are read")
                .isEqualTo(
                        List.of("clean [harbour, Trieste ☕, 3, 4, 5, 6, 7]", "torn at 31 [harbour]", "damaged at 31"));
    }

    private static String recover(byte[]... parts) {
        return recoverFailing("", parts);
    }

    /// Returns what recover returns, as text, or what it throws.
    private static String recoverFailing(String method, byte[]... parts) {
        var file = new WatchedFile(joined(parts), method);
        try {
            return switch (Recovery.recover(file)) {
                case Clean(var payloads) -> "clean " + payloads;
                case Torn(var payloads, int offset) -> "torn at " + offset + " " + payloads;
                case Damaged(int offset) -> "damaged at " + offset;
            };
        } catch (IOException | RuntimeException e) {
            return e == file.failure() ? e.getMessage() : "another exception: " + e;
        }
    }

    /// Returns what recover leaves of the bytes of the file.
    private static String left(byte[]... parts) {
        byte[] before = joined(parts);
        var file = new WatchedFile(before, "");
        try {
            Recovery.recover(file);
        } catch (IOException | RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return file.state();
    }

    /// Returns the different answers when so many zeros are between two parts: 1 byte, 2 bytes, and so on to 70.
    private static List<String> recoverEachHole(byte[] before, byte[] after) {
        return IntStream.rangeClosed(1, 70)
                .mapToObj(length -> recover(before, new byte[length], after))
                .distinct()
                .toList();
    }

    /// Returns the different answers when a log ends after no byte, after one byte, and so on.
    private static List<String> recoverEachPrefix(byte[] log) {
        return IntStream.range(0, log.length)
                .mapToObj(length -> recover(Arrays.copyOf(log, length)))
                .distinct()
                .toList();
    }

    private static byte[] frame(long sequence, long unforced, String payload) {
        return Frame.bytes(sequence, unforced, payload);
    }

    /// Returns so many frames from a sequence number on. Their payloads are their numbers, and none of them was
    /// forced when the next was written.
    private static byte[] unforced(long first, int count) {
        return joined(LongStream.range(first, first + count)
                .mapToObj(sequence -> frame(sequence, sequence - first + 1, "" + sequence))
                .toArray(byte[][]::new));
    }

    private static byte[] cut(byte[] frame, int bytes) {
        return Arrays.copyOf(frame, frame.length - bytes);
    }

    /// Returns a frame with zeros from one of its bytes on.
    private static byte[] zeroed(byte[] frame, int from) {
        return Arrays.copyOf(Arrays.copyOf(frame, from), frame.length);
    }

    /// Returns a frame with the lowest bit of a byte flipped.
    private static byte[] flipped(byte[] frame, int index) {
        byte[] changed = frame.clone();
        changed[index] ^= 1;
        return changed;
    }

    private static byte[] withLength(byte[] frame, int length) {
        return ByteBuffer.wrap(frame.clone()).putInt(4, length).array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
