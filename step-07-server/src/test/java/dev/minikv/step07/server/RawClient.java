package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// A client that sends whatever bytes a test wants it to. A char is a byte.
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000; // of a read, so that no test hangs

    private final Socket socket;
    private final InputStream in;
    private final ReplyReader replies;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        replies = new ReplyReader(in);
    }

    RawClient(Served served) throws IOException {
        this(served.port());
    }

    /// Sends bytes, says that no more will come, and returns all that is answered.
    static String answers(int port, String bytes) throws IOException {
        try (var client = new RawClient(port)) {
            client.send(bytes);
            client.sendEnd();
            return client.rest();
        }
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    /// Waits for the next reply.
    Reply next() throws IOException {
        return replies.next();
    }

    Reply ask(String request) throws IOException {
        send(request);
        return next();
    }

    /// Returns whether something has arrived that was not read.
    boolean hasReply() throws IOException {
        return in.available() > 0;
    }

    /// Says that no more will be sent.
    void sendEnd() throws IOException {
        socket.shutdownOutput();
    }

    /// Returns all that still arrives, up to the end that the server sets.
    ///
    /// @throws SocketException if the server resets the connection
    String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    /// Waits until the server has ended the connection, in whatever way.
    void awaitEnd() throws IOException {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketException _) {
            // a reset, because it has not read all that was sent
        }
    }

    /// Ends the connection without a goodbye, as a crash of the client's machine may.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
