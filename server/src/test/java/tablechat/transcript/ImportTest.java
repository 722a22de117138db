package tablechat.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.json.Json;
import tablechat.protocol.Rejected;
import tablechat.store.SessionStore.Shelf;
import tablechat.testing.Line;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestClient;
import tablechat.testing.TestServer;

/// A session that goes from one store to another.
@Timeout(120)
final class ImportTest {
    private static final String NUMBERS = "with recursive n(i) as (select 1 union all select i + 1 from n limit 120) "
            + "select i, 9007199254740993 as big, 0.5 as half, null as missing, x'00ff' as bytes, 'a|b' as \"n|m\" from n";

    @TempDir
    Path folder;

    private final ScriptedModel model = new ScriptedModel();
    private TestServer from;
    private TestServer to;
    private TestClient client;
    private String session;

    @BeforeEach
    void talk() throws Exception {
        from = TestServer.over(folder.resolve("from"), model);
        to = TestServer.over(folder.resolve("to"), new ScriptedModel());
        client = from.client();
        session = client.send(Map.of("type", "session.create", "title", "Umsätze 中文 \ud83d\ude00")).text("session", "id");
    }

    @AfterEach
    void stop() {
        client.close();
        from.close();
        to.close();
    }

    @Test
    void whatWasImportedIsExportedAgainByteForByte() throws Exception {
        sayEverything();
        byte[] file = exported(from, session);

        Import.Outcome outcome = bring(file);

        assertEquals(new Import.Outcome("Umsätze 中文 \ud83d\ude00", "sample", 5, false, false), outcome);
        assertEquals(new String(file, StandardCharsets.UTF_8), new String(exported(to, session), StandardCharsets.UTF_8));
        try (var other = to.client()) {
            Received there = client.send(Map.of("type", "session.switch", "session", session));
            Received here = other.send(Map.of("type", "session.switch", "session", session));
            assertEquals(there.at("messages"), here.at("messages"));
            assertEquals("half a thought", here.text("draft"));
            String result = here.objects("messages").getLast().objects("parts").getFirst().text("call", "result", "id");
            var page = Map.of("type", "result.page", "result", result, "offset", 100, "limit", 1000);
            assertEquals(client.send(page).at("rows"), other.send(page).at("rows"));
            assertEquals(20, Json.list(other.send(page).at("rows")).size());
        }
    }

    @Test
    void whatIsImportedIsFoundBySearching() throws Exception {
        sayEverything();
        bring(exported(from, session));

        try (var other = to.client()) {
            for (String text : List.of("Umsätze", "union all", "kiwis")) {
                Received found = other.send(Map.of("type", "session.search", "text", text));
                assertEquals(session, found.objects("hits").getFirst().text("session"), text);
            }
        }
    }

    @Test
    void theSameAgainIsSaidToBeThere() throws Exception {
        sayEverything();
        byte[] file = exported(from, session);
        bring(file);
        try (var other = to.client()) {
            other.send(Map.of("type", "session.rename", "session", session, "title", "Mine"));
        }

        Import.Outcome again = bring(file);

        assertTrue(again.there());
        assertEquals(1, sessions());
    }

    @Test
    void otherContentUnderTheSameIdsGetsNewOnes() throws Exception {
        sayEverything();
        byte[] file = exported(from, session);
        bring(file);
        byte[] kept = exported(to, session);

        Import.Outcome other = bring(changed(file, text -> text.replace("kiwis", "lemons")));

        assertTrue(other.renewed());
        assertEquals(new String(kept, StandardCharsets.UTF_8), new String(exported(to, session), StandardCharsets.UTF_8));
        var both = to.store().sessions().list(to.store().connections().all().getFirst().id(), Shelf.OPEN, 10, null).sessions();
        String copy = both.stream().map(one -> one.id()).filter(id -> !id.equals(session)).findFirst().orElseThrow();
        String written = new String(exported(to, copy), StandardCharsets.UTF_8);
        assertEquals(withoutIds(new String(file, StandardCharsets.UTF_8).replace("kiwis", "lemons")), withoutIds(written));
        assertFalse(ids(written).stream().anyMatch(ids(new String(file, StandardCharsets.UTF_8))::contains));
    }

    @Test
    void theIdsOfAnotherSessionAreNotTaken() throws Exception {
        sayEverything();
        byte[] file = exported(from, session);
        bring(file);
        byte[] kept = exported(to, session);

        Import.Outcome other = bring(changed(file, text -> text.replace(session, UUID.randomUUID().toString())));

        assertTrue(other.renewed());
        assertEquals(2, sessions());
        assertEquals(new String(kept, StandardCharsets.UTF_8), new String(exported(to, session), StandardCharsets.UTF_8));
    }

    @Test
    void aDeletedSessionStaysDeletedAndComesAsAnotherOne() throws Exception {
        sayEverything();
        byte[] file = exported(from, session);
        bring(file);
        try (var other = to.client()) {
            other.send(Map.of("type", "session.delete", "session", session));
        }

        assertTrue(bring(file).renewed());
        assertEquals(1, sessions());
    }

    @Test
    void anAnswerThatWasBeingWrittenIsInterrupted() throws Exception {
        sayEverything();
        Map<String, Object> tree = Json.readObject(new String(exported(from, session), StandardCharsets.UTF_8));
        Map<String, Object> writing = Json.object(Json.list(tree.get("messages")).get(1));
        writing.put("status", "streaming");
        for (Object part : Json.list(writing.get("parts"))) {
            if (Json.object(part).get("call") instanceof Map<?, ?> call) call.remove("status");
        }
        byte[] file = Json.bytes(tree);

        bring(file);

        Map<String, Object> json = Json.readObject(new String(exported(to, session), StandardCharsets.UTF_8));
        Received answer = new Received(Json.object(Json.list(json.get("messages")).get(1)));
        assertEquals("interrupted", answer.text("status"));
        assertTrue(answer.at("parts").toString().contains("It had not finished when the session was exported."), answer::toString);
        assertTrue(bring(file).there());
    }

    @Test
    void theConnectionIsTheOneOfThatNameOrTheOneThatWasSaid() throws Exception {
        byte[] file = changed(exported(from, session), text -> text.replace("\"name\":\"sample\"", "\"name\":\"gone\""));

        assertEquals("The session belongs to the connection \"gone\", which is not here. Add that one first, or say --connection NAME."
                + " There are: sample.", refusal(file, null));
        assertEquals("There is no connection \"none\". There are: sample.", refusal(file, "none"));
        assertEquals("sample", new Import(to.store()).from(written(file), "f.json", "sample").connection());
    }

    /// What is done to a good file, and what is said then.
    private record Wrong(String sentence, UnaryOperator<String> edit) {}

    private static List<Wrong> wrong() {
        String id = "\"id\":\"";
        return List.of(
                new Wrong("it is not valid JSON", text -> text.substring(0, text.length() / 2)),
                new Wrong("it is not valid JSON", text -> ""),
                new Wrong("it is not valid JSON", text -> "hello"),
                new Wrong("it is no JSON object", text -> "[" + text + "]"),
                new Wrong("it is not valid JSON", text -> text + "{}"),
                new Wrong("it is no session that TableChat exported", text -> text.replace("tablechat.session", "other")),
                new Wrong("it is no session that TableChat exported", text -> text.replaceFirst("(?s).*", "{\"title\":\"Dear Ann\"}")),
                new Wrong("a newer TableChat wrote it (version 2 of the format; this one reads 1). Import it with that one",
                        text -> text.replace("\"version\":1", "\"version\":2").replace("\"messages\"", "\"talk\"")),
                new Wrong("a newer TableChat wrote it (version 2 of the format; this one reads 1). Import it with that one",
                        text -> text.replace("\"version\":1", "\"version\":2").replace("\"parts\"", "\"pieces\"")),
                new Wrong("\"messages\" is missing", text -> text.replace("\"messages\"", "\"message\"")),
                new Wrong("\"messages\" must be an array", text -> text.replaceFirst("(?s)\"messages\":\\[.*", "\"messages\":{}}")),
                new Wrong("\"messages\" must hold objects only", text -> text.replaceFirst("(?s)\"messages\":\\[.*", "\"messages\":[1]}")),
                new Wrong("a key stands twice in one object", text -> text.replaceFirst("\\{", "{\"version\":1,")),
                new Wrong("\"session.title\" must be a string", text -> text.replaceFirst("\"title\":\"[^\"]*\"", "\"title\":7")),
                new Wrong("\"session.title\" must not be empty", text -> text.replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\" \"")),
                new Wrong("\"session.id\" must be a UUID", text -> text.replaceFirst(id, id + "x")),
                new Wrong("\"session.createdAt\" must be a time from 1970 to 9999",
                        text -> text.replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"+1000000000-12-31T23:59:59Z\"")),
                new Wrong("message 1: \"status\" must be one of complete, streaming, stopped, failed, interrupted",
                        text -> text.replaceFirst("\"status\":\"complete\"", "\"status\":\"done\"")),
                new Wrong("message 1: \"id\" must be a UUID", text -> text.replaceFirst("(?s)(\"messages\".*?)" + id, "$1" + id + "x")),
                new Wrong("message 2: \"parts\" must be an array",
                        text -> text.replaceFirst("(?s)(\"parts\".*?)\"parts\":\\[.*?\n", "$1\"parts\":7},\n")));
    }

    @Test
    void aWrongFileIsRefusedInASentenceAndChangesNothing() throws Exception {
        sayEverything();
        byte[] file = exported(from, session);

        for (Wrong wrong : wrong()) {
            assertEquals("f.json was not imported: " + wrong.sentence + ".", refusal(changed(file, wrong.edit), null));
            assertEquals(0, sessions(), wrong.sentence);
        }
    }

    @Test
    void aFolderIsRefusedAsOne() {
        assertEquals("f was not imported: it is a folder.",
                assertThrows(Rejected.class, () -> new Import(to.store()).from(folder, "f", null)).getMessage());
    }

    private void sayEverything() throws Exception {
        model.replies(Line.thinking("hm \ud83d\ude00"), Line.text("I look.\n"), Line.call("call-1", "run_query", Map.of("sql", NUMBERS)));
        model.replies(Line.text("120 | rows of `kiwis`."), Line.usage(10, 5));
        model.fails("The provider is gone.");
        for (String question : List.of("How many\nkiwis?", "And now?")) {
            client.send(Map.of("type", "message.send", "text", question, "session", session));
            client.await("turn.finished");
        }
        client.send(Map.of("type", "session.pin", "session", session, "pinned", true));
        client.send(Map.of("type", "session.draft", "session", session, "text", "half a thought"));
        assertEquals("query.finished", client.send(Map.of("type", "query.run", "sql", NUMBERS, "session", session)).type());
    }

    private int sessions() {
        return to.store().sessions().list(to.store().connections().all().getFirst().id(), Shelf.OPEN, 10, null).total();
    }

    private static byte[] exported(TestServer server, String session) throws IOException {
        var out = new ByteArrayOutputStream();
        new Transcripts(server.store()).of(session, Form.JSON).write(out);
        return out.toByteArray();
    }

    private Import.Outcome bring(byte[] file) throws IOException {
        return new Import(to.store()).from(written(file), "f.json", null);
    }

    private String refusal(byte[] file, String connection) throws IOException {
        Path path = written(file);
        return assertThrows(Rejected.class, () -> new Import(to.store()).from(path, "f.json", connection)).getMessage();
    }

    private Path written(byte[] file) throws IOException {
        return Files.write(folder.resolve("f.json"), file);
    }

    private static byte[] changed(byte[] file, UnaryOperator<String> edit) {
        String before = new String(file, StandardCharsets.UTF_8);
        String after = edit.apply(before);
        assertNotEquals(before, after);
        return after.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> ids(String text) {
        // A call's id is its model's, and told apart within its message only.
        String outside = text.replaceAll("\"call\":\\{\"id\":\"[^\"]*\"", "");
        return java.util.regex.Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(outside).results()
                .map(found -> found.group()).toList();
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }
}
