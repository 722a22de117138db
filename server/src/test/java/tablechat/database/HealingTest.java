package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Connection.Status;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;

@ExtendWith(OnPostgres.class)
@Timeout(60)
@InTurn
class HealingTest {
    private static final int TOLD_SECONDS_MAX = 20;

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Status> told = new LinkedBlockingQueue<>();

    @Test
    void aDatabaseThatComesBackIsSeenWithoutAnybodyAsking() throws Exception {
        Path file = Shop.in(folder);
        Path away = Files.move(file, folder.resolve("away.db"));
        try (Database shop = Shop.open(file)) {
            shop.watch(() -> told.add(shop.health().status()));

            shop.query("select 1");
            assertEquals(Status.UNREACHABLE, told.poll(TOLD_SECONDS_MAX, TimeUnit.SECONDS));
            Files.move(away, file);

            assertEquals(Status.OK, told.poll(TOLD_SECONDS_MAX, TimeUnit.SECONDS));
            assertNotNull(shop.health().guard().checks());
            Files.move(file, away);
            shop.query("select 1");
            assertEquals(Status.UNREACHABLE, told.poll(TOLD_SECONDS_MAX, TimeUnit.SECONDS));
        }
    }

    @Test
    void nothingIsLookedForAfterTheEnd() throws Exception {
        Path file = folder.resolve("shop.db");
        Database shop = Shop.open(file);
        shop.watch(() -> told.add(shop.health().status()));
        shop.probe();
        assertEquals(Status.UNREACHABLE, told.poll(TOLD_SECONDS_MAX, TimeUnit.SECONDS));

        shop.close();
        Shop.in(folder);

        assertNull(told.poll(Healing.FIRST.toMillis() * 2, TimeUnit.MILLISECONDS));
    }

    @Test
    void aLoginThatIsNotLetInIsNotTriedAgainAndAgain(PostgresServer server) throws Exception {
        try (Database shop = Database.at(server.url(PostgresServer.READER), null, "wr0ng")) {
            shop.watch(() -> told.add(shop.health().status()));

            assertEquals(Status.UNREACHABLE, shop.probe().status());

            assertNull(told.poll(Healing.FIRST.toMillis() * 2, TimeUnit.MILLISECONDS));
            assertFalse(shop.health().error().contains("wr0ng"));
        }
    }

    @Test
    void aLoginThatIsShutOutWhileItIsLookedForIsNotTriedAnyMore(PostgresServer server) throws Exception {
        server.write("create role shut_out login connection limit 0 password '%s'".formatted(PostgresServer.PASSWORD));
        try (Database shop = Database.at(server.url("shut_out"), null, PostgresServer.PASSWORD)) {
            shop.watch(() -> told.add(shop.health().status()));
            shop.probe();
            assertEquals(Status.UNREACHABLE, told.poll(TOLD_SECONDS_MAX, TimeUnit.SECONDS));
            server.write("alter role shut_out nologin");
            assertEquals(Status.UNREACHABLE, told.poll(TOLD_SECONDS_MAX, TimeUnit.SECONDS));

            server.write("alter role shut_out login connection limit -1");

            assertNull(told.poll(Healing.FIRST.toMillis() * 4, TimeUnit.MILLISECONDS));
            assertEquals(Status.OK, shop.probe().status());
        } finally {
            server.write("drop role shut_out");
        }
    }
}
