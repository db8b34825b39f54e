package dev.minikv.step07.exercise4;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.exercise4.Reply.Nil;
import dev.minikv.step07.exercise4.Reply.Refusal;
import dev.minikv.step07.exercise4.Reply.Status;
import dev.minikv.step07.exercise4.Reply.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Serves one client: it receives requests, has them executed, and sends the replies.
public final class ClientLoop {

    private final Client client;
    private final Store store;
    private final int maxWaitingBytes;

    /// Creates the loop of a client that has just connected.
    ///
    /// @param maxWaitingBytes from how many bytes on replies are sent before the next request is executed
    public ClientLoop(Client client, Store store, int maxWaitingBytes) {
        this.client = client;
        this.store = store;
        this.maxWaitingBytes = maxWaitingBytes;
    }

    /// Serves the client until it will send nothing more.
    ///
    /// @throws IOException if the client is gone, or the log could not be forced
    public void run() throws IOException {
        for (Optional<List<String>> arrived = client.receive(); arrived.isPresent(); arrived = client.receive()) {
            for (String request : arrived.get()) {
                client.send(encoded(store.execute(request)));
            }
        }
    }

    private static byte[] encoded(Reply reply) {
        String text =
                switch (reply) {
                    case Status(String word) -> "+" + word;
                    case Text(String value) -> "$" + value.getBytes(UTF_8).length + "\r\n" + value;
                    case Nil() -> "$-1";
                    case Refusal(String message) -> "-ERR " + message;
                };
        return (text + "\r\n").getBytes(UTF_8);
    }
}
