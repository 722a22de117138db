package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tablechat.protocol.Connection.Attempt;

/// Each fence around a DuckDB file alone: the tokenizer without an engine, and the engine's settings without the tokenizer.
class DuckDbGuardTest {
    @TempDir
    static Path folder;

    private static Path file;
    private static Database shop;

    @BeforeAll
    static void open() throws Exception {
        file = DuckDbShop.in(folder);
        shop = DuckDbShop.open(file);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static List<String> refused() {
        return Lines.of("common-refused.sql.txt", "duckdb-refused.sql.txt");
    }

    static List<String> grows() {
        return Lines.of("duckdb-grows.sql.txt");
    }

    static List<String> guardOnly() {
        return Lines.of("duckdb-guard-only.sql.txt");
    }

    static List<String> runs() {
        return Lines.of("common-runs.sql.txt", "duckdb-runs.sql.txt");
    }

    @Test
    void theTokenizerAloneRefuses() {
        List<String> passed = Stream.of(refused(), grows(), guardOnly())
                .flatMap(List::stream)
                .filter(sql -> Guard.refusal(sql, DuckDbDialect.DUCKDB).isEmpty())
                .toList();

        assertEquals(List.of(), passed);
        assertTrue(refused().size() >= 120, refused().size() + " refused");
    }

    @Test
    void theEngineAloneLetsNothingBeWrittenOrReadElsewhere() throws Exception {
        byte[] before = Files.readAllBytes(file);

        for (String sql : refused()) {
            Outcome outcome = shop.unguarded(sql);
            if (outcome instanceof Outcome.Rows rows) assertTrue(!rows.rows().toString().contains("root:"), sql);
        }

        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("shop.duckdb"), names(folder));
        assertTrue(names(Path.of("/tmp")).stream().noneMatch(name -> name.startsWith("tablechat-x")));
    }

    @Test
    void whatTheEngineAloneLetsThroughDoesNotLast(@TempDir Path other) throws Exception {
        Path opened = DuckDbShop.in(other);
        byte[] before = Files.readAllBytes(opened);

        try (Database unguarded = DuckDbShop.open(opened)) {
            for (String sql : guardOnly().reversed()) {
                Outcome outcome = unguarded.unguarded(sql);
                assertInstanceOf(Outcome.Rows.class, outcome, () -> sql + " is refused by the engine now: " + outcome);
            }
        }

        assertArrayEquals(before, Files.readAllBytes(opened));
        assertEquals(List.of("shop.duckdb"), names(other));
        try (Database again = DuckDbShop.open(opened)) {
            assertEquals(5, again.tables(null).size());
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void letsReadingStatementsRun(String sql) throws Exception {
        Outcome outcome = shop.query(sql);

        assertInstanceOf(Outcome.Rows.class, outcome, () -> sql + " " + outcome);
        assertTrue(runs().size() >= 60, runs().size() + " run");
    }

    @Test
    void probingTriesWhatItSays() throws Exception {
        Database.Health health = shop.probe();

        tablechat.protocol.Connection.Guard guard = health.guard();
        assertTrue(guard.readOnly());
        assertEquals("Read-only, proven: 9 of 9 attempts to get around it were held.", guard.detail());
        assertTrue(guard.checks().contains(new Attempt("create a table", true, null)), guard::toString);
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
