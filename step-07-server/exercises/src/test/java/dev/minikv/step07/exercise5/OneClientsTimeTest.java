package dev.minikv.step07.exercise5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-7.5")
class OneClientsTimeTest {

    private final Scene scene = new Scene();

    @Test
    void a_new_loop_has_no_clients_of_another_one() {
        new Scene().client("a", "tea");

        assertThat(List.of(scene.rounds(5_000), scene.clients()))
                .as("clients belong to the loop that they were added to")
                .isEqualTo(List.of(List.of("round at 5000"), 0));
    }

    @Test
    void each_client_has_a_turn() {
        scene.client("a", "tea", "milk");
        scene.client("b", "ice");

        assertThat(scene.rounds(5_000))
                .as("the replies of a turn are sent together, and then it is the next client's turn")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute tea",
                        "execute milk",
                        "a takes all of TEA;MILK;",
                        "execute ice",
                        "b takes all of ICE;"));
    }

    @Test
    void a_turn_has_three_requests() {
        scene.client("a", "1", "2", "3", "4", "5");
        scene.client("b", "ice");

        assertThat(scene.rounds(5_000, 5_010))
                .as("a client with many requests gets no more of a round than others")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute 1",
                        "execute 2",
                        "execute 3",
                        "a takes all of 1;2;3;",
                        "execute ice",
                        "b takes all of ICE;",
                        "round at 5010",
                        "execute 4",
                        "execute 5",
                        "a takes all of 4;5;"));
    }

    @Test
    void equal_requests_are_executed_each() {
        scene.client("a", "tea", "tea");
        scene.client("b", "tea");

        assertThat(scene.rounds(5_000))
                .as("a request that was executed before is a new one, with a reply of its own")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute tea",
                        "execute tea",
                        "a takes all of TEA;TEA;",
                        "execute tea",
                        "b takes all of TEA;"));
    }

    @Test
    void an_empty_request_is_one_too() {
        scene.client("a", "", " ", "tea");

        assertThat(scene.rounds(5_000))
                .as("whether a request makes sense is for the store to say")
                .isEqualTo(List.of("round at 5000", "execute ", "execute  ", "execute tea", "a takes all of ; ;TEA;"));
    }

    @Test
    void requests_that_are_left_stay_with_the_client() {
        ScriptedClient client = scene.client("a", "1", "2", "3", "4", "5");

        assertThat(List.of(scene.rounds(5_000), client.left()))
                .as("what is not executed in this turn is not taken from the client either")
                .isEqualTo(List.of(
                        List.of("round at 5000", "execute 1", "execute 2", "execute 3", "a takes all of 1;2;3;"),
                        List.of("4", "5")));
    }

    @Test
    void the_number_of_requests_is_the_one_that_was_given() {
        var one = new Scene(1, 1_000);
        one.client("a", "1", "2");
        one.client("b", "ice");
        var five = new Scene(5, 1_000);
        five.client("c", "1", "2", "3", "4", "5", "6");

        assertThat(List.of(one.rounds(5_000, 5_010), five.rounds(5_000, 5_010)))
                .as("a loop that was created with 1 executes one request in a turn, and one with 5 up to five")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "execute 1",
                                "a takes all of 1;",
                                "execute ice",
                                "b takes all of ICE;",
                                "round at 5010",
                                "execute 2",
                                "a takes all of 2;"),
                        List.of(
                                "round at 5000",
                                "execute 1",
                                "execute 2",
                                "execute 3",
                                "execute 4",
                                "execute 5",
                                "c takes all of 1;2;3;4;5;",
                                "round at 5010",
                                "execute 6",
                                "c takes all of 6;")));
    }

    @Test
    void a_silent_client_costs_nothing() {
        scene.client("a");
        scene.client("b", "ice");
        scene.client("c");

        assertThat(scene.rounds(5_000, 5_010))
                .as("a client without a request has nothing to be sent, and nobody waits for it")
                .isEqualTo(List.of("round at 5000", "execute ice", "b takes all of ICE;", "round at 5010"));
    }

    @Test
    void requests_may_arrive_later() {
        ScriptedClient late = scene.client("a");
        scene.client("b", "ice");
        scene.rounds(5_000);
        late.arrive("tea");

        assertThat(scene.rounds(5_010))
                .as("who has nothing to say in a round may have something to say in the next one")
                .isEqualTo(List.of("round at 5010", "execute tea", "a takes all of TEA;"));
    }

    @Test
    void a_client_takes_what_it_can() {
        scene.client("a", "lemonade").take(4, 3);
        scene.client("b", "ice").take(0, 1, 0);

        assertThat(scene.rounds(5_000, 5_010, 5_020, 5_030, 5_040))
                .as("what a client does not take waits for the next round, and the others do not wait")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute lemonade",
                        "a takes 4 of LEMONADE;",
                        "execute ice",
                        "b takes 0 of ICE;",
                        "round at 5010",
                        "a takes 3 of NADE;",
                        "b takes 1 of ICE;",
                        "round at 5020",
                        "a takes all of E;",
                        "b takes 0 of CE;",
                        "round at 5030",
                        "b takes all of CE;",
                        "round at 5040"));
    }

    @Test
    void a_long_reply_is_sent_with_one_call() {
        ScriptedClient client = scene.client("a", "tea".repeat(50_000), "ice").take(70_000);
        scene.rounds(5_000, 5_010);

        assertThat(client.offers())
                .as("send gets all that waits, however much it is: the client knows how much it takes")
                .isEqualTo(List.of(150_005, 80_005));
    }

    @Test
    void replies_are_bytes() {
        ScriptedClient client = scene.client("a", "tea", "photo").take(5);
        scene.rounds(5_000, 5_010);

        assertThat(client.received())
                .as("what is sent is what the store has returned, even if that is not text")
                .isEqualTo("54 45 41 3b ff d8 ff e0");
    }

    @Test
    void a_client_with_replies_has_no_requests_executed() {
        ScriptedClient client = scene.client("a", "tea").take(1, 2);
        scene.rounds(5_000);
        client.arrive("milk", "ice");

        assertThat(List.of(scene.rounds(5_010), client.left(), scene.rounds(5_020), client.left()))
                .as("who does not take its replies gets no more of them, or they would fill the memory")
                .isEqualTo(List.of(
                        List.of("round at 5010", "a takes 2 of EA;"),
                        List.of("milk", "ice"),
                        List.of("round at 5020", "a takes all of ;"),
                        List.of("milk", "ice")));
    }

    @Test
    void a_client_that_has_taken_all_goes_on() {
        scene.client("a", "tea", "milk", "ice", "lemonade", "water").take(1);

        assertThat(scene.rounds(5_000, 5_010, 5_020, 5_030))
                .as("in the round after it has taken the last byte, its next requests are executed")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute tea",
                        "execute milk",
                        "execute ice",
                        "a takes 1 of TEA;MILK;ICE;",
                        "round at 5010",
                        "a takes all of EA;MILK;ICE;",
                        "round at 5020",
                        "execute lemonade",
                        "execute water",
                        "a takes all of LEMONADE;WATER;",
                        "round at 5030"));
    }

    @Test
    void a_client_that_takes_nothing_is_closed() {
        scene.client("a", "tea").takeNothing();
        scene.client("b", "ice", "milk", "cola", "water");

        assertThat(scene.rounds(5_000, 6_000, 6_001, 6_002))
                .as("more than 1,000 ms without a byte are too long, and 1,000 ms are not")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute tea",
                        "a takes 0 of TEA;",
                        "execute ice",
                        "execute milk",
                        "execute cola",
                        "b takes all of ICE;MILK;COLA;",
                        "round at 6000",
                        "a takes 0 of TEA;",
                        "execute water",
                        "b takes all of WATER;",
                        "round at 6001",
                        "a takes 0 of TEA;",
                        "a is closed",
                        "round at 6002"));
    }

    @Test
    void each_byte_gives_a_client_more_time() {
        scene.client("a", "lemonade").take(0, 1, 0, 1, 0, 0, 0);

        assertThat(scene.rounds(5_000, 6_000, 7_000, 7_000, 8_000, 8_001, 8_002))
                .as("the time is counted from the last byte, and not from the reply")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute lemonade",
                        "a takes 0 of LEMONADE;",
                        "round at 6000",
                        "a takes 1 of LEMONADE;",
                        "round at 7000",
                        "a takes 0 of EMONADE;",
                        "round at 7000",
                        "a takes 1 of EMONADE;",
                        "round at 8000",
                        "a takes 0 of MONADE;",
                        "round at 8001",
                        "a takes 0 of MONADE;",
                        "a is closed",
                        "round at 8002"));
    }

    @Test
    void one_turn_may_be_too_late() {
        scene.client("a", "tea").take(1, 0);

        assertThat(scene.rounds(5_000, 6_001, 6_002))
                .as("it has taken nothing since 5000, even if this is the first turn in which it takes nothing")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute tea",
                        "a takes 1 of TEA;",
                        "round at 6001",
                        "a takes 0 of EA;",
                        "a is closed",
                        "round at 6002"));
    }

    @Test
    void a_byte_in_time_is_enough() {
        scene.client("a", "lemonade").take(2, 0, 3);
        scene.client("b", "ice").take(0, 3, 1);

        assertThat(scene.rounds(5_000, 6_000, 9_000, 9_500))
                .as("a client that takes something in this turn is not closed in it, however late it is")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute lemonade",
                        "a takes 2 of LEMONADE;",
                        "execute ice",
                        "b takes 0 of ICE;",
                        "round at 6000",
                        "a takes 0 of MONADE;",
                        "b takes 3 of ICE;",
                        "round at 9000",
                        "a takes 3 of MONADE;",
                        "b takes all of ;",
                        "round at 9500",
                        "a takes all of ADE;"));
    }

    @Test
    void a_silent_client_is_not_closed() {
        scene.client("a");
        scene.client("b", "ice");

        assertThat(List.of(scene.rounds(5_000, 99_000), scene.clients()))
                .as("a client that has nothing to take is not late")
                .isEqualTo(
                        List.of(List.of("round at 5000", "execute ice", "b takes all of ICE;", "round at 99000"), 2));
    }

    @Test
    void the_time_starts_with_the_reply() {
        ScriptedClient client = scene.client("a", "tea").take(4);
        scene.rounds(5_000);
        client.takeNothing().arrive("ice");

        assertThat(scene.rounds(9_000, 10_000, 10_001))
                .as("how long a client has said nothing does not matter: its time starts when a reply is made")
                .isEqualTo(List.of(
                        "round at 9000",
                        "execute ice",
                        "a takes 0 of ICE;",
                        "round at 10000",
                        "a takes 0 of ICE;",
                        "round at 10001",
                        "a takes 0 of ICE;",
                        "a is closed"));
    }

    @Test
    void each_client_has_its_own_time() {
        scene.client("a", "tea").takeNothing();
        scene.client("b", "lemonade").take(1, 1, 1, 1, 0);

        assertThat(scene.rounds(5_000, 5_500, 6_001, 6_002))
                .as("what one client takes gives no time to another one")
                .isEqualTo(List.of(
                        "round at 5000",
                        "execute tea",
                        "a takes 0 of TEA;",
                        "execute lemonade",
                        "b takes 1 of LEMONADE;",
                        "round at 5500",
                        "a takes 0 of TEA;",
                        "b takes 1 of EMONADE;",
                        "round at 6001",
                        "a takes 0 of TEA;",
                        "a is closed",
                        "b takes 1 of MONADE;",
                        "round at 6002",
                        "b takes 1 of ONADE;"));
    }

    @Test
    void the_time_may_start_anywhere() {
        scene.client("a", "tea").takeNothing();
        var other = new Scene(3, 60_000);
        other.client("b", "ice").takeNothing();

        assertThat(List.of(
                        scene.rounds(-500, 0, 500, 501),
                        other.rounds(1_700_000_000_000L, 1_700_000_060_000L, 1_700_000_060_001L)))
                .as("only differences of times matter, and the patience is the one that was given")
                .isEqualTo(List.of(
                        List.of(
                                "round at -500",
                                "execute tea",
                                "a takes 0 of TEA;",
                                "round at 0",
                                "a takes 0 of TEA;",
                                "round at 500",
                                "a takes 0 of TEA;",
                                "round at 501",
                                "a takes 0 of TEA;",
                                "a is closed"),
                        List.of(
                                "round at 1700000000000",
                                "execute ice",
                                "b takes 0 of ICE;",
                                "round at 1700000060000",
                                "b takes 0 of ICE;",
                                "round at 1700000060001",
                                "b takes 0 of ICE;",
                                "b is closed")));
    }

    @Test
    void zero_is_a_time() {
        scene.client("a", "tea").takeNothing();

        assertThat(scene.rounds(0, 1_000, 1_001))
                .as("a reply that was made at 0 has waited for 1,001 ms at 1001")
                .isEqualTo(List.of(
                        "round at 0",
                        "execute tea",
                        "a takes 0 of TEA;",
                        "round at 1000",
                        "a takes 0 of TEA;",
                        "round at 1001",
                        "a takes 0 of TEA;",
                        "a is closed"));
    }

    @Test
    void a_client_that_is_gone_is_closed() {
        scene.client("a", "tea").leave();
        scene.client("b", "ice");

        assertThat(List.of(scene.rounds(5_000, 5_010), scene.clients()))
                .as("the others are served as before, although one client is gone")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "a is gone",
                                "a is closed",
                                "execute ice",
                                "b takes all of ICE;",
                                "round at 5010"),
                        1));
    }

    @Test
    void a_client_that_cannot_be_sent_to_is_closed() {
        scene.client("a", "tea", "milk", "cola", "water").leaveAtSend(1);
        scene.client("b", "ice");

        assertThat(List.of(scene.rounds(5_000, 5_010), scene.clients()))
                .as("the others are served as before, although one client is gone")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "execute tea",
                                "execute milk",
                                "execute cola",
                                "a is gone",
                                "a is closed",
                                "execute ice",
                                "b takes all of ICE;",
                                "round at 5010"),
                        1));
    }

    @Test
    void a_client_may_leave_while_replies_wait() {
        scene.client("a", "tea", "milk", "cola", "water").take(2).leaveAtSend(2);
        scene.client("b", "ice");

        assertThat(List.of(scene.rounds(5_000, 5_010, 5_020), scene.clients()))
                .as("its replies go with it, and so do its requests")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "execute tea",
                                "execute milk",
                                "execute cola",
                                "a takes 2 of TEA;MILK;COLA;",
                                "execute ice",
                                "b takes all of ICE;",
                                "round at 5010",
                                "a is gone",
                                "a is closed",
                                "round at 5020"),
                        1));
    }

    @Test
    void a_bug_ends_one_connection() {
        scene.client("a", "tea", "bug 1", "milk");
        scene.client("b", "ice");

        assertThat(List.of(scene.rounds(5_000, 5_010), scene.clients()))
                .as("nobody knows what this client should be answered now, and the bug is reported")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "execute tea",
                                "execute bug 1",
                                "a is closed",
                                "report bug 1",
                                "execute ice",
                                "b takes all of ICE;",
                                "round at 5010"),
                        1));
    }

    @Test
    void each_bug_is_reported() {
        scene.client("a", "bug 1");
        scene.client("b", "bug 2");

        assertThat(List.of(scene.rounds(5_000, 5_010), scene.clients()))
                .as("a second bug is another one")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "execute bug 1",
                                "a is closed",
                                "report bug 1",
                                "execute bug 2",
                                "b is closed",
                                "report bug 2",
                                "round at 5010"),
                        0));
    }

    @Test
    void a_bug_may_be_any_exception() {
        scene.client("a", "tea", "lost 1");
        scene.client("b", "ice");

        assertThat(List.of(scene.rounds(5_000, 5_010), scene.clients()))
                .as("an UncheckedIOException of the store is a bug of the store too, and no client is gone")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "execute tea",
                                "execute lost 1",
                                "a is closed",
                                "report lost 1",
                                "execute ice",
                                "b takes all of ICE;",
                                "round at 5010"),
                        1));
    }

    @Test
    void a_connection_may_fail_to_close() {
        scene.client("a").leave().failToClose();
        scene.client("b", "bug 1").failToClose();
        scene.client("c", "tea").takeNothing().failToClose();
        scene.client("d", "milk").leaveAtSend(1).failToClose();
        scene.client("e", "ice");

        assertThat(List.of(scene.rounds(5_000, 6_001, 6_002), scene.clients()))
                .as("it is gone in any case, and there is nothing to be done about it")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5000",
                                "a is gone",
                                "a is closed",
                                "execute bug 1",
                                "b is closed",
                                "report bug 1",
                                "execute tea",
                                "c takes 0 of TEA;",
                                "execute milk",
                                "d is gone",
                                "d is closed",
                                "execute ice",
                                "e takes all of ICE;",
                                "round at 6001",
                                "c takes 0 of TEA;",
                                "c is closed",
                                "round at 6002"),
                        1));
    }

    @Test
    void many_may_leave_in_a_round() {
        scene.client("a").leave();
        scene.client("b").leave();
        scene.client("c", "tea");
        scene.client("d").leave();

        assertThat(List.of(scene.clients(), scene.rounds(5_000, 5_010), scene.clients()))
                .as("nobody loses a turn because somebody else is closed")
                .isEqualTo(List.of(
                        4,
                        List.of(
                                "round at 5000",
                                "a is gone",
                                "a is closed",
                                "b is gone",
                                "b is closed",
                                "execute tea",
                                "c takes all of TEA;",
                                "d is gone",
                                "d is closed",
                                "round at 5010"),
                        1));
    }

    @Test
    void a_client_may_come_later() {
        scene.client("b", "tea", "milk", "cola", "water").take(1);
        scene.rounds(5_000);
        scene.client("a", "ice");

        assertThat(List.of(scene.rounds(5_010, 5_020), scene.clients()))
                .as("a new client has its turn after those that were there before")
                .isEqualTo(List.of(
                        List.of(
                                "round at 5010",
                                "b takes all of EA;MILK;COLA;",
                                "execute ice",
                                "a takes all of ICE;",
                                "round at 5020",
                                "execute water",
                                "b takes all of WATER;"),
                        2));
    }

    @Test
    void it_works_for_any_clients() {
        var other = new Scene(2, 200);
        other.client("Quay", "Rome", "Oslo", "Kiel").take(6);
        other.client("Yard", "Bern").leaveAtSend(1);
        other.client("Isle", "Graz").take(0, 2, 0, 0);

        assertThat(List.of(other.rounds(70, 80, 90, 281), other.clients()))
                .as("what is sent is what the store has answered, to the client that has asked")
                .isEqualTo(List.of(
                        List.of(
                                "round at 70",
                                "execute Rome",
                                "execute Oslo",
                                "Quay takes 6 of ROME;OSLO;",
                                "execute Bern",
                                "Yard is gone",
                                "Yard is closed",
                                "execute Graz",
                                "Isle takes 0 of GRAZ;",
                                "round at 80",
                                "Quay takes all of SLO;",
                                "Isle takes 2 of GRAZ;",
                                "round at 90",
                                "execute Kiel",
                                "Quay takes all of KIEL;",
                                "Isle takes 0 of AZ;",
                                "round at 281",
                                "Isle takes 0 of AZ;",
                                "Isle is closed"),
                        1));
    }
}
