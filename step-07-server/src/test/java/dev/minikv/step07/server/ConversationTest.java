package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client may send, and what it costs.
class ConversationTest {

    private static final String NIL = "$-1\r\n";

    @Test
    void a_value_of_any_characters_comes_back_whole() {
        String value = new String("\r\n\0\r *3\r\n$-1\r\n\n🦀\u2028\t\"'\\".getBytes(UTF_8), ISO_8859_1);
        String word = "$" + value.length() + "\r\n" + value + "\r\n";

        String replies =
                Talk.open().say("*3\r\n$3\r\nSET\r\n" + word + word + "*2\r\n$3\r\nGET\r\n" + word + "PING\r\n");

        assertThat(replies).isEqualTo("+OK\r\n" + word + "+PONG\r\n");
    }

    @Test
    void a_word_that_is_not_utf_8_is_refused_and_the_next_reply_is_in_step() {
        assertThat(Talk.open().say("SET a \"\\xff\"\r\nSET \"\\xc0\\x80\" a\r\nDBSIZE\r\n"))
                .isEqualTo("-ERR keys and values are text, and this is not UTF-8\r\n".repeat(2) + ":0\r\n");
    }

    @Test
    void an_error_is_one_line_and_the_next_reply_is_in_step() {
        String replies = Talk.open().say("*1\r\n$9\r\nA\r\n+OK\r\nB\r\n" + "\"client\" \"x\\r\\n:1\"\r\n" + "PING\r\n");

        assertThat(RawReplies.split(replies)).hasSize(3).last().isEqualTo("+PONG\r\n");
        assertThat(replies).startsWith("-ERR unknown command 'A  +OK  B', with").contains("'x  :1'");
    }

    /// Another server [waited for more](https://github.com/dragonflydb/dragonfly/issues/8244) after these.
    @Test
    void an_empty_line_and_a_request_in_one_packet_are_one_request() {
        assertThat(Talk.open().say("\r\n*1\r\n$4\r\nPING\r\n")).isEqualTo("+PONG\r\n");
    }

    @Test
    void a_browser_is_cut_off_without_a_reply_before_it_can_do_anything() {
        Talk talk = Talk.open();

        assertThat(talk.say("POST / HTTP/1.1\r\nHost: localhost:7171\r\n\r\nSET a b\r\n"))
                .isEmpty();
        assertThat(talk.isOver()).isTrue();
        assertThat(talk.contents()).isEmpty();
    }

    @Test
    void a_get_of_a_browser_ends_at_its_host() {
        Talk talk = Talk.open();

        assertThat(talk.say("GET /?a HTTP/1.1\r\nhOsT: localhost:7171\r\n\r\nSET a b\r\n"))
                .isEqualTo("-ERR wrong number of arguments for 'get' command\r\n");
        assertThat(talk.isOver()).isTrue();
        assertThat(talk.contents()).isEmpty();
    }

    /// The limits are those of a request, and not of all that have arrived.
    @ParameterizedTest
    @ValueSource(strings = {"PING\r\n", "*1\r\n$4\r\nPING\r\n"})
    void a_long_pipeline_of_short_requests_passes(String ping) {
        assertThat(Talk.open().say(ping.repeat(300_000))).isEqualTo("+PONG\r\n".repeat(300_000));
        assertThat(Talk.guarded().say(ping.repeat(20_000)))
                .isEqualTo("-NOAUTH Authentication required.\r\n".repeat(20_000));
    }

    @Test
    void a_request_may_have_as_many_words_as_the_limit_says() {
        int keys = (1 << 20) - 1;

        assertThat(Talk.open().say("*" + (keys + 1) + "\r\n$6\r\nEXISTS\r\n" + "$1\r\na\r\n".repeat(keys)))
                .isEqualTo(":0\r\n");
    }

    @Test
    void a_long_value_that_is_wanted_very_often_is_an_error_and_takes_little_memory() {
        Talk talk = Talk.open();
        talk.say("*3\r\n$3\r\nSET\r\n$1\r\na\r\n$1000000\r\n" + "x".repeat(1_000_000) + "\r\n");

        String request = "*100001\r\n$4\r\nMGET\r\n" + "$1\r\na\r\n".repeat(100_000) + "PING\r\n";

        assertThat(talk.say(request)).isEqualTo("-ERR the reply is larger than 67108864 bytes\r\n+PONG\r\n");
        assertThat(talk.heldBytes()).isLessThan(10_000);
    }

    @Test
    void a_client_that_reads_nothing_is_not_answered_for_ever() {
        Conversation conversation = Talk.open().conversation();
        byte[] requests = ("ECHO " + "x".repeat(994) + "\n").repeat(3_000).getBytes(ISO_8859_1);

        conversation.receive(requests, requests.length);
        conversation.answer();
        conversation.answer();

        assertThat(conversation.hasRoom()).isFalse();
        assertThat(conversation.isAmid()).isTrue();
        assertThat(RawReplies.split(Talk.text(conversation.replies()))).hasSizeBetween(1_000, 1_100);
    }

    @Test
    void before_the_password_a_client_costs_little() {
        assertThat(Talk.guarded().say("*10\r\n$4\r\nAUTH\r\n" + "$16384\r\n" + "x".repeat(16_384) + "\r\n"))
                .isEmpty();
        assertThat(Talk.guarded().say("x".repeat(65_538))).isEqualTo("-ERR Protocol error: too big inline request\r\n");
        assertThat(Talk.guarded().say("*10\r\n" + ("$16384\r\n" + "x".repeat(16_384) + "\r\n").repeat(4) + "$1\r\n"))
                .isEqualTo("-ERR Protocol error: too big request\r\n");
    }

    @Test
    void the_limits_are_wider_after_the_password() {
        Talk talk = Talk.guarded();

        assertThat(talk.say("AUTH secret\r\n*11\r\n$6\r\nEXISTS\r\n" + "$1\r\na\r\n".repeat(10)))
                .isEqualTo("+OK\r\n:0\r\n");
        assertThat(talk.say("*2\r\n$4\r\nECHO\r\n$16385\r\n" + "x".repeat(16_385) + "\r\n"))
                .startsWith("$16385\r\nx");
        assertThat(talk.say("GET a\r\n")).isEqualTo(NIL);
    }

    /// A length that is announced is not believed: 16 TB here.
    @ParameterizedTest
    @ValueSource(
            strings = {"*1048576\r\n$16777216\r\n", "*1048576\r\n", "*1048576\r\n$16777216\r\nx", "*4294967295\r\n"})
    void memory_follows_what_has_arrived(String header) {
        Talk talk = Talk.open();
        talk.say("PING\r\n"); // loads the classes
        byte[] bytes = header.getBytes(ISO_8859_1);

        long before = allocatedBytes();
        talk.send(bytes);

        assertThat(allocatedBytes() - before).isLessThan(100_000);
    }

    /// They are 6 bytes each on the wire, and an object each in memory.
    @Test
    void words_of_no_bytes_are_counted_as_what_they_take() {
        int words = 1 << 20;
        Talk talk = Talk.open();

        talk.send(("*" + words + "\r\n" + "$0\r\n\r\n".repeat(words - 1)).getBytes(ISO_8859_1));

        assertThat(talk.heldBytes()).isBetween(20 * words, 48 * words);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
