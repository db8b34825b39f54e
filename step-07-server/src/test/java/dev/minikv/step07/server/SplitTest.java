package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The same bytes give the same replies, wherever they are split: a stream has no messages.
class SplitTest {

    /// Up to here, all pairs of places are tried: longer ones would repeat what shorter ones show.
    private static final int MAX_BYTES_FOR_PAIRS = 70;

    private static final String HELLO_3 = """
            %7
            $6
            server
            $13
            mini-kv-store
            $7
            version
            $5
            7.0.0
            $5
            proto
            :3
            $2
            id
            :1
            $4
            mode
            $10
            standalone
            $4
            role
            $6
            master
            $7
            modules
            *0
            """.replace("\n", "\r\n");

    /// What a client sends, and what it is sent.
    private record Exchange(Supplier<Talk> talk, String bytes, String replies) {}

    private static Exchange open(String bytes, String replies) {
        return new Exchange(Talk::open, bytes, replies);
    }

    private static Exchange guarded(String bytes, String replies) {
        return new Exchange(Talk::guarded, bytes, replies);
    }

    private static final String CRAB = new String("🦀".getBytes(UTF_8), ISO_8859_1);

    private static final List<Exchange> EXCHANGES = List.of(
            // a request of several words, each with its length
            open("*1\r\n$4\r\nPING\r\n", "+PONG\r\n"),
            open("*2\r\n$4\r\nEcHo\r\n$0\r\n\r\n", "$0\r\n\r\n"),
            open("*3\r\n$3\r\nSET\r\n$1\r\na\r\n$4\r\n\r\n\r\n\r\nGET a\r\n", "+OK\r\n$4\r\n\r\n\r\n\r\n"),
            open("*2\r\n$4\r\nECHO\r\n$8\r\n" + CRAB + CRAB + "\r\n", "$8\r\n" + CRAB + CRAB + "\r\n"),
            open("*2\r\n$4\r\nECHO\r\n$6\r\n\0*1\r\n$\r\n", "$6\r\n\0*1\r\n$\r\n"),
            open("*2\r\n$4\r\nECHO\r\n$10\r\n0123456789\r\n", "$10\r\n0123456789\r\n"),
            // typed by hand
            open("PING\r\n", "+PONG\r\n"),
            open("PING\nping\r\n", "+PONG\r\n+PONG\r\n"),
            open("set n \"a\\x41 b\"\r\nget n\r\n", "+OK\r\n$4\r\naA b\r\n"),
            open("echo 'it\\'s'\t\r\necho \"\"\r\n", "$4\r\nit's\r\n$0\r\n\r\n"),
            open("echo a\rb\r\n", "-ERR wrong number of arguments for 'echo' command\r\n"),
            // nothing to answer
            open("", ""),
            open("\r\n\n \r\n\r\n", ""),
            open("*0\r\n*-1\r\n*-7\r\n\r\nPING\r\n", "+PONG\r\n"),
            open("*2\r\n$3\r\nGET\r\n", ""),
            open("*1\r\n$4\r\nPING\r", ""),
            open("PING", ""),
            // several in one
            open("ECHO a\r\n*2\r\n$4\r\nECHO\r\n$1\r\nb\r\nECHO c\n", "$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n"),
            open(
                    "MSET a 1 b 2\r\nMGET a x b\r\nDEL a x\r\nDBSIZE\r\n",
                    "+OK\r\n*3\r\n$1\r\n1\r\n$-1\r\n$1\r\n2\r\n:1\r\n:1\r\n"),
            open(
                    "GET\r\nCLIENT nope\r\nPING\r\n",
                    "-ERR wrong number of arguments for 'get' command\r\n"
                            + "-ERR unknown subcommand 'nope'. Try CLIENT HELP.\r\n+PONG\r\n"),
            open("QUIT\r\nPING\r\n", "+OK\r\n"),
            open("POST / HTTP/1.1\r\nPING\r\n", ""),
            // malformed: one error, and no more
            open("*1\r\n+4\r\nPING\r\n", "-ERR Protocol error: expected '$', got '+'\r\n"),
            open("PING\r\n*x\r\nPING\r\n", "+PONG\r\n-ERR Protocol error: invalid multibulk length\r\n"),
            open("*\r\nPING\r\n", "-ERR Protocol error: invalid multibulk length\r\n"),
            open("*1048577\r\nPING\r\n", "-ERR Protocol error: invalid multibulk length\r\n"),
            open("*4294967295\r\nPING\r\n", "-ERR Protocol error: invalid multibulk length\r\n"),
            open("*1\n$4\r\nPING\r\n", "-ERR Protocol error: invalid multibulk length\r\n"),
            open("*1\r$4\r\nPING\r\n", "-ERR Protocol error: invalid multibulk length\r\n"),
            open("*1\r\n$-1\r\nPING\r\n", "-ERR Protocol error: invalid bulk length\r\n"),
            open("*1\r\n$4\r\r\nPING\r\n", "-ERR Protocol error: invalid bulk length\r\n"),
            open("*1\r\n$99999999999\r\nPING\r\n", "-ERR Protocol error: invalid bulk length\r\n"),
            open("*1\r\n$4\r\nPINGPONG\r\n", "-ERR Protocol error: expected a line break after 4 bytes\r\n"),
            open("*1\r\n$4\r\nPING\n\rPING\r\n", "-ERR Protocol error: expected a line break after 4 bytes\r\n"),
            open("PING\r\nset a \"b\r\nPING\r\n", "+PONG\r\n-ERR Protocol error: unbalanced quotes in request\r\n"),
            // RESP3
            open("HELLO 3\r\nGET a\r\nCONFIG GET save\r\n", HELLO_3 + "_\r\n%1\r\n$4\r\nsave\r\n$0\r\n\r\n"),
            open("HELLO 4\r\nGET a\r\n", "-NOPROTO unsupported protocol version\r\n$-1\r\n"),
            // before and after the password
            guarded("PING\r\nAUTH secret\r\nPING\r\n", "-NOAUTH Authentication required.\r\n+OK\r\n+PONG\r\n"),
            guarded("*2\r\n$4\r\nAUTH\r\n$6\r\nsecret\r\n*11\r\n$6\r\nEXISTS\r\n", "+OK\r\n"),
            guarded("*11\r\n$6\r\nEXISTS\r\n", "-ERR Protocol error: unauthenticated multibulk length\r\n"),
            guarded("*2\r\n$4\r\nAUTH\r\n$16385\r\nx", "-ERR Protocol error: unauthenticated bulk length\r\n"));

    @Test
    void wherever_bytes_are_split_the_replies_are_the_same() {
        int tried = 0;
        for (Exchange each : EXCHANGES) {
            int length = each.bytes.length();
            check(each);
            check(each, IntStream.range(1, length).toArray());
            for (int first = 1; first < length; first++) {
                check(each, first);
                tried++;
                for (int second = first + 1; second < length && length <= MAX_BYTES_FOR_PAIRS; second++) {
                    check(each, first, second);
                    tried++;
                }
            }
        }

        assertThat(tried).isEqualTo(9_325);
    }

    private static void check(Exchange exchange, int... places) {
        byte[] bytes = exchange.bytes.getBytes(ISO_8859_1);
        assertThat(Talk.inPieces(exchange.talk.get(), bytes, places))
                .as("%s, split at %s", exchange.bytes, places)
                .isEqualTo(exchange.replies);
    }
}
