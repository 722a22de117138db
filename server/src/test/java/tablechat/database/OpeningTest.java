package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Connection.Status;
import tablechat.protocol.Rejected;

class OpeningTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "plain.db", "with space.db", "a?mode=rwc.db", "a%2Cb.db", "a%3Fb.db", "ü#&=+.db", "file:x.db", "100%.db", "x;y'z\".db"
    })
    void opensAFileOfAnyName(String name) throws Exception {
        Path file = folder.resolve(name.replace("%2C", ",").replace("%3F", "?"));
        Files.move(Shop.in(folder), file);

        try (Database shop = Database.at("sqlite:" + folder + "/" + name)) {
            assertEquals(Status.OK, shop.probe().status());
            assertEquals(4, shop.tables(null).size());
        }
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void threeSlashesAreAnAbsolutePathToo() throws Exception {
        try (Database shop = Database.at("sqlite://" + Shop.in(folder))) {
            assertEquals(Status.OK, shop.probe().status());
        }
    }

    @Test
    void aRelativePathIsTakenFromTheWorkingFolder() throws Exception {
        try (Database none = Database.at("SQLite:no-such-folder/shop.db")) {
            String error = none.probe().error();

            assertEquals("There is no file %s.".formatted(Path.of("no-such-folder/shop.db").toAbsolutePath()), error);
            assertEquals("SQLite:no-such-folder/shop.db", none.maskedUrl());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "oracle://scott:tiger@host/db | There is no kind of database called \"oracle\". The kinds there are:",
        "shop.db | A database URL begins with its kind (",
        "'' | A database URL begins with its kind (",
        "sqlite: | The URL names no file",
        "sqlite:// | After sqlite:// comes an absolute path",
        "sqlite://host/shop.db | After sqlite:// comes an absolute path",
        "sqlite::memory: | A database in memory is empty",
        "sqlite:a%00b | The URL holds a character"
    })
    void aUrlThatMeansNothingIsRejectedInWords(String url, String beginning) {
        var rejected = assertThrows(Rejected.class, () -> Database.at(url));

        assertTrue(rejected.getMessage().startsWith(beginning), rejected.getMessage());
        assertFalse(rejected.getMessage().contains("tiger"));
    }

    @Test
    void nothingIsTouchedBeforeTheFirstUse() {
        try (Database none = Shop.open(folder.resolve("shop.db"))) {
            assertEquals(Status.UNKNOWN, none.health().status());
            assertEquals("sqlite", none.kind());
            assertEquals("SQLite", none.dialect());
        }
    }

    @Test
    void aMissingFileIsSaidNotMadeAndHealsWhenItComes() throws Exception {
        Path file = folder.resolve("shop.db");
        try (Database shop = Shop.open(file)) {
            assertEquals(Status.UNREACHABLE, shop.probe().status());
            assertEquals("There is no file %s.".formatted(file), shop.health().error());
            assertEquals(shop.health().error(), assertThrows(DatabaseFailure.class, () -> shop.tables(null)).getMessage());
            assertEquals(shop.health().error(), assertInstanceOf(Outcome.Failed.class, shop.query("select 1")).message());
            assertFalse(Files.exists(file));

            Shop.in(folder);

            assertInstanceOf(Outcome.Rows.class, shop.query("select 1"));
            assertEquals(Status.OK, shop.health().status());
            assertTrue(shop.dialect().matches("SQLite \\d+\\.\\d+"), shop.dialect());
        }
    }

    @Test
    void aFilePutInItsPlaceIsNoticed() throws Exception {
        Path file = Shop.in(folder);
        try (Database shop = Shop.open(file)) {
            assertEquals(4, shop.tables(null).size());

            Files.delete(file);
            assertInstanceOf(Outcome.Failed.class, shop.query("select 1"));
            Shop.write(file, "create table other (a)");

            assertEquals("other", shop.tables(null).getFirst().name());
            assertInstanceOf(Outcome.Failed.class, shop.query("select * from customers"));
        }
    }

    @Test
    void aFolderIsNoDatabase() throws Exception {
        try (Database none = Shop.open(folder)) {
            assertEquals(folder + " is a folder, not an SQLite database.", none.probe().error());
        }
    }

    @Test
    void aTextFileIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Dear diary, ".repeat(1000));
        try (Database none = Shop.open(file)) {
            assertEquals(file + " is not an SQLite database, or it is encrypted.", none.probe().error());
            assertEquals(Status.UNREACHABLE, none.health().status());
        }
    }

    @Test
    void aWalDatabaseIsReadWhileAnotherWritesIt() throws Exception {
        Path file = Shop.in(folder);
        Shop.write(file, "pragma journal_mode = wal");
        try (Database shop = Shop.open(file)) {
            shop.query("select 1");

            Shop.write(file, "insert into customers (id, name) values (3, 'Cy')");

            var rows = assertInstanceOf(Outcome.Rows.class, shop.query("select count(*) from customers"));
            assertEquals(List.of(List.of(3)), rows.rows());
        }
    }

    @Test
    void aWalDatabaseWhoseSharedFileCannotBeMadeSaysSo() throws Exception {
        Path file = Shop.in(folder);
        Shop.write(file, "pragma journal_mode = wal");
        Path inTheWay = Files.createSymbolicLink(folder.resolve("shop.db-shm"), folder.resolve("nowhere/shop.db-shm"));
        try (Database shop = Shop.open(file)) {
            String error = shop.probe().error();

            assertTrue(error.contains("is in WAL mode"), error);
            assertEquals(Status.UNREACHABLE, shop.health().status());

            Files.delete(inTheWay);

            assertEquals(Status.OK, shop.probe().status());
        }
    }

    @Test
    void aLockedDatabaseIsSaidToBeLocked() throws Exception {
        Path file = Shop.in(folder);
        try (Database shop = Shop.open(file);
                var writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                var lock = writer.createStatement()) {
            lock.execute("begin exclusive");

            var failed = assertInstanceOf(Outcome.Failed.class, shop.query("select * from customers"));

            assertEquals("Another program has locked the database; try again in a moment.", failed.message());
        }
    }
}
