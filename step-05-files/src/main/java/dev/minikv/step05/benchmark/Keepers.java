package dev.minikv.step05.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.MVStore;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What else a program can keep its entries with: libraries that write all of a map, and databases.
///
/// Each does what ours does: it writes a new file, forces it, gives it the name, and forces the folder.
final class Keepers {

    private Keepers() {}

    private interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void replace(Path file, Contents contents) throws IOException {
        Path fresh = fresh(file);
        try (var channel = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18);
            contents.writeTo(out);
            out.flush();
            channel.force(true);
        }
        swap(fresh, file);
    }

    private static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + ".saving");
    }

    private static void swap(Path fresh, Path file) throws IOException {
        Files.move(fresh, file, ATOMIC_MOVE);
        try (var folder = FileChannel.open(file.getParent(), READ)) {
            folder.force(true);
        }
    }

    record OfGson(Map<String, String> entries) implements Keeper {

        private static final Gson GSON = new Gson();

        @Override
        public void save(Path file) throws IOException {
            replace(file, out -> {
                var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
                GSON.toJson(entries, writer);
                writer.flush();
            });
        }

        @Override
        public Object load(Path file) throws IOException {
            try (var reader = Files.newBufferedReader(file)) {
                return GSON.fromJson(reader, new TypeToken<HashMap<String, String>>() {});
            }
        }
    }

    record OfJackson(Map<String, String> entries) implements Keeper {

        private static final JsonMapper JACKSON = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET) // or the file could not be forced
                .build();

        @Override
        public void save(Path file) throws IOException {
            replace(file, out -> JACKSON.writeValue(out, entries));
        }

        @Override
        public Object load(Path file) throws IOException {
            return JACKSON.readValue(Files.readAllBytes(file), new TypeReference<HashMap<String, String>>() {});
        }
    }

    record OfSerialization(Map<String, String> entries) implements Keeper {

        @Override
        public void save(Path file) throws IOException {
            replace(file, out -> {
                var objects = new ObjectOutputStream(out);
                objects.writeObject(entries);
                objects.flush();
            });
        }

        @Override
        public Object load(Path file) throws IOException, ClassNotFoundException {
            try (var in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18))) {
                return in.readObject();
            }
        }
    }

    record OfMvStore(Map<String, String> entries) implements Keeper {

        @Override
        public void save(Path file) throws IOException {
            Files.deleteIfExists(fresh(file));
            try (MVStore store = MVStore.open(fresh(file).toString())) {
                store.openMap("entries").putAll(entries);
                store.commit();
                store.sync();
            }
            swap(fresh(file), file);
        }

        @Override
        public Object load(Path file) {
            try (MVStore store = MVStore.open(file.toString())) {
                return new HashMap<>(store.<String, String>openMap("entries"));
            }
        }
    }

    record OfSqlite(Map<String, String> entries) implements Keeper {

        @Override
        public void save(Path file) throws IOException, SQLException {
            Files.deleteIfExists(fresh(file));
            try (Connection connection = open(fresh(file))) {
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA synchronous = FULL");
                    statement.execute("CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
                }
                connection.setAutoCommit(false);
                try (var insert = connection.prepareStatement("INSERT INTO entries VALUES (?, ?)")) {
                    for (Map.Entry<String, String> entry : entries.entrySet()) {
                        insert.setString(1, entry.getKey());
                        insert.setString(2, entry.getValue());
                        insert.executeUpdate();
                    }
                }
                connection.commit();
            }
            swap(fresh(file), file);
        }

        @Override
        public Object load(Path file) throws SQLException {
            var loaded = new HashMap<String, String>();
            try (Connection connection = open(file);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT key, value FROM entries")) {
                while (rows.next()) {
                    loaded.put(rows.getString(1), rows.getString(2));
                }
            }
            return loaded;
        }

        private static Connection open(Path file) throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file);
        }
    }
}
