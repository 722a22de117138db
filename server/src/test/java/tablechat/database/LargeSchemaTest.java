package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Table;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Proofs;
import tablechat.testing.WideSchema;

/// Finding one's way in a schema of thousands of tables; of hundreds without `-Pproofs`.
@Timeout(240)
@ExtendWith({OnPostgres.class, OnMariaDb.class})
@InTurn
final class LargeSchemaTest {
    private static final WideSchema WIDE = Proofs.ALL ? WideSchema.LARGE : new WideSchema(150, 12);

    @TempDir
    Path folder;

    @Test
    void inSqlite() throws Exception {
        Path file = folder.resolve("wide.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            WIDE.make(connection, false);
        }

        try (Database database = Shop.open(file)) {
            assertFound(database, "overdue fee");
            Shop.write(file, "create table late_arrivals (overdue_fee integer)");
            assertEquals("late_arrivals", database.search("late overdue").getFirst().table().name());
        }
    }

    @Test
    void inDuckDb() throws Exception {
        Path file = folder.resolve("wide.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            WIDE.make(connection, true);
        }

        try (Database database = DuckDbShop.open(file)) {
            assertFound(database, "late payments charged");
        }
    }

    @Test
    void inPostgresql(PostgresServer server) throws Exception {
        server.write("create database wide");
        try {
            String url = "127.0.0.1:%d/wide".formatted(server.port());
            try (Connection connection = DriverManager.getConnection("jdbc:postgresql://" + url, "postgres", "")) {
                WIDE.make(connection, true);
            }
            try (Database database = Database.at("postgresql://postgres@" + url)) {
                assertFound(database, "late payments charged");
                Thread.sleep(1_100); // so long a list is believed, whatever name is asked for
                try (Connection connection = DriverManager.getConnection("jdbc:postgresql://" + url, "postgres", "");
                        var statement = connection.createStatement()) {
                    statement.execute("create table made_since (id integer)");
                }
                assertEquals(1, database.describe(List.of("made_since")).size());
            }
        } finally {
            server.write("drop database wide with (force)");
        }
    }

    @Test
    void inMariaDb(MariaDbServer server) throws Exception {
        server.write("create database wide");
        try {
            String url = "mariadb://127.0.0.1:%d/wide".formatted(server.port());
            try (Connection connection = DriverManager.getConnection("jdbc:" + url, MariaDbServer.BOSS, MariaDbServer.PASSWORD)) {
                WIDE.make(connection, false);
            }
            try (Database database = Database.at(url, MariaDbServer.BOSS, MariaDbServer.PASSWORD)) {
                assertFound(database, "overdue fee");
            }
        } finally {
            server.write("drop database wide");
        }
    }

    /// @param meaning words that only one table has
    private static void assertFound(Database database, String meaning) throws Exception {
        List<Table> all = database.tables(null);
        List<Found> found = database.search(meaning);
        Table described = database.describe(List.of("crm_invoice_3")).getFirst();

        assertEquals(WIDE.tables(), all.size());
        assertTrue(all.stream().allMatch(table -> table.columns() == null));
        assertEquals("crm_invoice_3", found.getFirst().table().name());
        assertEquals("overdue_fee", found.getFirst().columns().getFirst());
        assertEquals(WIDE.columns() + 1, described.columns().size());
        assertEquals("crm_invoice_3", database.search("invoices of CRM, no 3").getFirst().table().name());
        assertEquals(List.of(), database.search("xyzzy"));
        assertEquals("crm_invoice_3", database.nearest("crm_invoce_3").getFirst());
        assertEquals(List.of(WIDE.name(7)), database.tables(WIDE.name(7)).stream().map(Table::name).filter(WIDE.name(7)::equals).toList());
    }
}
