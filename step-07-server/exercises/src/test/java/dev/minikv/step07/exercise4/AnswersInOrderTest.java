package dev.minikv.step07.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-7.4")
class AnswersInOrderTest {

    private final WatchedServer server = new WatchedServer();

    @Test
    void a_request_is_executed_forced_and_answered() {
        server.arrive("SET tea hot");

        assertThat(server.steps())
                .as("a reply goes out when what it says is on the disk")
                .isEqualTo(List.of("receive", "execute SET tea hot", "force", "send +OK\\r\\n", "receive", "end"));
    }

    @Test
    void a_new_loop_knows_nothing_of_another_one() {
        new WatchedServer().fail("force", 1).arrive("GET tea").steps();
        server.arrive("PING");

        assertThat(server.steps())
                .as("replies belong to one client")
                .isEqualTo(List.of("receive", "execute PING", "force", "send +PONG\\r\\n", "receive", "end"));
    }

    @Test
    void what_arrived_together_is_answered_together() {
        server.arrive("SET tea hot", "GET tea", "GET ice", "PING");

        assertThat(server.steps())
                .as("one force and one packet are enough for all replies")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET tea hot",
                        "execute GET tea",
                        "execute GET ice",
                        "execute PING",
                        "force",
                        "send +OK\\r\\n$3\\r\\nhot\\r\\n$-1\\r\\n+PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void nobody_waits_while_a_reply_waits() {
        server.arrive("SET tea hot").arrive("GET tea", "PING").arrive("GET ice");

        assertThat(server.steps())
                .as("a client may wait for its reply before it sends more, so the loop must not wait first")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET tea hot",
                        "force",
                        "send +OK\\r\\n",
                        "receive",
                        "execute GET tea",
                        "execute PING",
                        "force",
                        "send $3\\r\\nhot\\r\\n+PONG\\r\\n",
                        "receive",
                        "execute GET ice",
                        "force",
                        "send $-1\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_request_may_arrive_twice() {
        server.arrive("PING", "SET tea hot", "PING");

        assertThat(server.steps())
                .as("each request is executed, and has a reply in its place")
                .isEqualTo(List.of(
                        "receive",
                        "execute PING",
                        "execute SET tea hot",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n+OK\\r\\n+PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_refusal_has_its_place_too() {
        server.arrive("GET ice", "JUMP", "PING");

        assertThat(server.steps())
                .as("a client counts its replies: a refusal that is missing or early spoils all the others")
                .isEqualTo(List.of(
                        "receive",
                        "execute GET ice",
                        "execute JUMP",
                        "execute PING",
                        "force",
                        "send $-1\\r\\n-ERR no JUMP\\r\\n+PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_refusal_is_one_line() {
        server.arrive("JUMP\r\n+OK").arrive(" JUMP\n\nUP\r\tDOWN ");

        assertThat(server.steps())
                .as("a line break ends a reply of this kind, and what follows would be taken for the next reply")
                .isEqualTo(List.of(
                        "receive",
                        "execute JUMP\\r\\n+OK",
                        "force",
                        "send -ERR no JUMP  +OK\\r\\n",
                        "receive",
                        "execute  JUMP\\n\\nUP\\r\tDOWN ",
                        "force",
                        "send -ERR no  JUMP  UP \tDOWN \\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_value_comes_back_as_it_is() {
        server.arrive("SET a two\r\nlines ", "GET a").arrive("SET b ", "GET b").arrive("SET c Käse ☕", "GET c");

        assertThat(server.steps())
                .as("a value has its length in bytes before it, so it may contain anything, or nothing")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a two\\r\\nlines ",
                        "execute GET a",
                        "force",
                        "send +OK\\r\\n$11\\r\\ntwo\\r\\nlines \\r\\n",
                        "receive",
                        "execute SET b ",
                        "execute GET b",
                        "force",
                        "send +OK\\r\\n$0\\r\\n\\r\\n",
                        "receive",
                        "execute SET c Käse ☕",
                        "execute GET c",
                        "force",
                        "send +OK\\r\\n$9\\r\\nKäse ☕\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void what_waits_is_sent_at_the_limit() {
        server.arrive("SET a 1", "SET b 2", "SET c 3", "SET d 4", "SET e 5", "SET f 6", "SET g 7");

        assertThat(server.steps())
                .as("when 30 bytes wait, they are forced and sent before more is executed")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 1",
                        "execute SET b 2",
                        "execute SET c 3",
                        "execute SET d 4",
                        "execute SET e 5",
                        "execute SET f 6",
                        "force",
                        "send +OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n",
                        "execute SET g 7",
                        "force",
                        "send +OK\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void nothing_is_sent_before_the_limit() {
        server.arrive("PING", "PING", "SET a 1", "SET b 2", "SET c 3", "PING", "GET c");

        assertThat(server.steps())
                .as("29 bytes are not yet 30, so another request is executed; after that the count starts again")
                .isEqualTo(List.of(
                        "receive",
                        "execute PING",
                        "execute PING",
                        "execute SET a 1",
                        "execute SET b 2",
                        "execute SET c 3",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n+PONG\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+PONG\\r\\n",
                        "execute GET c",
                        "force",
                        "send $1\\r\\n3\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void the_limit_is_the_one_that_was_given() {
        server.limit(12).arrive("SET a 1", "PING", "SET b 2", "GET b");

        assertThat(server.steps())
                .as("a loop that was created with 12 sends from 12 bytes on")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 1",
                        "execute PING",
                        "force",
                        "send +OK\\r\\n+PONG\\r\\n",
                        "execute SET b 2",
                        "execute GET b",
                        "force",
                        "send +OK\\r\\n$1\\r\\n2\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_high_limit_needs_one_packet() {
        server.limit(1_000).arrive("SET a 12345678901234567890123456789012345", "GET a", "GET a", "PING");

        assertThat(server.steps())
                .as("a loop that was created with 1,000 goes on at 30 bytes")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 12345678901234567890123456789012345",
                        "execute GET a",
                        "execute GET a",
                        "execute PING",
                        "force",
                        "send +OK\\r\\n$35\\r\\n12345678901234567890123456789012345\\r\\n"
                                + "$35\\r\\n12345678901234567890123456789012345\\r\\n+PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_reply_may_be_longer_than_the_limit() {
        server.arrive("SET a 12345678901234567890123456789012345", "GET a", "PING");

        assertThat(server.steps())
                .as("a reply is not split: it goes out with those that wait")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 12345678901234567890123456789012345",
                        "execute GET a",
                        "force",
                        "send +OK\\r\\n$35\\r\\n12345678901234567890123456789012345\\r\\n",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void the_limit_counts_bytes() {
        server.arrive("SET a ☕☕☕☕☕☕", "GET a", "PING");

        assertThat(server.steps())
                .as("one character may be several bytes")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a ☕☕☕☕☕☕",
                        "execute GET a",
                        "force",
                        "send +OK\\r\\n$18\\r\\n☕☕☕☕☕☕\\r\\n",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void nothing_is_sent_when_the_limit_is_reached_last() {
        server.arrive("SET a 1", "SET b 2", "SET c 3", "SET d 4", "SET e 5", "SET f 6")
                .arrive("PING");

        assertThat(server.steps())
                .as("after the last reply was sent, nothing waits: there is nothing to force and nothing to send")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 1",
                        "execute SET b 2",
                        "execute SET c 3",
                        "execute SET d 4",
                        "execute SET e 5",
                        "execute SET f 6",
                        "force",
                        "send +OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n",
                        "receive",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void half_a_request_is_not_answered() {
        server.arrive().arrive("PING").arrive().arrive("GET ice");

        assertThat(server.steps())
                .as("if no request is complete, there is nothing to force and nothing to send, and the loop goes on")
                .isEqualTo(List.of(
                        "receive",
                        "receive",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "receive",
                        "execute GET ice",
                        "force",
                        "send $-1\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_client_may_say_nothing() {
        assertThat(server.steps()).as("a client may connect and go").isEqualTo(List.of("receive", "end"));
    }

    @Test
    void after_a_failed_force_nothing_is_sent() {
        server.fail("force", 2).arrive("PING").arrive("SET tea hot", "GET tea").arrive("PING");

        assertThat(server.steps())
                .as("what is not on the disk is not acknowledged, and a failed force is not tried again")
                .isEqualTo(List.of(
                        "receive",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "execute SET tea hot",
                        "execute GET tea",
                        "force",
                        "throw what force has thrown"));
    }

    @Test
    void a_failed_force_at_the_limit_is_the_end_too() {
        server.fail("force", 1).arrive("SET a 1", "SET b 2", "SET c 3", "SET d 4", "SET e 5", "SET f 6", "SET g 7");

        assertThat(server.steps())
                .as("the requests that are left are not executed")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 1",
                        "execute SET b 2",
                        "execute SET c 3",
                        "execute SET d 4",
                        "execute SET e 5",
                        "execute SET f 6",
                        "force",
                        "throw what force has thrown"));
    }

    @Test
    void a_client_that_is_gone_is_not_served() {
        server.fail("send", 1)
                .arrive("SET a 1", "SET b 2", "SET c 3", "SET d 4", "SET e 5", "SET f 6", "SET g 7")
                .arrive("PING");

        assertThat(server.steps())
                .as("nobody wants the replies, and nobody learns what happens to the requests that are left")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a 1",
                        "execute SET b 2",
                        "execute SET c 3",
                        "execute SET d 4",
                        "execute SET e 5",
                        "execute SET f 6",
                        "force",
                        "send +OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n+OK\\r\\n",
                        "throw what send has thrown"));
    }

    @Test
    void a_reply_that_cannot_be_sent_is_not_sent_again() {
        server.fail("send", 2).arrive("PING").arrive("GET ice").arrive("PING");

        assertThat(server.steps())
                .as("nobody knows how much of it has been sent")
                .isEqualTo(List.of(
                        "receive",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "execute GET ice",
                        "force",
                        "send $-1\\r\\n",
                        "throw what send has thrown"));
    }

    @Test
    void a_client_that_is_gone_is_not_received_from() {
        server.fail("receive", 2).arrive("PING").arrive("PING");

        assertThat(server.steps())
                .as("what receive throws is the end")
                .isEqualTo(List.of(
                        "receive",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "throw what receive has thrown"));
    }

    @Test
    void two_loops_may_run_at_a_time() {
        server.meanwhile(new WatchedServer().arrive("GET ice")).arrive("PING");

        assertThat(server.steps())
                .as("what waits for one client is neither sent to another one nor lost")
                .isEqualTo(List.of("receive", "execute PING", "force", "send +PONG\\r\\n", "receive", "end"));
    }

    @Test
    void what_a_request_says_does_not_matter() {
        server.arrive("", "QUIT", "PING").arrive("PING");

        assertThat(server.steps())
                .as("each request is executed and has a reply: what it means is the business of the store")
                .isEqualTo(List.of(
                        "receive",
                        "execute ",
                        "execute QUIT",
                        "execute PING",
                        "force",
                        "send -ERR no \\r\\n-ERR no QUIT\\r\\n+PONG\\r\\n",
                        "receive",
                        "execute PING",
                        "force",
                        "send +PONG\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_message_may_have_any_characters() {
        server.arrive("Käse, 100%, ☕");

        assertThat(server.steps())
                .as("a message is UTF-8, and nothing but CR and LF is replaced in it")
                .isEqualTo(List.of(
                        "receive",
                        "execute Käse, 100%, ☕",
                        "force",
                        "send -ERR no Käse, 100%, ☕\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void a_reply_may_be_much_longer_than_the_limit() {
        server.limit(1).arrive("SET a " + WatchedServer.LONG, "GET a");

        assertThat(server.steps())
                .as("a reply is not split, however long it is")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET a (long)",
                        "force",
                        "send +OK\\r\\n",
                        "execute GET a",
                        "force",
                        "send $4000\\r\\n(long)\\r\\n",
                        "receive",
                        "end"));
    }

    @Test
    void it_works_for_any_requests() {
        server.arrive("SET Quay Rome", "HOP", "GET Quay").arrive("GET Rome", "PING");

        assertThat(server.steps())
                .as("the replies depend on what the store says")
                .isEqualTo(List.of(
                        "receive",
                        "execute SET Quay Rome",
                        "execute HOP",
                        "execute GET Quay",
                        "force",
                        "send +OK\\r\\n-ERR no HOP\\r\\n$4\\r\\nRome\\r\\n",
                        "receive",
                        "execute GET Rome",
                        "execute PING",
                        "force",
                        "send $-1\\r\\n+PONG\\r\\n",
                        "receive",
                        "end"));
    }
}
