package dev.minikv.step06.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;

/// All entries at one moment, in a file: frames of some entries each, and one that ends it. Each has the number
/// of the last record that the snapshot covers.
final class Snapshot {

    private static final int BLOCK_BYTES = 1 << 16;

    private Snapshot() {}

    /// Creates the snapshot of a number. It is on the disk when this returns.
    ///
    /// @return how many bytes it has
    static long create(LogFolder folder, int number, long sequence, List<Entry<String, String>> entries)
            throws IOException {
        var size = new long[1];
        folder.replace(folder.snapshot(number), out -> size[0] = write(out, sequence, entries))
                .close();
        return size[0];
    }

    private static long write(OutputStream out, long sequence, List<Entry<String, String>> entries) throws IOException {
        out.write(LogFolder.HEADER);
        long size = LogFolder.HEADER.length;
        var block = new ArrayList<Entry<String, String>>();
        long blockBytes = 0;
        for (Entry<String, String> entry : entries) {
            block.add(entry);
            blockBytes += Frame.sizeOf(entry.getKey(), entry.getValue());
            if (blockBytes >= BLOCK_BYTES) {
                size += write(out, sequence, new LogRecord.Put(block));
                block.clear();
                blockBytes = 0;
            }
        }
        return size + write(out, sequence, new LogRecord.Put(block)) + write(out, sequence, new LogRecord.End());
    }

    private static int write(OutputStream out, long sequence, LogRecord record) throws IOException {
        byte[] frame = Frame.encode(sequence, 0, record);
        out.write(frame);
        return frame.length;
    }

    /// Returns the bytes of the next frame, or what there is instead. That takes no more memory than there are bytes,
    /// whatever length they announce.
    static byte[] next(InputStream in) throws IOException {
        byte[] header = in.readNBytes(Frame.HEADER_BYTES);
        byte[] fields = in.readNBytes(header.length < Frame.HEADER_BYTES ? 0 : Frame.fieldBytes(header));
        byte[] frame = Arrays.copyOf(header, header.length + fields.length);
        System.arraycopy(fields, 0, frame, header.length, fields.length);
        return frame;
    }
}
