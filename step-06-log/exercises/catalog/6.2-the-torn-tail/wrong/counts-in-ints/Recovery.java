package dev.minikv.step06.exercise2;

import dev.minikv.step06.exercise2.Recovered.Clean;
import dev.minikv.step06.exercise2.Recovered.Damaged;
import dev.minikv.step06.exercise2.Recovered.Torn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// What happens to a log before it is used again.
public final class Recovery {

    private Recovery() {}

    /// Reads a log, and cuts its tail if that is torn.
    ///
    /// @throws IOException if the file fails
    public static Recovered recover(LogFile file) throws IOException {
        byte[] log = file.read();
        var payloads = new ArrayList<String>();
        int offset = 0;
        Optional<Frame> frame = next(log, offset, 1);
        while (frame.isPresent()) {
            payloads.add(frame.get().payload());
            offset = frame.get().end();
            frame = next(log, offset, payloads.size() + 1);
        }
        if (offset == log.length) {
            return new Clean(payloads);
        }
        if (wasForced(payloads.size() + 1, log, offset)) {
            return new Damaged(offset);
        }
        file.truncate(offset);
        file.force();
        return new Torn(payloads, offset);
    }

    /// Returns the frame at an offset, if it has this sequence number.
    private static Optional<Frame> next(byte[] log, int offset, long sequence) {
        return Frame.at(log, offset).filter(frame -> frame.sequence() == sequence);
    }

    /// Returns whether a frame that is at an offset or after it says that a record was forced.
    private static boolean wasForced(long sequence, byte[] log, int from) {
        for (int offset = from; offset < log.length; offset++) {
            Optional<Frame> frame = Frame.at(log, offset);
            if (frame.isPresent()
                    && (int) frame.get().sequence() - (int) frame.get().unforced() > sequence) {
                return true;
            }
        }
        return false;
    }
}
