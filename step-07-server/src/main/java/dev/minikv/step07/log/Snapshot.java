package dev.minikv.step07.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map.Entry;

/// All entries at one moment, in a file: a put for each, and a frame that ends it. Each frame has the sequence
/// number of the last record that the snapshot covers.
final class Snapshot {

    private Snapshot() {}

    /// Creates the snapshot of a number. It is on the disk when this returns.
    static void create(LogFolder folder, int number, long sequence, List<Entry<String, String>> entries)
            throws IOException {
        folder.replace(folder.snapshot(number), file -> {
                    var out = new BufferedOutputStream(file);
                    out.write(LogFolder.HEADER);
                    for (Entry<String, String> entry : entries) {
                        out.write(Frame.encode(sequence, 0, new LogRecord.Put(List.of(entry))));
                    }
                    out.write(Frame.encode(sequence, 0, new LogRecord.End()));
                    out.flush();
                })
                .close();
    }

    /// Returns the bytes of the next frame, or what there is instead. That takes no more memory than there are bytes,
    /// whatever length they announce.
    static byte[] next(InputStream in) throws IOException {
        byte[] header = in.readNBytes(Frame.HEADER_BYTES);
        byte[] fields = in.readNBytes(header.length < Frame.HEADER_BYTES ? 0 : Frame.fieldBytes(header));
        return ByteBuffer.allocate(header.length + fields.length)
                .put(header)
                .put(fields)
                .array();
    }
}
