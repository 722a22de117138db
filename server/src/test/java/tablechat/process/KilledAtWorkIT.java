package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.testing.Proofs;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestClient;

/// Killed in the middle of work that takes its time, the server takes it up again, or has left nothing of it.
class KilledAtWorkIT {
    private static final int KILLS = Proofs.count(1, 25);
    private static final int PURGES = Math.max(2, KILLS);
    private static final long SEED = 20_260_403;
    private static final String MANY_ROWS =
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000) select i, 'row ' || i as text from n";

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    private Path data;
    private SqliteFile store;

    @BeforeEach
    void makeDataFolder() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        store = new SqliteFile(data.resolve("tablechat.db"));
    }

    @Test
    void aMigrationIsTakenUpAgain() throws Exception {
        SqliteFile old = OldStore.make(folder.resolve("old.db"), 1).run("""
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 8000)
                insert into part (message_id, position, type, text)
                select (select id from message where role = 'assistant' and status = 'complete' limit 1), 10 + i, 'text',
                    hex(randomblob(200)) from n
                """);
        var found = new TreeMap<Object, Integer>();
        for (int i = 0; i < KILLS; i++) found.merge(killMigration(old), 1, Integer::sum);
        Proofs.report("%d kills of a migration, each brought to its end; schema found after the kill, and how often: %s", KILLS, found);
    }

    private Object killMigration(SqliteFile old) throws Exception {
        clear();
        Files.copy(old.path(), store.path());
        Path kept = data.resolve("tablechat.db.schema-1");
        try (var server = ServerProcess.launch(folder, Map.of())) {
            Shell.await("the copy before the migration", () -> Files.exists(kept));
            Thread.sleep(random.nextInt(600));
            server.kill();
        }
        Object schema = schema();
        if (!schema.equals(1)) checkKept(kept);
        try (var server = ServerProcess.start(folder, Map.of())) {
            server.kill();
        }
        checkKept(kept);
        OldStore.assertSameHistory(old, store);
        return schema;
    }

    /// Of what was left, which is sound.
    private Object schema() throws Exception {
        try (var copy = StoreCopy.of(data)) {
            return copy.checkSound().file().column("pragma user_version").getFirst();
        }
    }

    private static void checkKept(Path kept) throws Exception {
        var copy = new SqliteFile(kept);
        assertEquals(List.of("ok"), copy.column("pragma integrity_check"));
        assertEquals(List.of(1), copy.column("pragma user_version"));
        assertEquals(List.of(1), copy.column("select count(*) from message where status = 'streaming'"));
    }

    /// Of a removed connection nothing is seen, and at last nothing is there; nor of sessions deleted long ago.
    @Test
    void aPurgeIsTakenUpAgain() throws Exception {
        seed();
        Path seeded = Files.copy(store.path(), folder.resolve("seeded.db"));
        for (int i = 0; i < PURGES; i++) {
            clear();
            Files.copy(seeded, store.path());
            killPurge(i);
        }
        Proofs.report("%d kills of a purge, each brought to its end", PURGES);
    }

    private void seed() throws Exception {
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port())) {
            Path other = new SqliteFile(folder.resolve("other.db")).run("create table note (text)").path();
            client.send(Map.of("type", "connection.add", "name", "doomed", "url", "sqlite:" + other));
            server.term();
            server.status();
        }
        store.run("""
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 3000)
                insert into session (id, connection_id, title, title_source, created_at, active_at, deleted_at)
                select name || i, id, name || i, 'user', i, i, case when name = 'sample' and i > 100 then 1 end from n, connection
                """, """
                insert into message (id, session_id, position, role, status, created_at)
                select 'm' || id, id, 1, 'user', 'complete', 1 from session
                """, """
                insert into part (message_id, position, type, text) select id, 0, 'text', hex(randomblob(100)) from message
                """);
    }

    /// Of the two kinds in turn.
    private void killPurge(int time) throws Exception {
        boolean removed = time % 2 == 0;
        try (var server = ServerProcess.launch(folder, Map.of())) {
            if (removed) remove(server, random.nextInt(1 + 8 * time));
            else Thread.sleep(random.nextInt(300, 1_500)); // somewhere in the start, which deletes the old sessions
            server.kill();
        }
        schema();
        try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port(), "connection=sample")) {
            List<Received> connections = client.send(Map.of("type", "connection.list")).objects("connections");
            if (removed) assertEquals(List.of("sample"), connections.stream().map(one -> one.text("name")).toList());
            if (connections.size() > 1) client.send(Map.of("type", "connection.remove", "connection", "doomed"));
            Shell.await("the end of the purge", () -> store.column("select count(*) from session").equals(List.of(100)));
            Shell.await("the end of the purge", () -> store.column("select count(*) from connection").equals(List.of(1)));
            assertEquals(List.of(100), store.column("select count(*) from part"));
            assertEquals(100, client.send(Map.of("type", "session.list")).number("total"));
            server.kill();
        }
    }

    private void remove(ServerProcess server, int killedAfterMillis) throws InterruptedException {
        try (var client = TestClient.at(server.port())) {
            assertEquals("connection.removed", client.send(Map.of("type", "connection.remove", "connection", "doomed")).type());
            Thread.sleep(killedAfterMillis);
        }
    }

    /// Who reads a file that is cut short is told so; the store knows nothing of it.
    @Test
    void anExportLeavesNothing() throws Exception {
        String result = null;
        for (int i = 0; i < KILLS; i++) {
            try (var server = ServerProcess.start(folder, Map.of()); var client = TestClient.at(server.port(), "connection=sample")) {
                if (result == null) result = client.send(Map.of("type", "query.run", "sql", MANY_ROWS)).text("result", "id");
                var page = client.send(Map.of("type", "result.page", "result", result, "offset", 990));
                assertEquals(List.of(List.of(991L, "row 991")), Json.list(page.at("rows")).subList(0, 1));
                killExport(server, result);
            }
            try (var copy = StoreCopy.of(data)) {
                copy.checkSound();
                assertEquals(List.of(1), copy.file().column("select count(*) from result"));
            }
        }
        try (var files = Files.list(data)) {
            assertTrue(files.allMatch(file -> file.getFileName().toString().matches("(tablechat|sample|sqlite-).*")), "left behind");
        }
        Proofs.report("%d kills of an export, none left anything", KILLS);
    }

    private void killExport(ServerProcess server, String result) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/results/%s.csv".formatted(server.port(), result))).build();
        try (var http = HttpClient.newHttpClient();
                InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertEquals("i,text", new String(body.readNBytes(6)));
            body.skipNBytes(random.nextInt(1_000_000));
            server.kill();
            assertThrows(IOException.class, body::readAllBytes);
        }
    }

    private void clear() throws IOException {
        try (var files = Files.list(data)) {
            for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("sqlite-")).toList()) Files.delete(file);
        }
    }
}
