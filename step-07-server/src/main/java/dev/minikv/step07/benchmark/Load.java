package dev.minikv.step07.benchmark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Clients that keep a server busy, as redis-benchmark does: each sends some requests at once, waits for all replies,
/// and sends the next ones. One thread serves all clients, and does as little as it can, so that the server is what
/// is measured.
final class Load implements Closeable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final int pipeline;
    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private Requests requests;
    private Latencies latencies;
    private int unsent = 0;
    private int unanswered = 0;
    private IOException failure;

    /// Connects.
    ///
    /// @param clients how many
    /// @param pipeline how many requests each sends at once
    Load(int port, int clients, int pipeline) throws IOException {
        this.pipeline = pipeline;
        selector = Selector.open();
        for (int i = 0; i < clients; i++) {
            this.clients.add(new Client(port));
        }
    }

    /// Sends requests and waits for the replies.
    ///
    /// @param count how many, of all clients together
    /// @param times where to add how long each reply took
    /// @throws IOException if a connection ends, or a reply is an error
    void send(Requests some, int count, Latencies times) throws IOException {
        requests = some;
        latencies = times;
        unsent = count;
        unanswered = count;
        for (Client client : clients) {
            client.send();
        }
        while (unanswered > 0) {
            selector.select(key -> ((Client) key.attachment()).attempt());
            if (failure != null) {
                throw failure;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        selector.close();
    }

    private final class Client {

        private final SocketChannel channel;
        private final SelectionKey key;
        private int next; // request
        private ByteBuffer sending = ByteBuffer.allocate(0);
        private long sentAt;
        private int expectedBytes = 0;
        private int receivedBytes = 0;

        Client(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
            next = clients.size() * 997; // or all would ask for the same key at the same time
        }

        void send() throws IOException {
            int count = Math.min(pipeline, unsent);
            if (count == 0) {
                return;
            }
            unsent -= count;
            if (next + count > requests.count()) {
                next %= requests.count() - count + 1;
            }
            sending = requests.slice(next, count);
            next += count;
            receivedBytes = 0;
            expectedBytes = count * requests.replyBytes();
            sentAt = System.nanoTime();
            write();
        }

        void attempt() {
            try {
                if (sending.hasRemaining()) {
                    write();
                }
                if (key.isReadable()) {
                    read();
                }
            } catch (IOException e) {
                failure = e;
            }
        }

        private void write() throws IOException {
            channel.write(sending);
            int waitingFor =
                    sending.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
            if (key.interestOps() != waitingFor) {
                key.interestOps(waitingFor);
            }
        }

        private void read() throws IOException {
            int bytes = channel.read(buffer.clear());
            if (bytes < 0) {
                throw new EOFException("the server has closed a connection");
            }
            int length = requests.replyBytes();
            int answered = (receivedBytes + bytes) / length - receivedBytes / length;
            int start = (receivedBytes + length - 1) / length * length; // of the first reply that starts here
            for (; start < receivedBytes + bytes; start += length) {
                if (!requests.isStart(buffer.get(start - receivedBytes))) {
                    throw new IOException("the server answers with an error");
                }
            }
            receivedBytes += bytes;
            latencies.add(System.nanoTime() - sentAt, answered);
            unanswered -= answered;
            if (receivedBytes == expectedBytes) {
                send();
            }
        }
    }
}
