package dev.minikv.step07.exercise6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-7.6")
class SayGoodbyeTest {

    private final Scene scene = new Scene();

    @Test
    void a_server_without_clients_ends() {
        assertThat(scene.end(300))
                .as("nobody is let in, and what was answered before is on the disk when the log is closed")
                .isEqualTo(List.of("listener is closed", "force", "log is closed", "return 0"));
    }

    @Test
    void what_has_arrived_is_answered_forced_and_sent() {
        scene.client("a").arrive(1);
        scene.client("b").arrive(1);

        assertThat(scene.end(300))
                .as("all requests first, then one force for all of them, and only then the replies")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "force",
                        "send to a, 0 left",
                        "a is closed",
                        "send to b, 0 left",
                        "b is closed",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void nobody_waits_for_an_idle_client() {
        scene.client("a");
        scene.client("b").arrive(2);
        scene.client("c");

        assertThat(scene.end(300))
                .as("a client for which nothing waits is closed in the first round, and nothing is sent to it")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "force",
                        "a is closed",
                        "send to b, 1 left",
                        "c is closed",
                        "pause",
                        "send to b, 0 left",
                        "b is closed",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void a_reply_is_not_cut_off() {
        scene.client("a").owe(1).arrive(2);
        scene.client("b").owe(2);

        assertThat(scene.end(300))
                .as("a client gets what waits, round after round, and nobody waits after the last one has all")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "force",
                        "send to a, 2 left",
                        "send to b, 1 left",
                        "pause",
                        "send to a, 1 left",
                        "send to b, 0 left",
                        "b is closed",
                        "pause",
                        "send to a, 0 left",
                        "a is closed",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void nobody_waits_for_ever() {
        scene.client("a").arrive(1).takeNothing();
        scene.client("b").arrive(9);
        scene.client("c").arrive(1);

        assertThat(scene.end(300))
                .as("when 300 ms have passed, those that have not taken all are closed")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "force",
                        "send to a, 1 left",
                        "send to b, 8 left",
                        "send to c, 0 left",
                        "c is closed",
                        "pause",
                        "send to a, 1 left",
                        "send to b, 7 left",
                        "pause",
                        "send to a, 1 left",
                        "send to b, 6 left",
                        "pause",
                        "send to a, 1 left",
                        "send to b, 5 left",
                        "a is closed",
                        "b is closed",
                        "log is closed",
                        "return 2"));
    }

    @Test
    void the_last_round_counts() {
        scene.client("a").arrive(4);

        assertThat(scene.end(300))
                .as("a client that takes the last of its replies in the last round has got them all")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 3 left",
                        "pause",
                        "send to a, 2 left",
                        "pause",
                        "send to a, 1 left",
                        "pause",
                        "send to a, 0 left",
                        "a is closed",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void the_grace_is_the_one_that_was_given() {
        scene.client("a").arrive(9);

        assertThat(scene.end(101))
                .as("after 100 ms a grace of 101 ms is not over")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 8 left",
                        "pause",
                        "send to a, 7 left",
                        "pause",
                        "send to a, 6 left",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void without_a_grace_there_is_one_round() {
        scene.client("a").arrive(2);
        scene.client("b").arrive(1);

        assertThat(scene.end(0))
                .as("each client is sent to at least once, and nobody waits")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "force",
                        "send to a, 1 left",
                        "send to b, 0 left",
                        "b is closed",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void the_grace_starts_with_the_call() {
        scene.workFor(10).forceFor(100).client("a").arrive(9);

        assertThat(scene.end(341))
                .as("the user who has pressed Ctrl-C waits for everything, from the listener on")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 8 left",
                        "pause",
                        "send to a, 7 left",
                        "pause",
                        "send to a, 6 left",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void a_round_goes_on_to_its_end() {
        scene.workFor(60).client("a").arrive(2);
        scene.client("b").arrive(1);
        scene.client("c").arrive(2);

        assertThat(scene.end(300))
                .as("when the grace is over in a round, those whose turn is still to come are sent to as well")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "force",
                        "send to a, 1 left",
                        "send to b, 0 left",
                        "b is closed",
                        "send to c, 1 left",
                        "a is closed",
                        "c is closed",
                        "log is closed",
                        "return 2"));
    }

    @Test
    void a_pause_may_be_short() {
        scene.pauseFor(40).client("a").arrive(9);

        assertThat(scene.end(100))
                .as("the grace is a time, and not a number of rounds")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 8 left",
                        "pause",
                        "send to a, 7 left",
                        "pause",
                        "send to a, 6 left",
                        "pause",
                        "send to a, 5 left",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void a_slow_force_leaves_one_round() {
        scene.forceFor(2_000).client("a").arrive(2);

        assertThat(scene.end(300))
                .as("a force is waited for as long as it takes, and then each client is sent to once")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 1 left",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void the_time_may_start_anywhere() {
        scene.startAt(-150).client("a").arrive(9);

        assertThat(scene.end(150))
                .as("only differences of times matter")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 8 left",
                        "pause",
                        "send to a, 7 left",
                        "pause",
                        "send to a, 6 left",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void the_grace_may_have_no_end() {
        scene.pauseFor(2_000).client("a").arrive(4);

        assertThat(scene.end(Long.MAX_VALUE))
                .as("the longest grace that there is does not overflow")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 3 left",
                        "pause",
                        "send to a, 2 left",
                        "pause",
                        "send to a, 1 left",
                        "pause",
                        "send to a, 0 left",
                        "a is closed",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void a_client_may_be_gone() {
        scene.client("a").arrive(1).leaveAtSend(1);
        scene.client("b").arrive(3).leaveAtSend(2);
        scene.client("c").arrive(2);

        assertThat(scene.end(300))
                .as("a client that is gone is closed and has not got its replies, and the others go on")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "force",
                        "a is gone",
                        "a is closed",
                        "send to b, 2 left",
                        "send to c, 1 left",
                        "pause",
                        "b is gone",
                        "b is closed",
                        "send to c, 0 left",
                        "c is closed",
                        "log is closed",
                        "return 2"));
    }

    @Test
    void a_client_may_be_gone_in_the_last_round() {
        scene.client("a").arrive(5).leaveAtSend(2);
        scene.client("b").arrive(1);

        assertThat(scene.end(100))
                .as("it has not got its replies, in whatever round it is gone")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "force",
                        "send to a, 4 left",
                        "send to b, 0 left",
                        "b is closed",
                        "pause",
                        "a is gone",
                        "a is closed",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void those_that_are_gone_and_those_that_are_late_count() {
        scene.client("a").arrive(1).leaveAtSend(1);
        scene.client("b").arrive(1).takeNothing();
        scene.client("c").arrive(1);

        assertThat(scene.end(100))
                .as("two clients have not got all of their replies")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "force",
                        "a is gone",
                        "a is closed",
                        "send to b, 1 left",
                        "send to c, 0 left",
                        "c is closed",
                        "pause",
                        "send to b, 1 left",
                        "b is closed",
                        "log is closed",
                        "return 2"));
    }

    @Test
    void a_connection_may_fail_to_close() {
        scene.client("a").failToClose();
        scene.client("b").arrive(1).failToClose();
        scene.client("c").arrive(1).takeNothing().failToClose();
        scene.client("d").arrive(1).takeNothing();

        assertThat(scene.end(0))
                .as("it is gone in any case, and whether it has got its replies is another question")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "d is answered",
                        "force",
                        "a is closed",
                        "send to b, 0 left",
                        "b is closed",
                        "send to c, 1 left",
                        "send to d, 1 left",
                        "c is closed",
                        "d is closed",
                        "log is closed",
                        "return 2"));
    }

    @Test
    void the_listener_may_fail_to_close() {
        scene.failToCloseListener().client("a").arrive(1);

        assertThat(scene.end(300))
                .as("nobody is let in any more, and there is more to do")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 0 left",
                        "a is closed",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void after_a_failed_force_nothing_is_sent() {
        scene.failToCloseListener().failToForce().client("a").arrive(1);
        scene.client("b");
        scene.client("c").owe(1).failToClose();
        scene.client("d");

        assertThat(scene.end(300))
                .as("nobody knows whether the replies are true, so all clients are closed, and so is the log")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "c is answered",
                        "d is answered",
                        "force",
                        "a is closed",
                        "b is closed",
                        "c is closed",
                        "d is closed",
                        "log is closed",
                        "throw cannot force"));
    }

    @Test
    void a_log_may_fail_to_close() {
        scene.failToCloseLog().client("a").arrive(1);
        scene.client("b").arrive(1).takeNothing();

        assertThat(scene.end(0))
                .as("this is not about a client, so the caller has to know, even if clients were cut off")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "force",
                        "send to a, 0 left",
                        "a is closed",
                        "send to b, 1 left",
                        "b is closed",
                        "log is closed",
                        "throw cannot close"));
    }

    @Test
    void the_first_failure_is_thrown() {
        scene.failToForce().failToCloseLog().client("a").arrive(1);

        assertThat(scene.end(300))
                .as("the failed force is what has happened, and that the log cannot be closed follows from it")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "a is closed",
                        "log is closed",
                        "throw cannot force"));
    }

    @Test
    void a_compaction_is_waited_for() {
        scene.compactFor(450).client("a").arrive(1);

        assertThat(scene.end(300))
                .as("it ends by itself, and is not interrupted, however long it takes")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 0 left",
                        "a is closed",
                        "pause",
                        "pause",
                        "pause",
                        "pause",
                        "pause",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void a_compaction_may_take_an_hour() {
        scene.pauseFor(1_200_000).compactFor(3_600_000);

        assertThat(scene.end(300))
                .as("nothing ends it but itself")
                .isEqualTo(
                        List.of("listener is closed", "force", "pause", "pause", "pause", "log is closed", "return 0"));
    }

    @Test
    void a_compaction_may_begin_late() {
        scene.compactAtForce(250).client("a").arrive(1);

        assertThat(scene.end(300))
                .as("the last changes may be the ones that start a compaction")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "send to a, 0 left",
                        "a is closed",
                        "pause",
                        "pause",
                        "pause",
                        "log is closed",
                        "return 0"));
    }

    @Test
    void clients_do_not_wait_for_a_compaction() {
        scene.compactFor(250).client("a").arrive(2).takeNothing();
        scene.client("b").arrive(2);

        assertThat(scene.end(100))
                .as("clients have their grace while the log is compacted, and what is left of that is waited for then")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "b is answered",
                        "force",
                        "send to a, 2 left",
                        "send to b, 1 left",
                        "pause",
                        "send to a, 2 left",
                        "send to b, 0 left",
                        "b is closed",
                        "a is closed",
                        "pause",
                        "pause",
                        "log is closed",
                        "return 1"));
    }

    @Test
    void after_a_failed_force_a_compaction_is_waited_for_too() {
        scene.failToForce().compactFor(150).client("a").arrive(1);

        assertThat(scene.end(300))
                .as("a thread that is inside a file must not lose it under its hands, whatever has failed")
                .isEqualTo(List.of(
                        "listener is closed",
                        "a is answered",
                        "force",
                        "a is closed",
                        "pause",
                        "pause",
                        "log is closed",
                        "throw cannot force"));
    }

    @Test
    void it_works_for_any_server() {
        scene.startAt(1_700_000_000_000L).compactFor(50).client("Quay").owe(2);
        scene.client("Yard").arrive(1).leaveAtSend(1).failToClose();
        scene.client("Isle").arrive(7);
        scene.client("Rome");

        assertThat(scene.end(200))
                .as("what happens depends on the clients")
                .isEqualTo(List.of(
                        "listener is closed",
                        "Quay is answered",
                        "Yard is answered",
                        "Isle is answered",
                        "Rome is answered",
                        "force",
                        "send to Quay, 1 left",
                        "Yard is gone",
                        "Yard is closed",
                        "send to Isle, 6 left",
                        "Rome is closed",
                        "pause",
                        "send to Quay, 0 left",
                        "Quay is closed",
                        "send to Isle, 5 left",
                        "pause",
                        "send to Isle, 4 left",
                        "Isle is closed",
                        "log is closed",
                        "return 2"));
    }
}
