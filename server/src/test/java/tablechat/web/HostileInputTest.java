package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tablechat.json.Json;
import tablechat.store.StoreUnusable;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;
import tablechat.testing.TestServer;

/// Whatever is sent is taken literally or refused with a code: over a real socket of a whole server, that goes on afterwards.
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class HostileInputTest {
    @TempDir
    static Path folder;

    private TestServer server;

    @BeforeAll
    void start() throws IOException, StoreUnusable {
        server = TestServer.over(folder, new ScriptedModel());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @FieldSource("tablechat.web.Hostile#TEXTS")
    void whatIsNoJsonOfOursIsRefused(String text) throws Exception {
        try (Talk talk = new Talk(server.port(), "")) {
            Received reply = talk.say(text);

            assertEquals("bad_json", reply.text("code"), reply::toString);
            assertFalse(reply.text("message").matches("(?s).*(Exception|jakarta|java\\.|\tat ).*"), reply::toString);
            assertTrue(reply.text("message").length() < 300, reply::toString);
            assertEquals("pong", talk.say(Map.of("type", "ping")).type());
        }
    }

    @ParameterizedTest
    @CsvSource({"64, pong", "65, error"})
    void nestingIsTakenUpTo64(int depth, String answer) throws Exception {
        try (Talk talk = new Talk(server.port(), "")) {
            Object nested = 1;
            for (int i = 1; i < depth; i++) nested = List.of(nested);

            Map<String, ?> command = Map.of("type", "ping", "id", "a", "more", nested);

            if (answer.equals("pong")) assertEquals("pong", talk.say(command).type());
            else assertEquals("bad_json", talk.say(Json.write(command)).text("code"));
        }
    }

    @ParameterizedTest
    @FieldSource("tablechat.web.Hostile#LITERALS")
    void aTitleIsALiteral(String title) throws Exception {
        try (Talk talk = new Talk(server.port(), "connection=sample")) {
            Received created = talk.say(Map.of("type", "session.create", "title", title));

            if (created.type().equals("error")) {
                assertEquals("bad_request", created.text("code"), created::toString);
                assertEquals("title", created.text("field"), created::toString);
                return;
            }
            assertEquals(title.strip(), created.text("session", "title"));
            Received drafted = talk.say(Map.of("type", "session.draft", "text", title));
            assertEquals("session.drafted", drafted.type());
            Received switched = talk.say(Map.of("type", "session.switch", "session", created.text("session", "id")));
            assertEquals(title.strip(), switched.text("session", "title"));
            assertEquals(title, switched.text("draft"));
        }
    }

    /// A search finds what holds these very characters, and nothing else.
    @ParameterizedTest
    @FieldSource("tablechat.web.Hostile#LITERALS")
    void aSearchIsForALiteral(String text) throws Exception {
        try (Talk talk = new Talk(server.port(), "connection=sample")) {
            String plain = talk.say(Map.of("type", "session.create", "title", "zzz")).text("session", "id");

            Received found = talk.say(Map.of("type", "session.search", "text", text));

            if (found.type().equals("error")) assertEquals("bad_request", found.text("code"), found::toString);
            else assertTrue(found.objects("hits").stream().noneMatch(hit -> plain.equals(hit.text("session"))), found::toString);
        }
    }

    /// As the name or id of anything: nothing is called so, and no file is looked for.
    @ParameterizedTest
    @FieldSource("tablechat.web.Hostile#LITERALS")
    void aNameThatIsNobodysIsNotFound(String name) throws Exception {
        try (Talk talk = new Talk(server.port(), "connection=sample")) {
            for (var command : List.of(
                    Map.of("type", "connection.use", "connection", name),
                    Map.of("type", "session.switch", "session", name),
                    Map.of("type", "session.create", "connection", name),
                    Map.of("type", "message.list", "session", name, "before", name),
                    Map.of("type", "result.page", "result", name, "offset", 0))) {
                Received reply = talk.say(command);
                assertTrue(Set.of("not_found", "bad_request").contains(String.valueOf(reply.text("code"))), reply::toString);
            }
            Received described = talk.say(Map.of("type", "schema.describe", "tables", List.of(name)));
            assertTrue(!"internal".equals(described.text("code")), described::toString);
        }
    }

    /// The URL of a database: what is no database is said so, in one line.
    @ParameterizedTest
    @FieldSource("tablechat.web.Hostile#LITERALS")
    void aUrlThatIsNoneIsRefused(String url) throws Exception {
        try (Talk talk = new Talk(server.port(), "")) {
            for (String tried : List.of(url, "sqlite:" + url, "postgresql://" + url, "duckdb:" + url, "mysql://127.0.0.1:1/" + url)) {
                Received tested = talk.say(Map.of("type", "connection.test", "url", tried));

                boolean refused = tested.type().equals("error") || Boolean.FALSE.equals(tested.at("ok"));
                assertTrue(refused && !"internal".equals(tested.text("code")), () -> tried + " got " + tested);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertTrue(names.stream().allMatch(name -> name.matches("(tablechat[.]|sample[.]|sqlite-).*")), names::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "session.rename, title, 1, 200", "session.draft, text, 0, 32000", "session.search, text, 1, 200",
        "session.switch, limit, 1, 500", "session.list, limit, 1, 100", "schema.list, limit, 1, 500",
        "result.page, limit, 1, 1000"
    })
    void aLimitHoldsAtItsEdges(String type, String field, int least, int most) throws Exception {
        try (Talk talk = new Talk(server.port(), "connection=sample")) {
            String session = talk.say(Map.of("type", "session.create")).text("session", "id");
            String result = talk.say(Map.of("type", "query.run", "sql", "select 1")).text("result", "id");
            for (int value : new int[] {least - 1, least, most, most + 1}) {
                if (value < 0) continue;
                var command = new HashMap<String, Object>(Map.of("type", type));
                if (type.equals("session.switch")) command.put("session", session);
                if (type.equals("result.page")) command.putAll(Map.of("result", result, "offset", 0));
                command.put(field, field.equals("limit") ? (Object) value : "x".repeat(value));

                Received reply = talk.say(command);

                boolean within = value >= least && value <= most;
                assertEquals(within ? null : field, reply.text("field"), () -> value + ": " + reply);
                if (!within) assertEquals("bad_request", reply.text("code"));
            }
        }
    }

    @Test
    void aMessageMayHave1MiBAndNotAByteMore() throws Exception {
        String start = "{\"type\":\"ping\",\"id\":\"a\",\"more\":\"";
        int room = 1024 * 1024 - start.length() - "\"}".length();
        try (RawClient client = RawClient.socket(server.port(), "")) {
            client.send(RawClient.frame(0x81, start + "x".repeat(room) + "\"}"));
            assertTrue(client.read(RawClient.TEXT).text().contains("welcome"));
            assertTrue(client.read(RawClient.TEXT).text().contains("pong"));

            client.send(RawClient.frame(0x81, start + "x".repeat(room + 1) + "\"}"));
            assertEquals(1009, client.read(RawClient.CLOSE).closeCode());
            assertNull(client.read());
        }
    }

    @Test
    void theStoreIsWholeAfterAllOfThis() throws Exception {
        var store = new SqliteFile(folder.resolve("tablechat.db"));

        assertEquals(List.of("ok"), store.column("pragma integrity_check"));
        assertEquals(List.of(), store.column("pragma foreign_key_check"));
    }
}
