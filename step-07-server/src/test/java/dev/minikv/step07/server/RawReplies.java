package dev.minikv.step07.server;

import java.util.ArrayList;
import java.util.List;

/// Takes bytes apart into replies, in RESP2 or RESP3, and fails if they are not replies. A char is a byte.
final class RawReplies {

    private final String bytes;
    private int at = 0;

    private RawReplies(String bytes) {
        this.bytes = bytes;
    }

    /// Returns each reply.
    static List<String> split(String bytes) {
        var rest = new RawReplies(bytes);
        var replies = new ArrayList<String>();
        while (rest.at < bytes.length()) {
            int start = rest.at;
            rest.skipReply();
            replies.add(bytes.substring(start, rest.at));
        }
        return replies;
    }

    private void skipReply() {
        char type = bytes.charAt(at++);
        String line = line();
        switch (type) {
            case '+', '-' -> {} // line() has checked it
            case ':' -> Long.parseLong(line);
            case '_' -> require(line.isEmpty());
            case '$', '=' -> {
                int length = Integer.parseInt(line);
                require(length >= -1 && type == '$' || length >= 4 && bytes.startsWith("txt:", at));
                if (length >= 0) {
                    at += length;
                    require(line().isEmpty());
                }
            }
            case '*', '%' -> {
                for (int left = (type == '%' ? 2 : 1) * Integer.parseInt(line); left > 0; left--) {
                    skipReply();
                }
            }
            default -> require(false);
        }
    }

    /// Returns what is up to a CR and an LF, with neither of them in it.
    private String line() {
        int end = bytes.indexOf("\r\n", at);
        require(end >= at);
        String line = bytes.substring(at, end);
        require(line.indexOf('\r') < 0 && line.indexOf('\n') < 0);
        at = end + 2;
        return line;
    }

    private void require(boolean isSo) {
        if (!isSo) {
            throw new AssertionError("no reply at byte " + at + ": " + bytes);
        }
    }
}
