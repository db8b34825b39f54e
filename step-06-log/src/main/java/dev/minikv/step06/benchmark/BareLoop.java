package dev.minikv.step06.benchmark;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;

/// The least that a log can do: write as many bytes as a record of ours has at the end of a file, and force them
/// if the change is to be durable. It is not a store, and forgets what it is given.
final class BareLoop implements Rival {

    /// What one of our records has: a header, and a key and a value with their lengths.
    static final int RECORD_BYTES = 21 + 4 + Entries.KEY_CHARS + 4 + Entries.VALUE_CHARS;

    private final FileChannel file;
    private final boolean isDurable;
    private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD_BYTES);

    BareLoop(Path folder, boolean isDurable) throws IOException {
        file = FileChannel.open(folder.resolve("bare"), CREATE_NEW, WRITE);
        this.isDurable = isDurable;
    }

    @Override
    public void set(String key, String value) throws IOException {
        file.write(record.clear());
        if (isDurable) {
            file.force(true); // as our log does
        }
    }

    @Override
    public void setAll(List<Entry<String, String>> entries) throws IOException {
        file.write(ByteBuffer.allocate(entries.size() * RECORD_BYTES));
        file.force(true);
    }

    @Override
    public Object inMemory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
