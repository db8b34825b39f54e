package dev.minikv.step07.remote;

import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyReader;
import dev.minikv.step07.wire.RequestLimits;
import dev.minikv.step07.wire.RequestWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/// A key-value store that a server keeps.
///
/// Each operation is a request, and waits for its reply, 30 s at most; [#entries] and [#clear] are several. If the
/// connection is lost, the next operation makes a new one, but a change is never sent twice: whether the last one was
/// made is then not known. What the server holds at most, and what its answers promise, it decides itself. For
/// several threads.
public final class RemoteStore implements KeyValueStore {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int REPLY_MILLIS = 30_000;
    private static final long TRUSTED_NANOS = 1_000_000_000; // after that it asks whether the server is still there
    private static final int VALUES_AT_ONCE = 16; // 64 MB at most, if no value is longer than a million chars

    private final InetSocketAddress address;
    private final Optional<String> password;
    private Socket socket; // null if there is no connection
    private ReplyReader replies;
    private long lastReply;

    private RemoteStore(InetSocketAddress address, Optional<String> password) {
        this.address = address;
        this.password = password;
    }

    /// Connects to a server.
    ///
    /// @param password what the server wants to know first, if it does
    public static Result<RemoteStore, StoreError> connect(InetSocketAddress address, Optional<String> password) {
        var store = new RemoteStore(address, password);
        return store.ask(false, List.of(List.of("PING")), _ -> store);
    }

    private interface Reading<T> {
        T of(List<Reply> replies) throws IOException;
    }

    /// Sends requests and returns what their replies mean.
    ///
    /// @param isChange whether they change the store, so that it matters whether they arrived
    private synchronized <T> Result<T, StoreError> ask(
            boolean isChange, List<List<String>> requests, Reading<T> reading) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (List<String> request : requests) {
                bytes.writeBytes(RequestWriter.encode(request));
            }
        } catch (CharacterCodingException _) {
            return new Failure<>(new StoreError.NotUnicode());
        }
        if (bytes.size() > RequestLimits.KNOWN.maxBytes()
                || requests.getLast().size() > RequestLimits.KNOWN.maxWords()) {
            return new Failure<>(new StoreError.TooMuchAtOnce(RequestLimits.KNOWN.maxBytes()));
        }
        boolean isSent = false;
        try {
            if (socket != null && System.nanoTime() - lastReply > TRUSTED_NANOS) {
                check();
            }
            if (socket == null) {
                Optional<StoreError> refusal = connect();
                if (refusal.isPresent()) {
                    disconnect();
                    return new Failure<>(refusal.get());
                }
            }
            isSent = true;
            List<Reply> answers = send(bytes.toByteArray(), requests.size());
            for (Reply answer : answers) {
                if (answer instanceof Reply.Error(String text)) {
                    return new Failure<>(new StoreError.Refused(text));
                }
            }
            return new Success<>(reading.of(answers));
        } catch (IOException e) {
            disconnect();
            return new Failure<>(new StoreError.Unreachable(name(), e, isSent && isChange));
        }
    }

    private void check() {
        try {
            send(RequestWriter.encode(List.of("PING")), 1);
        } catch (IOException _) {
            disconnect();
        }
    }

    private Optional<StoreError> connect() throws IOException {
        socket = new Socket();
        // Resolved again: a name may mean another machine by now.
        socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(REPLY_MILLIS);
        replies = new ReplyReader(new BufferedInputStream(socket.getInputStream()));
        if (password.isPresent()
                && send(RequestWriter.encode(List.of("AUTH", password.get())), 1).getFirst()
                        instanceof Reply.Error(String text)) {
            return Optional.of(new StoreError.Refused(text));
        }
        return Optional.empty();
    }

    private List<Reply> send(byte[] bytes, int requests) throws IOException {
        socket.getOutputStream().write(bytes);
        var answers = new ArrayList<Reply>();
        for (int i = 0; i < requests; i++) {
            answers.add(replies.next());
        }
        lastReply = System.nanoTime();
        return answers;
    }

    private void disconnect() {
        try (var _ = socket) {
            socket = null;
        } catch (IOException _) {
            // it is gone in any case
        }
    }

    private String name() {
        return address.getHostString() + ":" + address.getPort();
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        return ask(true, List.of(List.of("GETSET", key, value)), answers -> text(answers.getFirst()));
    }

    /// Stores several entries with one request. How many keys were new is counted just before.
    @Override
    public Result<Integer, StoreError> setAll(List<Entry<String, String>> entries) {
        if (entries.isEmpty()) {
            return new Success<>(0);
        }
        var keys = new LinkedHashSet<String>();
        var set = new ArrayList<>(List.of("MSET"));
        for (Entry<String, String> entry : entries) {
            keys.add(entry.getKey());
            set.addAll(List.of(entry.getKey(), entry.getValue()));
        }
        var exists = new ArrayList<>(List.of("EXISTS"));
        exists.addAll(keys);
        return ask(true, List.of(exists, set), answers -> keys.size() - number(answers.getFirst()));
    }

    @Override
    public Result<Optional<String>, StoreError> get(String key) {
        return ask(false, List.of(List.of("GET", key)), answers -> text(answers.getFirst()));
    }

    @Override
    public Result<Boolean, StoreError> contains(String key) {
        return ask(false, List.of(List.of("EXISTS", key)), answers -> number(answers.getFirst()) > 0);
    }

    @Override
    public Result<Optional<String>, StoreError> delete(String key) {
        return ask(true, List.of(List.of("GETDEL", key)), answers -> text(answers.getFirst()));
    }

    @Override
    public Result<Integer, StoreError> clear() {
        return ask(
                true, List.of(List.of("DBSIZE"), List.of("FLUSHDB")), answers -> number(answers.getFirst()));
    }

    @Override
    public Result<Integer, StoreError> count() {
        return ask(false, List.of(List.of("DBSIZE")), answers -> number(answers.getFirst()));
    }

    @Override
    public Result<List<String>, StoreError> keys(String prefix) {
        String pattern = prefix.replaceAll("[*?\\[\\\\]", "\\\\$0") + "*";
        return ask(false, List.of(List.of("KEYS", pattern)), answers -> {
            var keys = new ArrayList<String>();
            for (Reply key : items(answers.getFirst())) {
                keys.add(text(key).orElseThrow(StreamCorruptedException::new));
            }
            keys.sort(null);
            return List.copyOf(keys);
        });
    }

    /// Returns all entries, some at a time: a change that is made meanwhile may be in it or not.
    @Override
    public Result<List<Entry<String, String>>, StoreError> entries() {
        return switch (keys("")) {
            case Success(List<String> keys) -> values(keys);
            case Failure(StoreError error) -> new Failure<>(error);
        };
    }

    private Result<List<Entry<String, String>>, StoreError> values(List<String> keys) {
        var entries = new ArrayList<Entry<String, String>>();
        for (int from = 0; from < keys.size(); from += VALUES_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(from + VALUES_AT_ONCE, keys.size()));
            var request = new ArrayList<>(List.of("MGET"));
            request.addAll(some);
            Result<Boolean, StoreError> added = ask(false, List.of(request), answers -> {
                List<Reply> values = items(answers.getFirst());
                for (int i = 0; i < some.size(); i++) {
                    String key = some.get(i);
                    text(values.get(i)).ifPresent(value -> entries.add(Map.entry(key, value)));
                }
                return true;
            });
            if (added instanceof Failure(StoreError error)) {
                return new Failure<>(error);
            }
        }
        return new Success<>(entries);
    }

    private static Optional<String> text(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Text(String value) -> Optional.of(value);
            case Reply.Nil _ -> Optional.empty();
            default -> throw new StreamCorruptedException();
        };
    }

    private static int number(Reply reply) throws IOException {
        if (reply instanceof Reply.Number(long value) && value == (int) value) {
            return (int) value;
        }
        throw new StreamCorruptedException();
    }

    private static List<Reply> items(Reply reply) throws IOException {
        if (reply instanceof Reply.Items(var items)) {
            return items;
        }
        throw new StreamCorruptedException();
    }
}
