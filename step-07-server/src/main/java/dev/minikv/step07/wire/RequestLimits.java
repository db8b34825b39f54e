package dev.minikv.step07.wire;

/// How much a request may be.
///
/// @param refusal how an error calls a length that is more than that
/// @param maxWords how many words a request may have, its command among them
/// @param maxWordBytes how many bytes a word may have
/// @param maxBytes how many bytes all of them may take in memory
public record RequestLimits(String refusal, int maxWords, int maxWordBytes, int maxBytes) {

    /// How many bytes a line may have: the length of a word, or a whole request that was typed.
    public static final int MAX_LINE_BYTES = 1 << 16;

    /// What a client may send. A word may be longer than any value that a store takes by default, three megabytes of
    /// UTF-8, so that it is the store that refuses a long value, and the next request is understood.
    public static final RequestLimits KNOWN = new RequestLimits("invalid", 1 << 20, 1 << 24, 1 << 26);

    /// What a client may send before it has given the password, as in Redis.
    public static final RequestLimits UNKNOWN = new RequestLimits("unauthenticated", 10, 1 << 14, 1 << 16);
}
