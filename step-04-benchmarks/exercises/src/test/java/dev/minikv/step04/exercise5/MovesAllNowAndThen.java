package dev.minikv.step04.exercise5;

/// Tidies up after every seventeenth put, and does it thoroughly.
final class MovesAllNowAndThen extends HashEngine {

    private int puts;

    @Override
    public String put(String key, String value) {
        String previous = super.put(key, value);
        puts++;
        if (puts % 17 == 0) {
            moveAll();
            moveAll();
        }
        return previous;
    }
}
