package dev.minikv.step06.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a store has promised since it was opened: the states that a crash may leave.
///
/// These are the states after each change, in order. A kill may leave those from the last acknowledged change on,
/// and a power cut those from the last change on that is known to be forced.
final class Promise {

    private final List<Map<String, String>> states = new ArrayList<>();
    private int acknowledged = 0;
    private int forced = 0;

    Promise(Map<String, String> opened) {
        states.add(opened);
    }

    /// Returns what can be read now.
    Map<String, String> now() {
        return states.get(acknowledged);
    }

    /// Notes a change that was acknowledged. If there was nothing to do, nothing is promised.
    void acknowledge(Map<String, String> next) {
        if (!next.equals(now())) {
            states.add(next);
            acknowledged = states.size() - 1;
        }
    }

    /// Notes that all that was acknowledged is forced.
    void force() {
        forced = acknowledged;
    }

    /// Notes a change that was not acknowledged, and that may be found after a crash or not.
    void leaveOpen(Map<String, String> next) {
        states.add(next);
    }

    boolean allows(Map<String, String> left, boolean isPowerLost) {
        return states.subList(isPowerLost ? forced : acknowledged, states.size())
                .contains(left);
    }

    /// Goes back to a state, if it is that before the last changes.
    ///
    /// @param maxLost how many of them at most
    /// @return whether it is
    boolean goBack(Map<String, String> left, int maxLost) {
        for (int lost = 0; lost <= Math.min(maxLost, acknowledged); lost++) {
            if (states.get(acknowledged - lost).equals(left)) {
                acknowledged -= lost;
                states.subList(acknowledged + 1, states.size()).clear();
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return states + ", acknowledged " + acknowledged + ", forced " + forced;
    }
}
