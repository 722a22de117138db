package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Connection.Attempt;
import tablechat.protocol.Connection.Guard;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;

/// The attempts on a connection that nothing keeps from writing: each must be seen to get through, and change nothing even so.
@ExtendWith(OnPostgres.class)
@InTurn
class ProofTest {
    @TempDir
    Path folder;

    @Test
    void onAnOpenSqliteFileTheAttemptsGetThroughAndChangeNothing() throws Exception {
        Path file = Shop.in(folder);
        byte[] before = Files.readAllBytes(file);

        Guard guard = triedOpen(Kind.at(Address.of("sqlite:" + file)), "jdbc:sqlite:" + file + "?enable_load_extension=true");

        // Two are held by how we run statements: prepared, and with a limit to values.
        assertEquals(List.of("copy the database into a file", "make a value of 1 GB"), held(guard));
        assertFalse(guard.readOnly());
        assertTrue(guard.detail().startsWith("Not read-only: it was possible to create a table, change rows of a table"), guard.detail());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("shop.db"), names());
    }

    @Test
    void onAnOpenDuckDbFileTheAttemptsGetThroughAndChangeNothing() throws Exception {
        Path file = DuckDbShop.in(folder);

        Guard guard = triedOpen(Kind.at(Address.of("duckdb:" + file)), "jdbc:duckdb:" + file);

        assertEquals(List.of(), held(guard));
        assertFalse(guard.readOnly());
        assertEquals(List.of("shop.duckdb"), names());
        try (Database shop = DuckDbShop.open(file)) {
            assertEquals(5, shop.tables(null).size());
        }
    }

    @Test
    void onAnOpenSessionOfPostgresqlTheAttemptsGetThroughAndChangeNothing(PostgresServer server) throws Exception {
        String tables = "select count(*) from pg_class";
        String before = server.ask(tables);

        Guard guard = triedOpen(Kind.at(Address.of(server.url("postgres"))),
                "jdbc:postgresql://127.0.0.1:%d/shop?user=postgres".formatted(server.port()));

        assertEquals(List.of("connect to another server"), held(guard));
        assertFalse(guard.readOnly());
        assertEquals(before, server.ask(tables));
    }

    private static Guard triedOpen(Kind kind, String url) throws SQLException {
        var open = (Kind) Proxy.newProxyInstance(Kind.class.getClassLoader(), new Class<?>[] {Kind.class}, (_, method, arguments) ->
                switch (method.getName()) {
                    case "open" -> writing(url);
                    // SQLite's stay prepared ones: in others its driver obeys `backup to`, and no other than prepared ones are run.
                    case "statement" -> kind.name().equals("sqlite") ? asked(kind, method, arguments)
                            : ((Connection) arguments[0]).createStatement();
                    default -> asked(kind, method, arguments);
                });
        var lane = new Lane(open, "");
        try {
            return kind.tried(lane);
        } finally {
            lane.close();
        }
    }

    private static Object asked(Kind kind, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(kind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Connection writing(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> held(Guard guard) {
        return guard.checks().stream().filter(Attempt::held).map(Attempt::name).toList();
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
