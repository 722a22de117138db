package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.Answer;
import tablechat.testing.Received;
import tablechat.testing.ServerProcess;
import tablechat.testing.SqliteFile;
import tablechat.testing.StubProvider;
import tablechat.testing.TestClient;

/// Stores of every schema there ever was go on, with all that was said in them.
class UpgradeIT {
    private static final String CUT_OFF = "Cut off";

    @TempDir
    Path folder;

    private Path data;
    private Path store;

    @BeforeEach
    void makeDataFolder() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        store = data.resolve("tablechat.db");
    }

    @Test
    void everySchemaIsBroughtUpToDateWithItsHistory() throws Exception {
        int newest = newestSchema();
        for (int schema = 1; schema <= newest; schema++) {
            assertTrue(OldStore.exists(schema), "there is no dump of a store of schema %d to try an upgrade with".formatted(schema));
            upgrade(schema, newest);
            try (var files = Files.list(data)) {
                for (Path file : files.toList()) Files.delete(file);
            }
        }
    }

    private int newestSchema() throws Exception {
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        try (var server = ServerProcess.start(folder, Map.of("TABLECHAT_DATA", fresh.toString()))) {
            server.kill();
        }
        try (var copy = StoreCopy.of(fresh)) {
            return ((Number) copy.file().column("pragma user_version").getFirst()).intValue();
        }
    }

    private void upgrade(int schema, int newest) throws Exception {
        OldStore.make(store, schema);
        SqliteFile before = OldStore.make(folder.resolve("before-%d.db".formatted(schema)), schema);
        Path kept = data.resolve("tablechat.db.schema-" + schema);

        try (var stub = new StubProvider().answers(Answer.text("Going on."));
                var server = ServerProcess.start(folder, Map.of("OPENAI_BASE_URL", stub.url()));
                var client = TestClient.at(server.port(), "connection=sample")) {
            try (var copy = StoreCopy.of(data)) {
                assertEquals(List.of(newest), copy.checkSound().file().column("pragma user_version"));
                OldStore.assertSameHistory(before, copy.file());
            }
            assertEquals(schema < newest, Files.exists(kept));
            if (schema < newest) checkKept(before, new SqliteFile(kept), schema);
            checkShown(client, before);
        }
    }

    /// The copy made before is the store as it was, also the answer in the making.
    private static void checkKept(SqliteFile before, SqliteFile kept, int schema) throws Exception {
        assertEquals(List.of("ok"), kept.column("pragma integrity_check"));
        assertEquals(List.of(schema), kept.column("pragma user_version"));
        String everything = "select message.id || status || coalesce(text, '') from message left join part on message_id = id order by 1";
        assertEquals(before.column(everything), kept.column(everything));
    }

    /// Clients see all of it, find it, and go on where an answer was cut off.
    private static void checkShown(TestClient client, SqliteFile before) throws Exception {
        List<Object> titles = before.column("select title from session order by title");
        var shown = new ArrayList<>();
        for (String shelf : List.of("open", "archived", "deleted")) {
            var list = Map.of("type", "session.list", "archived", shelf.equals("archived"), "deleted", shelf.equals("deleted"));
            client.send(list).objects("sessions").forEach(session -> shown.add(session.text("title")));
        }
        assertEquals(titles, shown.stream().map(Object::toString).sorted().toList());
        assertFalse(client.send(Map.of("type", "session.search", "text", "größer")).objects("hits").isEmpty());

        String cut = (String) before.column("select id from session where title = '" + CUT_OFF + "'").getFirst();
        Received answer = client.send(Map.of("type", "session.switch", "session", cut)).objects("messages").getLast();
        assertEquals("interrupted", answer.text("status"));
        assertEquals(before.column("select text from message join part on message_id = id where status = 'streaming'"),
                List.of(answer.said()));
        client.send(Map.of("type", "message.send", "session", cut, "text", "Go on."));
        assertEquals("complete", client.await("turn.finished").text("status"));
    }

    @Test
    void oneOfANewerSchemaIsRefusedUntouched() throws Exception {
        int newer = newestSchema() + 1;
        OldStore.make(store, newer - 1).run("pragma user_version = " + newer);
        byte[] before = Files.readAllBytes(store);

        try (var server = ServerProcess.launch(folder, Map.of())) {
            assertEquals(1, server.status());
            assertTrue(server.err().contains("was written by a newer TableChat (schema %d, this one knows %d)".formatted(newer, newer - 1)),
                    server.err());
        }

        assertArrayEquals(before, Files.readAllBytes(store));
        assertFalse(Files.exists(data.resolve("tablechat.db-wal")));
    }
}
