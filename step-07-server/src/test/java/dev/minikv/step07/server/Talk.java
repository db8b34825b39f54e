package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.wire.ReplyWriter;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/// A conversation without a socket, over a store in memory. What the client does not read yet, it reads at once.
///
/// In strings, a char is a byte.
final class Talk {

    static final String PASSWORD = "secret";

    private final MiniKvStore store = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
    private final Conversation conversation;
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();

    private Talk(Optional<String> password) {
        Backend backend = Served.backend(store, () -> {}, password);
        conversation = new Conversation(new Commands(backend), new Session(1, password.isEmpty()), backend.typed());
    }

    static Talk open() {
        return new Talk(Optional.empty());
    }

    /// Returns one whose client has to give [#PASSWORD].
    static Talk guarded() {
        return new Talk(Optional.of(PASSWORD));
    }

    /// Sends bytes, and returns the replies to them.
    String say(String bytes) {
        send(bytes.getBytes(ISO_8859_1));
        String replied = replies();
        replies.reset();
        return replied;
    }

    /// Sends the first bytes up to a place, then those up to the next place, and so on, and returns all replies.
    static String inPieces(Talk talk, byte[] bytes, int... places) {
        int from = 0;
        for (int place : places) {
            talk.send(Arrays.copyOfRange(bytes, from, place));
            from = place;
        }
        talk.send(Arrays.copyOfRange(bytes, from, bytes.length));
        return talk.replies();
    }

    /// Sends bytes. As over a socket, nothing is received after the end.
    void send(byte[] bytes) {
        if (conversation.isOver()) {
            return;
        }
        conversation.receive(bytes, bytes.length);
        boolean hadRoom;
        do {
            conversation.answer();
            hadRoom = conversation.hasRoom();
            replies.writeBytes(text(conversation.replies()).getBytes(ISO_8859_1));
        } while (!hadRoom);
    }

    /// Takes the replies that wait.
    static String text(ReplyWriter replies) {
        String text = ISO_8859_1.decode(replies.first(Integer.MAX_VALUE)).toString();
        replies.sent(text.length());
        return text;
    }

    /// Returns all replies since the last [#say].
    String replies() {
        return replies.toString(ISO_8859_1);
    }

    /// Returns the conversation itself, for a test that is not as quick to read.
    Conversation conversation() {
        return conversation;
    }

    boolean isOver() {
        return conversation.isOver();
    }

    int heldBytes() {
        return conversation.heldBytes();
    }

    /// Returns what the store has, sorted.
    List<Entry<String, String>> contents() {
        var sorted = new TreeMap<String, String>();
        store.entries().value().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return List.copyOf(sorted.entrySet());
    }
}
