package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.wire.Reply;
import java.io.Flushable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Answers wait for the disk, and one force is enough for all that are in hand.
class GroupCommitTest {

    private static final Reply LOST =
            new Reply.Error("ERR the disk has failed: changes that were not answered may be there or not");

    private final MiniKvStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final SlowLog log = new SlowLog();

    /// A log whose force takes as long as a test wants, if there is something to force.
    private final class SlowLog implements Flushable {

        private final Semaphore begun = new Semaphore(0);
        private final Semaphore allowed = new Semaphore(0);
        private final List<Integer> batches = new ArrayList<>(); // how many changes each force was for
        private volatile boolean isBroken = false;
        private int forced = 0;

        @Override
        public void flush() throws IOException {
            int changes = store.count().value() - forced;
            if (changes > 0) {
                begun.release();
                allowed.acquireUninterruptibly();
                if (isBroken) {
                    throw new IOException("broken");
                }
                forced += changes;
                batches.add(changes);
            }
        }

        void awaitForce() throws InterruptedException {
            assertThat(begun.tryAcquire(20, TimeUnit.SECONDS))
                    .as("a force begins")
                    .isTrue();
        }

        void end() {
            allowed.release();
        }
    }

    @Test
    void what_arrives_during_a_force_shares_the_next_one_and_nothing_is_sent_before() throws Exception {
        try (var served = Served.over(store, log, ServerLimits.DEFAULT)) {
            List<RawClient> clients = connected(served, 5);
            clients.get(0).send("SET a 1\r\n");
            log.awaitForce();
            for (RawClient client : clients.subList(1, 5)) {
                client.send("SET " + client.hashCode() + " 1\r\nGET a\r\n");
            }
            assertThat(clients.get(0).hasReply()).isFalse();

            log.end();
            assertThat(clients.get(0).next()).isEqualTo(Reply.OK);
            log.awaitForce();

            for (RawClient client : clients) {
                assertThat(client.hasReply()).isFalse();
            }
            log.end();
            for (RawClient client : clients.subList(1, 5)) {
                assertThat(client.next()).isEqualTo(Reply.OK);
                assertThat(client.next()).isEqualTo(new Reply.Text("1"));
            }
            assertThat(log.batches).isEqualTo(List.of(1, 4));
        }
    }

    @Test
    void a_force_that_fails_is_an_error_for_those_in_hand_and_the_end() throws Exception {
        try (var served = Served.over(store, log, ServerLimits.DEFAULT)) {
            List<RawClient> clients = connected(served, 4);
            clients.get(0).send("SET a 1\r\n");
            log.awaitForce();
            clients.get(1).send("SET b 1\r\nSET c 1\r\nQUIT\r\n");
            clients.get(2).send("GET b\r\n");
            log.end();
            log.awaitForce();
            log.isBroken = true;
            log.end();

            assertThat(clients.get(0).rest()).isEqualTo("+OK\r\n");
            assertThat(clients.get(1).next()).isEqualTo(LOST);
            assertThat(clients.get(2).next()).isEqualTo(LOST);
            for (RawClient client : clients.subList(1, 4)) {
                assertThat(client.rest()).isEmpty();
            }
            assertThat(served.end()).get().isInstanceOf(IOException.class);
            assertThat(served.hasEnded()).isTrue();
            assertThat(served.bugs()).isEmpty();
        }
    }

    @Test
    void replies_that_wait_for_a_slow_client_are_not_taken_back_by_a_later_failure() {
        Conversation conversation = Talk.open().conversation();
        tell(conversation, "PING\r\n");
        tell(conversation, "ECHO a\r\nECHO b\r\n");

        conversation.forceFailed();

        assertThat(Talk.text(conversation.replies())).isEqualTo("+PONG\r\n-" + ((Reply.Error) LOST).text() + "\r\n");
        assertThat(conversation.isOver()).isTrue();
    }

    private static void tell(Conversation conversation, String bytes) {
        conversation.receive(bytes.getBytes(ISO_8859_1), bytes.length());
        conversation.answer();
    }

    /// Returns clients that the server has got to know.
    private static List<RawClient> connected(Served served, int count) throws IOException {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < count; i++) {
            clients.add(new RawClient(served));
            assertThat(clients.getLast().ask("PING\r\n")).isEqualTo(new Reply.Status("PONG"));
        }
        return clients;
    }
}
