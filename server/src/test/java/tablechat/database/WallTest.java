package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Connection.Attempt;
import tablechat.protocol.Connection.Guard;

/// What the engine's own settings hold when the guard is not asked.
class WallTest {
    @TempDir
    Path folder;

    private Path file;
    private Database shop;

    @BeforeEach
    void open() throws Exception {
        file = Shop.in(folder);
        shop = Shop.open(file);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into customers (name) values ('x')", "update customers set name = 'x'", "delete from customers",
        "with x as (select 1) delete from customers", "drop table customers", "create table t (a)", "create temp table t (a)",
        "alter table customers add column x", "pragma user_version = 7", "pragma main.application_id = 7", "reindex", "analyze",
        "attach '%s/other.db' as other", "attach '%s/shop.db' as again", "attach ':memory:' as m",
        "attach 'file:%s/other.db?mode=rwc' as o",
        "vacuum",
        "vacuum into '%s/copy.db'", "backup to '%s/copy.db'", "backup main to '%s/copy.db'", "restore from '%s/shop.db'",
        "select load_extension('%s/evil')", "select writefile('%s/w', 'x')", "select readfile('%s/shop.db')",
        "select printf('%%.*c', 9e8, 'x')", "select length(zeroblob(900000000))", "select length(randomblob(900000000))",
        "select length(replace(hex(zeroblob(9000000)), '00', 'abcdef'))",
        "select trim(replace(hex(zeroblob(4000000)), '0', 'a'), replace(hex(zeroblob(500000)), '0', 'b') || 'a')",
        "select instr(replace(hex(zeroblob(4000000)), '0', 'a'), replace(hex(zeroblob(500000)), '0', 'a') || 'b')",
        "select replace(hex(zeroblob(4000000)), replace(hex(zeroblob(500000)), '0', 'a') || 'b', 'c')",
        "select length(replicate('xxxxxxxxxx', 100000000))", "select length(padl('x', 500000000))", "select strfilter('ab', 'b')",
        "select hex(zeroblob(9000000)) a, hex(zeroblob(9000000)) b"
    })
    void theEngineRefuses(String pattern) throws Exception {
        byte[] before = Files.readAllBytes(file);

        Outcome outcome = shop.unguarded(pattern.formatted(folder));

        assertInstanceOf(Outcome.Failed.class, outcome);
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("shop.db"), names());
    }

    @Test
    void nothingASetOfStatementsTurnsOffLastsToTheNext() throws Exception {
        for (String sql : List.of("pragma query_only = off", "commit", "vacuum into '" + folder + "/copy.db'", "begin immediate",
                "insert into customers (name) values ('x')", "savepoint s", "rollback", "delete from customers")) {
            shop.unguarded(sql);
        }

        assertEquals(List.of("shop.db"), names());
        var rows = assertInstanceOf(Outcome.Rows.class, shop.query("select count(*) from customers"));
        assertEquals(List.of(List.of(2)), rows.rows());
    }

    @Test
    void noStatementLeavesATransactionOpen() throws Exception {
        shop.unguarded("begin");
        shop.query("select * from customers");

        Shop.write(file, "begin exclusive", "insert into customers (id, name) values (3, 'Cy')", "commit");

        var rows = assertInstanceOf(Outcome.Rows.class, shop.query("select max(name) from customers"));
        assertEquals(List.of(List.of("Cy")), rows.rows());
    }

    @Test
    void probingTriesWhatItSays() throws Exception {
        Database.Health health = shop.probe();

        Guard guard = health.guard();
        assertTrue(guard.readOnly());
        assertEquals("Read-only, proven: 7 of 7 attempts to get around it were held.", guard.detail());
        assertTrue(guard.checks().contains(new Attempt("create a table", true, null)), guard::toString);
        assertEquals(Map.of("customers", "table"), Map.of(shop.tables("customers").getFirst().name(), "table"));
        assertTrue(shop.tables("tries").isEmpty());
    }

    @Test
    void aRowOfManyLargeCellsIsRefusedAndOneOfManySmallOnesRuns() throws Exception {
        String cell = "printf('%%.*c', %d, 'x')";

        var failed = assertInstanceOf(Outcome.Failed.class,
                shop.unguarded("select " + String.join(", ", Collections.nCopies(500, cell.formatted(900_000)))));
        var rows = assertInstanceOf(Outcome.Rows.class,
                shop.unguarded("select " + String.join(", ", Collections.nCopies(1_000, cell.formatted(9_000)))));

        assertEquals("A value is too large: 16 MB can be read as they are stored, 1 MB where a function or operator works "
                + "on them, in a row of many columns less. Ask for the other columns by name, without that one.", failed.message());
        assertEquals(1_000, rows.rows().getFirst().size());
        assertInstanceOf(Outcome.Rows.class, shop.unguarded("select length(%s)".formatted(cell.formatted(900_000))));
    }

    @Test
    void trimOfTheLargestValuesEnds() throws Exception {
        var rows = assertInstanceOf(Outcome.Rows.class, shop.unguarded("select length(trim(replace(hex(zeroblob(490000)), '0', 'a'), "
                + "replace(hex(zeroblob(490000)), '0', 'b') || 'a'))"));

        assertEquals(List.of(List.of(0)), rows.rows());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anEndlessSortIsStoppedBeforeItFillsTheDisk() throws Exception {
        var failed = assertInstanceOf(Outcome.Failed.class, shop.unguarded("with recursive n(i) as (select 1 union all "
                + "select i + 1 from n) select i, printf('%.*c', 1000, 'x') x from n order by 2, 1"));

        assertEquals("It was stopped: its temporary files grew beyond 300 MB. Sort or group fewer rows or columns.",
                failed.message());
        assertInstanceOf(Outcome.Rows.class, shop.query("select 1"));
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
