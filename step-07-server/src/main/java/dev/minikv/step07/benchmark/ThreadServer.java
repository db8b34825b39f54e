package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.disk.RealDisk;
import dev.minikv.step07.log.LoggedStore;
import dev.minikv.step07.log.SyncPolicy;
import dev.minikv.step07.repl.Tokenizer;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.wire.Received;
import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyWriter;
import dev.minikv.step07.wire.RequestLimits;
import dev.minikv.step07.wire.RequestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A server with a virtual thread for each connection, to be measured beside the one with a selector.
///
/// A thread reads, answers and writes, and waits for its client whenever it has to: so it is shorter than a loop that
/// must not wait. But all threads share the store, which needs a lock; each change is forced alone, while the others
/// wait for the lock; and nothing limits how long a client may take. It knows GET and SET, and of INFO
/// the memory in use.
final class ThreadServer {

    private static final int BACKLOG = 511;
    private static final int BUFFER_BYTES = 1 << 14;

    private final KeyValueStore store;

    private ThreadServer(KeyValueStore store) {
        this.store = store;
    }

    /// Serves at a free port, which it prints, until the process ends.
    ///
    /// @param args a folder, if the store is to be kept in one
    public static void main(String[] args) throws IOException {
        KeyValueStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        if (args.length > 0) {
            store = successOf(LoggedStore.open(
                    new RealDisk(), args[0], (MiniKvStore) store, SyncPolicy.ALWAYS, LoggedStore.SEGMENT_BYTES, false));
        }
        try (var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            System.out.println("a thread for each connection, at 127.0.0.1:" + listener.getLocalPort());
            new ThreadServer(store).accept(listener);
        }
    }

    private static <T> T successOf(Result<T, ?> result) {
        if (result instanceof Success<T, ?>(T value)) {
            return value;
        }
        throw new IllegalStateException(result.toString());
    }

    private void accept(ServerSocket listener) throws IOException {
        while (true) {
            Socket client = listener.accept();
            Thread.startVirtualThread(() -> serve(client));
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var requests = new RequestReader(Tokenizer::words);
            var replies = new ReplyWriter();
            OutputStream out = client.getOutputStream();
            var buffer = new byte[BUFFER_BYTES];
            InputStream in = client.getInputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                requests.add(buffer, length);
                while (requests.next(RequestLimits.KNOWN) instanceof Received.Request(var words)) {
                    replies.write(answer(words), 2);
                }
                ByteBuffer all = replies.first(replies.size());
                out.write(all.array(), all.position(), all.remaining());
                replies.sent(all.remaining());
            }
        } catch (IOException _) {
            // the client is gone
        }
    }

    private Reply answer(List<byte[]> words) {
        String command = text(words, 0).toUpperCase(Locale.ROOT);
        if (command.equals("GET") && words.size() == 2) {
            Optional<String> value;
            synchronized (store) {
                value = successOf(store.get(text(words, 1)));
            }
            return value.isPresent() ? new Reply.Text(value.get()) : Reply.NIL;
        }
        if (command.equals("SET") && words.size() == 3) {
            synchronized (store) {
                successOf(store.set(text(words, 1), text(words, 2)));
            }
            return Reply.OK;
        }
        if (command.equals("INFO")) {
            Runtime here = Runtime.getRuntime();
            return new Reply.Text("used_memory:" + (here.totalMemory() - here.freeMemory()));
        }
        return new Reply.Error("ERR this server knows GET, SET and INFO");
    }

    private static String text(List<byte[]> words, int index) {
        return new String(words.get(index), UTF_8);
    }
}
