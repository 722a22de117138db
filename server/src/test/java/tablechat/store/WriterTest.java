package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.metrics.Metrics;
import tablechat.protocol.Rejected;
import tablechat.testing.SqliteFile;

final class WriterTest {
    @TempDir
    Path folder;

    @Test
    void aCommitThatFailsIsRolledBackAndHoldsNoLock() throws Exception {
        var file = new SqliteFile(folder.resolve("writer.db"))
                .run("create table parent (id integer primary key)", "create table child (parent integer references parent)");
        try (var writer = new Writer(new StoreFile(file.path(), Duration.ofSeconds(5)).openToLend(), new Metrics())) {

            assertThrows(Rejected.class, () -> writer.run(db -> {
                db.dml("pragma defer_foreign_keys = on"); // so that it is the commit that fails
                return db.dml("insert into child values (7)");
            }));

            file.run("insert into parent values (1)");
            assertEquals(1L, (long) writer.run(db -> db.dml("insert into parent values (2)")));
        }
        assertEquals(List.of(), file.column("select parent from child"));
        assertEquals(List.of(1, 2), file.column("select id from parent order by id"));
    }
}
