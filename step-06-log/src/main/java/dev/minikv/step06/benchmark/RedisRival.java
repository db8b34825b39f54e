package dev.minikv.step06.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;

/// Redis, in a process of its own. Every answer comes through a socket.
final class RedisRival implements Rival {

    private static final byte[] SET = "*3\r\n$3\r\nSET\r\n".getBytes(UTF_8);
    private static final byte[] END = "\r\n".getBytes(UTF_8);
    private static final byte[] OK = "+OK\r\n".getBytes(UTF_8);

    private final RedisServer server;
    private final OutputStream out;
    private final InputStream in;

    RedisRival(RedisServer server) throws IOException {
        this.server = server;
        out = new BufferedOutputStream(server.socket().getOutputStream(), 1 << 16);
        in = new BufferedInputStream(server.socket().getInputStream(), 1 << 16);
    }

    @Override
    public void set(String key, String value) throws IOException {
        send(key, value);
        out.flush();
        receive();
    }

    /// Sends all of them, and then waits for all answers. They are not one transaction.
    @Override
    public void setAll(List<Entry<String, String>> entries) throws IOException {
        for (Entry<String, String> entry : entries) {
            send(entry.getKey(), entry.getValue());
        }
        out.flush();
        for (int i = 0; i < entries.size(); i++) {
            receive();
        }
    }

    private void send(String key, String value) throws IOException {
        out.write(SET);
        send(key);
        send(value);
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(("$" + bytes.length).getBytes(UTF_8));
        out.write(END);
        out.write(bytes);
        out.write(END);
    }

    private void receive() throws IOException {
        byte[] answer = in.readNBytes(OK.length);
        if (!Arrays.equals(answer, OK)) {
            throw new IOException("Redis answers " + new String(answer, UTF_8));
        }
    }

    @Override
    public Object inMemory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
    }
}
