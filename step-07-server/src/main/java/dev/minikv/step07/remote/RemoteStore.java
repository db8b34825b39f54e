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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeSet;

/// A key-value store that a server keeps.
///
/// Each operation sends one request, or a few at once, and waits for the replies, 30 s at most; [#entries] does so
/// twice. If the connection is lost, the next operation makes a new one, but a change is never sent twice: whether the
/// last one was made is then not known. What the server holds at most, and what its answers promise, it decides
/// itself. For several threads.
public final class RemoteStore implements KeyValueStore {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int REPLY_MILLIS = 30_000;

    private final InetSocketAddress address;
    private final Optional<String> password;
    private Socket socket; // null if there is no connection
    private ReplyReader in;

    private RemoteStore(InetSocketAddress address, Optional<String> password) {
        this.address = address;
        this.password = password;
    }

    /// Connects to a server.
    ///
    /// @param address its name is resolved each time, since it may mean another machine by then
    /// @param password what the server wants to know first, if it does
    public static Result<RemoteStore, StoreError> connect(InetSocketAddress address, Optional<String> password) {
        var store = new RemoteStore(address, password);
        return store.ask(false, _ -> store, List.of("PING"));
    }

    private interface Reading<T> {
        T of(List<Reply> replies) throws IOException;
    }

    /// Sends requests and returns what their replies mean.
    ///
    /// @param isChange whether they change the store, so that it matters whether they arrived
    @SafeVarargs
    private synchronized <T> Result<T, StoreError> ask(boolean isChange, Reading<T> reading, List<String>... requests) {
        boolean isSent = false;
        try {
            var bytes = new ByteArrayOutputStream();
            for (List<String> request : requests) {
                bytes.writeBytes(RequestWriter.encode(request));
                if (bytes.size() > RequestLimits.KNOWN.maxBytes() || request.size() > RequestLimits.KNOWN.maxWords()) {
                    return new Failure<>(new StoreError.TooMuchAtOnce(RequestLimits.KNOWN.maxBytes()));
                }
            }
            if (socket == null) {
                connect();
            }
            isSent = true;
            List<Reply> replies = exchange(bytes.toByteArray(), requests.length);
            for (Reply reply : replies) {
                if (reply instanceof Reply.Error(String text)) {
                    return new Failure<>(new StoreError.Refused(text));
                }
            }
            return new Success<>(reading.of(replies));
        } catch (CharacterCodingException _) {
            return new Failure<>(new StoreError.NotUnicode());
        } catch (IOException e) {
            disconnect();
            String where = address.getHostString() + ":" + address.getPort();
            return new Failure<>(new StoreError.Unreachable(where, e, isSent && isChange));
        }
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(REPLY_MILLIS);
        in = new ReplyReader(new BufferedInputStream(socket.getInputStream()));
        if (password.isPresent()) {
            exchange(RequestWriter.encode(List.of("AUTH", password.get())), 1); // if refused, so is all that follows
        }
    }

    private List<Reply> exchange(byte[] bytes, int count) throws IOException {
        socket.getOutputStream().write(bytes);
        var replies = new ArrayList<Reply>();
        while (replies.size() < count) {
            replies.add(in.next());
        }
        return replies;
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
        return ask(true, replies -> keys.size() - number(replies), request("EXISTS", keys), set);
    }

    @Override
    public Result<Optional<String>, StoreError> get(String key) {
        return ask(false, RemoteStore::text, List.of("GET", key));
    }

    @Override
    public Result<Boolean, StoreError> contains(String key) {
        return ask(false, replies -> number(replies) > 0, List.of("EXISTS", key));
    }

    @Override
    public Result<Optional<String>, StoreError> delete(String key) {
        return ask(true, RemoteStore::text, List.of("GETDEL", key));
    }

    @Override
    public Result<Integer, StoreError> clear() {
        return ask(true, RemoteStore::number, List.of("DBSIZE"), List.of("FLUSHDB"));
    }

    @Override
    public Result<Integer, StoreError> count() {
        return ask(false, RemoteStore::number, List.of("DBSIZE"));
    }

    @Override
    public Result<List<String>, StoreError> keys(String prefix) {
        String pattern = prefix.replaceAll("[*?\\[\\\\]", "\\\\$0") + "*";
        return ask(
                false,
                replies -> {
                    var keys = new ArrayList<String>();
                    for (Reply key : items(replies)) {
                        keys.add(text(List.of(key)).orElseThrow(StreamCorruptedException::new));
                    }
                    keys.sort(null);
                    return List.copyOf(keys);
                },
                List.of("KEYS", pattern));
    }

    /// Returns all entries. A key that is deleted between its two requests is left out.
    @Override
    public Result<List<Entry<String, String>>, StoreError> entries() {
        return switch (keys("")) {
            case Success(List<String> keys) when keys.isEmpty() -> new Success<>(List.of());
            case Success(List<String> keys) ->
                ask(
                        false,
                        replies -> {
                            var entries = new ArrayList<Entry<String, String>>();
                            List<Reply> values = items(replies);
                            for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
                                String key = keys.get(i);
                                text(values.subList(i, i + 1)).ifPresent(value -> entries.add(Map.entry(key, value)));
                            }
                            return entries;
                        },
                        request("MGET", keys));
            case Failure(StoreError error) -> new Failure<>(error);
        };
    }

    private static List<String> request(String command, Collection<String> arguments) {
        var words = new ArrayList<>(List.of(command));
        words.addAll(arguments);
        return words;
    }

    private static Optional<String> text(List<Reply> replies) throws IOException {
        return switch (replies.getFirst()) {
            case Reply.Text(String value) -> Optional.of(value);
            case Reply.Nil _ -> Optional.empty();
            default -> throw new StreamCorruptedException();
        };
    }

    private static int number(List<Reply> replies) throws IOException {
        if (replies.getFirst() instanceof Reply.Number(long value) && value == (int) value) {
            return (int) value;
        }
        throw new StreamCorruptedException();
    }

    private static List<Reply> items(List<Reply> replies) throws IOException {
        if (replies.getFirst() instanceof Reply.Items(var items)) {
            return items;
        }
        throw new StreamCorruptedException();
    }
}
