package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.step07.wire.Received;
import dev.minikv.step07.wire.Reply;
import dev.minikv.step07.wire.ReplyWriter;
import dev.minikv.step07.wire.RequestLimits;
import dev.minikv.step07.wire.RequestReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What a client and the server say to each other: bytes come in and bytes go out, a reply for each request, in the
/// order of the requests. It knows no socket, so all of it can be tried without one.
final class Conversation {

    /// How many bytes of replies may wait. Until there are fewer, no request is answered.
    static final int MAX_WAITING_BYTES = 1 << 18;

    private final Commands commands;
    private final Session session;
    private final RequestReader requests;
    private final ReplyWriter replies = new ReplyWriter();
    private int before = 0; // bytes of replies that were there when it began to answer

    /// Begins a conversation.
    ///
    /// @param typed returns the words of a line that was typed by hand
    Conversation(Commands commands, Session session, Function<String, Optional<List<String>>> typed) {
        this.requests = new RequestReader(typed);
        this.commands = commands;
        this.session = session;
    }

    /// Takes bytes that have arrived.
    ///
    /// @param length how many, from the first one on
    void receive(byte[] bytes, int length) {
        requests.add(bytes, length);
    }

    /// Answers the requests that have arrived, as long as there is room for replies.
    void answer() {
        before = replies.size();
        while (hasRoom() && !session.isOver) {
            switch (requests.next(session.isKnown ? RequestLimits.KNOWN : RequestLimits.UNKNOWN)) {
                case Received.Request(var words) when isOfBrowser(words.getFirst()) -> session.isOver = true;
                case Received.Request(var words) -> replies.write(commands.execute(words, session), session.version);
                case Received.Malformed(String why) -> fail("ERR " + why);
                case Received.Incomplete _ -> {
                    return;
                }
            }
        }
    }

    /// Returns whether the word begins a request of HTTP, which a page may make a browser send here
    /// ([cross-protocol scripting](https://en.wikipedia.org/wiki/Inter-protocol_exploitation)).
    private static boolean isOfBrowser(byte[] word) {
        return (word.length == 4 || word.length == 5)
                && List.of("post", "host:").contains(new String(word, ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    /// Takes back the last answers, because the disk has failed, and says that instead.
    void forceFailed() {
        replies.takeBack(replies.size() - before);
        fail("ERR the disk has failed: changes that were not answered may be there or not");
    }

    private void fail(String error) {
        replies.write(new Reply.Error(error), session.version);
        session.isOver = true;
    }

    /// Returns whether there is room for more replies.
    boolean hasRoom() {
        return replies.size() < MAX_WAITING_BYTES;
    }

    /// Returns whether no more is said after the replies that wait.
    boolean isOver() {
        return session.isOver;
    }

    /// Returns whether one of the two owes something: the rest of a request, or replies.
    boolean isAmid() {
        return requests.isAmidRequest() || hasReplies();
    }

    boolean hasReplies() {
        return replies.size() > 0;
    }

    int heldBytes() {
        return requests.heldBytes() + replies.heldBytes();
    }

    /// Returns the bytes to be sent.
    ReplyWriter replies() {
        return replies;
    }
}
