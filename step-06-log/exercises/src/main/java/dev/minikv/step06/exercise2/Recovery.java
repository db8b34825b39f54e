package dev.minikv.step06.exercise2;

import dev.minikv.step06.exercise2.Recovered.Clean;
import dev.minikv.step06.exercise2.Recovered.Damaged;
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
        while (offset < log.length) {
            Optional<Frame> frame = Frame.at(log, offset);
            if (frame.isEmpty()) {
                return new Damaged(offset);
            }
            payloads.add(frame.get().payload());
            offset = frame.get().end();
        }
        return new Clean(payloads);
    }
}
