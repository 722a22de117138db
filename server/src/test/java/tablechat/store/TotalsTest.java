package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Session.TitleSource;
import tablechat.testing.SqliteFile;

final class TotalsTest {
    @TempDir
    Path folder;

    @Test
    void aCountThatIsMadeDuringACommitIsNotKept() throws Exception {
        var commits = new AtomicLong(-1);
        try (Store store = Store.open(folder)) {
            new SqliteFile(folder.resolve("tablechat.db")).run("""
                    insert into connection (id, name, kind, url, created_at) values ('c', 'c', 'sqlite', 'sqlite:c.db', 1)
                    """);
            var totals = new Totals(store.readers(), commits::get);
            assertEquals(0, totals.of("c", SessionStore.Shelf.OPEN));

            store.sessions().create("s", "c", "S", TitleSource.USER, Instant.now());

            assertEquals(1, totals.of("c", SessionStore.Shelf.OPEN));
            commits.set(7);
            assertEquals(1, totals.of("c", SessionStore.Shelf.OPEN));
            store.sessions().create("t", "c", "T", TitleSource.USER, Instant.now());
            assertEquals(1, totals.of("c", SessionStore.Shelf.OPEN), "nothing was committed as far as it knows");
        }
    }
}
