package dev.minikv.step06.exercise2;

import dev.minikv.step06.exercise2.Recovered.Clean;
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
        int end = 0;
        while (offset < log.length) {
            Optional<Frame> frame = Frame.at(log, offset);
            frame.ifPresent(next -> payloads.add(next.payload()));
            end = frame.map(Frame::end).orElse(end);
            offset = frame.map(Frame::end).orElse(offset + 1);
        }
        if (end == log.length) {
            return new Clean(payloads);
        }
        file.truncate(end);
        file.force();
        return new Torn(payloads, end);
    }
}
