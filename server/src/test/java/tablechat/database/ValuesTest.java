package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;

/// Tables of type, expression and the JSON that its value becomes, one for each kind.
@ExtendWith(OnPostgres.class)
@InTurn
class ValuesTest {
    @TempDir
    Path folder;

    @Test
    void ofSqlite() throws Exception {
        try (Database shop = Shop.open(Shop.in(folder))) {
            assertValues(shop, "sqlite-values.txt");
        }
    }

    @Test
    void ofDuckDb() throws Exception {
        try (Database shop = DuckDbShop.open(DuckDbShop.in(folder))) {
            assertValues(shop, "duckdb-values.txt");
        }
    }

    @Test
    void ofPostgresql(PostgresServer server) throws Exception {
        try (Database shop = Database.at(server.url(PostgresServer.READER), null, PostgresServer.PASSWORD)) {
            assertValues(shop, "postgresql-values.txt");
        }
    }

    private static void assertValues(Database shop, String table) throws Exception {
        for (String line : Lines.of(table)) {
            String[] example = line.split(" \\| ", 3);
            Outcome outcome = shop.query("select " + example[1]);
            var rows = assertInstanceOf(Outcome.Rows.class, outcome, () -> line + ": " + outcome);
            assertEquals(example[2], Json.write(rows.rows().getFirst().getFirst()), line);
        }
    }
}
