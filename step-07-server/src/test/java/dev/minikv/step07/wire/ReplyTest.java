package dev.minikv.step07.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Replies, and the bytes that they are on the wire.
class ReplyTest {

    private static final Reply ALL = new Reply.Items(List.of(
            Reply.OK,
            new Reply.Error("ERR no"),
            new Reply.Number(-7),
            new Reply.Number(10),
            new Reply.Text("🦀\r\n"),
            Reply.NIL,
            new Reply.Items(List.of()),
            new Reply.Pairs(List.of(Map.entry("a", new Reply.Number(1)))),
            new Reply.Display("x")));

    private final ReplyWriter writer = new ReplyWriter();

    private String written(Reply reply, int version) {
        writer.write(reply, version);
        return taken(writer.size());
    }

    private String taken(int count) {
        ByteBuffer bytes = writer.first(count);
        String text = UTF_8.decode(bytes).toString();
        writer.sent(count);
        return text;
    }

    @Nested
    class A_writer {

        @Test
        void knows_each_kind_of_reply_in_both_versions() {
            String start = "*9\r\n+OK\r\n-ERR no\r\n:-7\r\n:10\r\n$6\r\n🦀\r\n\r\n";

            assertThat(written(ALL, 2)).isEqualTo(start + "$-1\r\n*0\r\n*2\r\n$1\r\na\r\n:1\r\n$1\r\nx\r\n");
            assertThat(written(ALL, 3)).isEqualTo(start + "_\r\n*0\r\n%1\r\n$1\r\na\r\n:1\r\n=5\r\ntxt:x\r\n");
        }

        @Test
        void writes_an_error_in_one_line() {
            assertThat(written(new Reply.Error("ERR a\r\n+OK\nb\rc\r\n"), 2)).isEqualTo("-ERR a  +OK b c  \r\n");
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3})
        void replaces_a_reply_that_is_too_long_and_only_that(int version) {
            var half = new Reply.Text("x".repeat(ReplyWriter.MAX_REPLY_BYTES / 2));
            writer.write(Reply.OK, version);
            writer.write(
                    new Reply.Items(List.of(half, new Reply.Items(Collections.nCopies(1_000_000, half)))), version);
            writer.write(Reply.OK, version);

            assertThat(taken(writer.size()))
                    .isEqualTo("+OK\r\n-ERR the reply is larger than 67108864 bytes\r\n+OK\r\n");
        }

        @Test
        void writes_a_reply_of_the_greatest_length() {
            int length = ReplyWriter.MAX_REPLY_BYTES - "$67108850\r\n\r\n".length();

            assertThat(written(new Reply.Text("x".repeat(length)), 2)).hasSize(ReplyWriter.MAX_REPLY_BYTES);
            assertThat(written(new Reply.Text("x".repeat(length + 1)), 2)).startsWith("-ERR");
        }

        @Test
        void goes_on_after_a_part_is_sent_and_another_is_taken_back() {
            writer.write(new Reply.Text("a".repeat(400)), 2);
            assertThat(taken(6)).isEqualTo("$400\r\n");
            writer.write(new Reply.Text("b".repeat(4_000)), 2);
            writer.takeBack(4_000 + "$4000\r\n\r\n".length());
            writer.write(Reply.OK, 2);

            assertThat(taken(writer.size())).isEqualTo("a".repeat(400) + "\r\n+OK\r\n");
        }

        @Test
        void gives_back_memory_when_all_is_sent() {
            writer.write(new Reply.Text("x".repeat(1_000_000)), 2);
            assertThat(writer.heldBytes()).isBetween(1_000_000, 3_000_000);

            taken(writer.size());

            assertThat(writer.heldBytes()).isLessThan(5_000);
        }
    }

    @Nested
    class A_reader {

        private static Reply read(String bytes) throws IOException {
            return new ReplyReader(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1))).next();
        }

        @Test
        void reads_what_a_writer_has_written() throws IOException {
            writer.write(new Reply.Items(List.of(Reply.OK, new Reply.Error("ERR x"), new Reply.Number(12))), 2);
            writer.write(new Reply.Items(List.of(new Reply.Text("🦀\r\n"), Reply.NIL)), 2);
            ByteBuffer bytes = writer.first(writer.size());
            var reader = new ReplyReader(new ByteArrayInputStream(bytes.array(), 0, bytes.limit()));

            assertThat(reader.next())
                    .isEqualTo(new Reply.Items(List.of(Reply.OK, new Reply.Error("ERR x"), new Reply.Number(12))));
            assertThat(reader.next()).isEqualTo(new Reply.Items(List.of(new Reply.Text("🦀\r\n"), Reply.NIL)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\r\n",
                    ":x\r\n",
                    "$-2\r\n",
                    "$67108865\r\n",
                    "*-2\r\n",
                    "*99999999999\r\n",
                    "$1\r\nabc\r\n",
                    "$1\r\n\u00ff\r\n",
                    "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n"
                })
        void refuses_what_is_not_a_reply(String bytes) {
            assertThatThrownBy(() -> read(bytes)).isInstanceOf(StreamCorruptedException.class);
        }

        @Test
        void refuses_a_line_that_does_not_end() {
            assertThatThrownBy(() -> read("+" + "x".repeat(100_000))).isInstanceOf(StreamCorruptedException.class);
        }

        /// The 64 MB and the items that are announced take no memory.
        @ParameterizedTest
        @ValueSource(strings = {"", "+", "+OK", "+OK\r", "$67108864\r\nx", "*67108864\r\n:1\r\n", "$1\r\nx\r"})
        void reports_the_end_of_what_is_not_complete(String bytes) {
            assertThatThrownBy(() -> read(bytes)).isInstanceOf(EOFException.class);
        }
    }
}
