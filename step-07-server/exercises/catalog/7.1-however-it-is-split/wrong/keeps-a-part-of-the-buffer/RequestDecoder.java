package dev.minikv.step07.exercise1;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public final class RequestDecoder {

    private byte[] bytes = {};
    private int at = 0;
    private int to = 0;
    private int missing = 0;
    private int length = -1;
    private List<String> words = new ArrayList<>();

    public RequestDecoder() {}

    public List<List<String>> receive(byte[] buffer, int read) {
        if (at == to) {
            bytes = buffer; // nothing is kept
            at = 0;
            to = read;
        } else {
            byte[] joined = Arrays.copyOfRange(bytes, at, to + read);
            System.arraycopy(buffer, 0, joined, to - at, read);
            bytes = joined;
            at = 0;
            to = joined.length;
        }
        var requests = new ArrayList<List<String>>();
        while (step()) {
            if (missing == 0) {
                requests.add(words);
                words = new ArrayList<>();
            }
        }
        return requests;
    }

    private boolean step() {
        if (missing == 0) {
            int n = number();
            if (n < 0) {
                return false;
            }
            missing = n;
        }
        if (length < 0) {
            length = number();
        }
        if (length < 0 || to - at < length + 2) {
            return false;
        }
        words.add(new String(bytes, at, length, UTF_8));
        at += length + 2;
        length = -1;
        missing--;
        return true;
    }

    private int number() {
        for (int end = at; end < to; end++) {
            if (bytes[end] == '\n') {
                int n = Integer.parseInt(new String(bytes, at + 1, end - at - 2, US_ASCII));
                at = end + 1;
                return n;
            }
        }
        return -1;
    }
}
