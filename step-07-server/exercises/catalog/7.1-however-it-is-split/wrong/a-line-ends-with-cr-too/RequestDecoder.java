package dev.minikv.step07.exercise1;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public final class RequestDecoder {

    private static final int NOT_COMPLETE = -1;

    private byte[] arrived = {}; // and not yet part of a word
    private int at = 0;
    private int missing = 0; // words of the request
    private int length = NOT_COMPLETE; // of the next word
    private List<String> words = new ArrayList<>();

    public RequestDecoder() {}

    public List<List<String>> receive(byte[] buffer, int read) {
        int before = arrived.length;
        arrived = Arrays.copyOf(arrived, before + read);
        System.arraycopy(buffer, 0, arrived, before, read);
        at = 0;
        var requests = new ArrayList<List<String>>();
        while (readWord()) {
            if (missing == 0) {
                requests.add(words);
                words = new ArrayList<>();
            }
        }
        arrived = Arrays.copyOfRange(arrived, at, arrived.length);
        return requests;
    }

    private boolean readWord() {
        if (missing == 0) {
            missing = Math.max(0, number());
        }
        if (missing > 0 && length == NOT_COMPLETE) {
            length = number();
        }
        if (length == NOT_COMPLETE || arrived.length - at < length + 2) {
            return false;
        }
        words.add(new String(arrived, at, length, UTF_8));
        at += length + 2;
        length = NOT_COMPLETE;
        missing--;
        return true;
    }

    private int number() {
        int end = at;
        while (end < arrived.length && arrived[end] != '\r') {
            end++;
        }
        if (end == arrived.length) {
            return NOT_COMPLETE;
        }
        int number = Integer.parseInt(new String(arrived, at + 1, end - at - 1, US_ASCII));
        at = end + 1 < arrived.length && arrived[end + 1] == '\n' ? end + 2 : end + 1;
        return number;
    }
}
