package dev.minikv.step06.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map.Entry;

/// A table of SQLite, with a write-ahead log.
final class SqliteRival implements Rival {

    private final Connection connection;
    private final PreparedStatement insert;

    SqliteRival(Path folder, boolean isDurable) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("entries.db"));
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + (isDurable ? "FULL" : "OFF"));
            statement.execute("CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
        }
        insert = connection.prepareStatement("INSERT OR REPLACE INTO entries VALUES (?, ?)");
    }

    @Override
    public void set(String key, String value) throws SQLException {
        insert.setString(1, key);
        insert.setString(2, value);
        insert.executeUpdate();
    }

    @Override
    public void setAll(List<Entry<String, String>> entries) throws SQLException {
        connection.setAutoCommit(false);
        for (Entry<String, String> entry : entries) {
            set(entry.getKey(), entry.getValue());
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public Object inMemory() throws SQLException {
        var entries = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key, value FROM entries")) {
            while (rows.next()) {
                entries.put(rows.getString(1), rows.getString(2));
            }
        }
        return entries;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
