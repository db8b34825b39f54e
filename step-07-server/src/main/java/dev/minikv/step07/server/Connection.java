package dev.minikv.step07.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A client's socket, which is never waited for, and the conversation that goes over it.
final class Connection {

    /// How many bytes are written at once: the JDK copies them to a buffer of its own, which it keeps.
    private static final int MAX_WRITTEN_BYTES = 1 << 17;

    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Conversation conversation;
    private boolean hasEnded = false; // no more will arrive
    private boolean isDeaf = false; // what still arrives is thrown away
    private boolean isLeaving = false; // all was said
    private long lastProgress = System.nanoTime();
    private long heldBytes = 0;

    Connection(SocketChannel channel, SelectionKey key, Conversation conversation) {
        this.channel = channel;
        this.key = key;
        this.conversation = conversation;
    }

    Conversation conversation() {
        return conversation;
    }

    /// Reads what has arrived, as much as the buffer takes.
    ///
    /// @throws IOException if the client is gone
    void read(ByteBuffer buffer) throws IOException {
        int length = channel.read(buffer.clear());
        if (length < 0) {
            hasEnded = true;
        } else if (!isDeaf) {
            if (length > 0 && !conversation.isAmid()) {
                lastProgress = System.nanoTime(); // from here on it has something to finish
            }
            conversation.receive(buffer.array(), length);
        }
    }

    /// Throws away what arrives from now on; what has arrived is answered.
    void becomeDeaf() {
        isDeaf = true;
    }

    /// Writes what the client takes, and sees to what happens next.
    ///
    /// @return whether it can go on without hearing from the client
    /// @throws IOException if the client is gone
    boolean write() throws IOException {
        boolean hadRoom = conversation.hasRoom();
        while (conversation.hasReplies()) {
            int written = channel.write(conversation.replies().first(MAX_WRITTEN_BYTES));
            if (written == 0) {
                break; // it has to take what was sent before
            }
            conversation.replies().sent(written);
            lastProgress = System.nanoTime();
        }
        boolean isDone = !conversation.hasReplies() && (conversation.isOver() || (hasEnded || isDeaf) && hadRoom);
        if (isDone && hasEnded) {
            close();
            return false;
        }
        if (isDone && !isLeaving) {
            leave();
        }
        boolean isReading = !hasEnded && (isLeaving || !conversation.isOver() && conversation.hasRoom());
        int ops = (isReading ? SelectionKey.OP_READ : 0) | (conversation.hasReplies() ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != ops) {
            key.interestOps(ops);
        }
        return !hadRoom && conversation.hasRoom();
    }

    /// Says that no more will come, and waits for the client to go: to close at once, with something unread, would
    /// make the system drop the replies that are on their way.
    private void leave() throws IOException {
        channel.shutdownOutput();
        isDeaf = true;
        isLeaving = true;
        lastProgress = System.nanoTime();
    }

    /// Returns whether it has taken too long.
    boolean isLate(long now, ServerLimits limits) {
        Duration limit = isLeaving ? LEAVING : conversation.isAmid() ? limits.stalled() : limits.idle();
        return now - lastProgress > limit.toNanos();
    }

    /// Returns by how many bytes it has grown in memory since it was last asked.
    long growth() {
        long before = heldBytes;
        heldBytes = isOpen() ? conversation.heldBytes() : 0;
        return heldBytes - before;
    }

    /// Returns how many bytes it had in memory when it was last asked for its growth.
    long heldBytes() {
        return heldBytes;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        try {
            channel.close(); // and its key is cancelled
        } catch (IOException _) {
            // it is gone in any case
        }
    }
}
