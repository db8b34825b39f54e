package dev.minikv.step07.remote;

import static java.util.Map.entry;

import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyReader;
import dev.minikv.step07.wire.RequestWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A key-value store that a server keeps.
///
/// Each operation sends one request or two, and waits for each reply, 30 s at most. If the connection is lost, the next
/// operation makes a new one, but a change is never sent twice: whether the last one was made is then not known. What
/// the server holds at most, and what its answers promise, it decides itself. For several threads.
public final class RemoteStore implements KeyValueStore {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int REPLY_MILLIS = 30_000;

    private final InetSocketAddress address;
    private final Optional<String> password;
    private final int replyMillis;
    private Socket socket; // null if there is no connection
    private ReplyReader in;

    private RemoteStore(InetSocketAddress address, Optional<String> password, int replyMillis) {
        this.address = address;
        this.password = password;
        this.replyMillis = replyMillis;
    }

    /// Connects to a server.
    ///
    /// @param address its name is resolved each time, since it may mean another machine by then
    /// @param password what the server wants to know first, if it does
    public static Result<RemoteStore, StoreError> connect(InetSocketAddress address, Optional<String> password) {
        return connect(address, password, REPLY_MILLIS);
    }

    /// Connects to a server, and waits for each reply for so many milliseconds at most.
    static Result<RemoteStore, StoreError> connect(
            InetSocketAddress address, Optional<String> password, int replyMillis) {
        var store = new RemoteStore(address, password, replyMillis);
        return store.ask(false, _ -> store, List.of("PING"));
    }

    private interface Reading<T> {
        T of(Reply reply) throws IOException;
    }

    /// Sends a request and returns what its reply means.
    ///
    /// @param isChange whether it changes the store, so that it matters whether it arrived
    private synchronized <T> Result<T, StoreError> ask(boolean isChange, Reading<T> reading, List<String> request) {
        boolean isSent = false;
        try {
            byte[] bytes = RequestWriter.encode(request);
            Reply reply = socket == null ? connect() : Reply.OK;
            if (!(reply instanceof Reply.Error)) {
                isSent = true;
                reply = exchange(bytes);
            }
            return reply instanceof Reply.Error(String text)
                    ? new Failure<>(new StoreError.Refused(text))
                    : new Success<>(reading.of(reply));
        } catch (CharacterCodingException _) {
            return new Failure<>(new StoreError.NotUnicode());
        } catch (IOException e) {
            disconnect();
            String where = address.getHostString() + ":" + address.getPort();
            return new Failure<>(new StoreError.Unreachable(where, e, isSent && isChange));
        }
    }

    /// Returns whether the server lets this client in: OK, or what it says to the password.
    private Reply connect() throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(replyMillis);
        in = new ReplyReader(new BufferedInputStream(socket.getInputStream()));
        Reply reply = password.isPresent() ? exchange(RequestWriter.encode(List.of("AUTH", password.get()))) : Reply.OK;
        if (reply instanceof Reply.Error) {
            disconnect();
        }
        return reply;
    }

    private Reply exchange(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return in.next();
    }

    private void disconnect() {
        try (var _ = socket) {
            socket = null;
        } catch (IOException _) {
            // it is gone in any case
        }
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        return ask(true, RemoteStore::text, List.of("GETSET", key, value));
    }

    /// Stores several entries: all of them, or none. How many keys are new is counted just before.
    @Override
    public Result<Integer, StoreError> setAll(List<Entry<String, String>> entries) {
        if (entries.isEmpty()) {
            return new Success<>(0);
        }
        var keys = new TreeSet<String>();
        var set = new ArrayList<>(List.of("MSET"));
        for (Entry<String, String> entry : entries) {
            keys.add(entry.getKey());
            set.addAll(List.of(entry.getKey(), entry.getValue()));
        }
        return ask(false, RemoteStore::number, request("EXISTS", keys))
                .flatMap(known -> ask(true, _ -> keys.size() - known, set));
    }

    @Override
    public Result<Optional<String>, StoreError> get(String key) {
        return ask(false, RemoteStore::text, List.of("GET", key));
    }

    @Override
    public Result<Boolean, StoreError> contains(String key) {
        return ask(false, reply -> number(reply) > 0, List.of("EXISTS", key));
    }

    @Override
    public Result<Optional<String>, StoreError> delete(String key) {
        return ask(true, RemoteStore::text, List.of("GETDEL", key));
    }

    /// Removes all keys. How many there were is counted just before.
    @Override
    public Result<Integer, StoreError> clear() {
        return count().flatMap(count -> ask(true, _ -> count, List.of("FLUSHDB")));
    }

    @Override
    public Result<Integer, StoreError> count() {
        return ask(false, RemoteStore::number, List.of("DBSIZE"));
    }

    @Override
    public Result<List<String>, StoreError> keys(String prefix) {
        String pattern = prefix.replaceAll("[*?\\[\\\\]", "\\\\$0") + "*";
        return ask(false, RemoteStore::texts, List.of("KEYS", pattern))
                .map(keys -> keys.stream().flatMap(Optional::stream).sorted().toList());
    }

    /// Returns all entries. A key that is deleted between its two requests is left out.
    @Override
    public Result<List<Entry<String, String>>, StoreError> entries() {
        return keys("").flatMap(keys -> keys.isEmpty()
                ? new Success<>(List.of())
                : ask(false, RemoteStore::texts, request("MGET", keys))
                        .map(values -> IntStream.range(0, Math.min(keys.size(), values.size()))
                                .filter(i -> values.get(i).isPresent())
                                .mapToObj(i -> entry(keys.get(i), values.get(i).get()))
                                .toList()));
    }

    private static List<String> request(String command, Collection<String> arguments) {
        var words = new ArrayList<>(List.of(command));
        words.addAll(arguments);
        return words;
    }

    private static Optional<String> text(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Text(String value) -> Optional.of(value);
            case Reply.Nil _ -> Optional.empty();
            default -> throw new StreamCorruptedException();
        };
    }

    private static List<Optional<String>> texts(Reply reply) throws IOException {
        if (!(reply instanceof Reply.Items(var items))) {
            throw new StreamCorruptedException();
        }
        var texts = new ArrayList<Optional<String>>();
        for (Reply item : items) {
            texts.add(text(item));
        }
        return texts;
    }

    private static int number(Reply reply) throws IOException {
        if (reply instanceof Reply.Number(long value) && value == (int) value) {
            return (int) value;
        }
        throw new StreamCorruptedException();
    }
}
