package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A password that clients have to give, which is not kept in memory itself.
public final class Password {

    private final byte[] digest;

    /// Creates a password.
    public Password(String text) {
        digest = digest(text);
    }

    /// Returns whether a text is the password. How long that takes does not depend on where they differ.
    boolean matches(String text) {
        return MessageDigest.isEqual(digest, digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // each JDK has it
        }
    }
}
