package tablechat.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// An SQLite file as its owner sees it, past TableChat.
public record SqliteFile(Path path) {

    /// Runs the statements one by one; makes the file if it is not there.
    public SqliteFile run(String... statements) throws SQLException {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
        return this;
    }

    /// The first column of every row.
    public List<Object> column(String sql) throws SQLException {
        var values = new ArrayList<>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) values.add(row.getObject(1));
        }
        return values;
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }
}
