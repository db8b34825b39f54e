package dev.minikv.step07.exercise4;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.exercise4.Reply.Nil;
import dev.minikv.step07.exercise4.Reply.Refusal;
import dev.minikv.step07.exercise4.Reply.Status;
import dev.minikv.step07.exercise4.Reply.Text;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// Both neighbours of a loop: its client, which sends its next requests when it has got a reply, and its store, which
/// knows PING, SET and GET. They note what the loop asks them for.
final class WatchedServer implements Client, Store {

    /// A value of 4,000 bytes, which is noted as "(long)".
    static final String LONG = "tea ".repeat(1_000);

    private final Map<String, String> entries = new HashMap<>();
    private final Queue<List<String>> arriving = new ArrayDeque<>();
    private final List<String> steps = new ArrayList<>();
    private int maxWaitingBytes = 30;
    private String failing = "";
    private int failingCall;
    private IOException failure;
    private boolean expectsReply = false;
    private WatchedServer other;

    /// Sets another limit than 30 for the bytes that may wait.
    WatchedServer limit(int bytes) {
        maxWaitingBytes = bytes;
        return this;
    }

    /// Lets requests arrive together, after those before.
    WatchedServer arrive(String... requests) {
        arriving.add(List.of(requests));
        return this;
    }

    /// Lets a call fail: the first, the second, and so on, of "receive", "force" or "send".
    WatchedServer fail(String method, int call) {
        failing = method;
        failingCall = call;
        return this;
    }

    /// Lets another loop run, from its beginning to its end, while this one waits for its first force.
    WatchedServer meanwhile(WatchedServer other) {
        this.other = other;
        return this;
    }

    /// Runs a loop, and returns what it has asked for.
    List<String> steps() {
        try {
            new ClientLoop(this, this, maxWaitingBytes).run();
            steps.add("end");
        } catch (IOException e) {
            steps.add(e == failure ? "throw what " + failing + " has thrown" : "throw another exception");
        } catch (RuntimeException e) {
            steps.add("throw " + e.getClass().getSimpleName());
        }
        return steps;
    }

    @Override
    public Optional<List<String>> receive() throws IOException {
        if (expectsReply) {
            steps.add("receive, while the client waits for a reply");
            return Optional.empty();
        }
        perform("receive", "");
        List<String> requests = arriving.poll();
        expectsReply = requests != null && !requests.isEmpty();
        return Optional.ofNullable(requests);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        perform("send", " " + noted(new String(bytes, UTF_8)));
        expectsReply = false;
    }

    @Override
    public void force() throws IOException {
        perform("force", "");
        if (other != null) {
            other.steps();
            other = null;
        }
    }

    @Override
    public Reply execute(String request) {
        steps.add("execute " + noted(request));
        String[] words = request.split(" ", 3);
        return switch (words[0]) {
            case "PING" -> new Status("PONG");
            case "SET" -> {
                entries.put(words[1], words[2]);
                yield new Status("OK");
            }
            case "GET" -> entries.containsKey(words[1]) ? new Text(entries.get(words[1])) : new Nil();
            default -> new Refusal("no " + request);
        };
    }

    private static String noted(String text) {
        return text.replace(LONG, "(long)").replace("\r", "\\r").replace("\n", "\\n");
    }

    private void perform(String method, String argument) throws IOException {
        steps.add(method + argument);
        boolean fails = method.equals(failing) && --failingCall == 0;
        if (fails) {
            failure = switch (method) {
                case "receive" -> new EOFException("cannot receive");
                case "send" -> new SocketException("cannot send");
                default -> new IOException("cannot force");
            };
            throw failure;
        }
    }
}
