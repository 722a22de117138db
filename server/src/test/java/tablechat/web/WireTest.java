package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.chat.Frame;
import tablechat.json.Json;
import tablechat.protocol.Code;
import tablechat.protocol.Command;
import tablechat.protocol.Event;

final class WireTest {
    private static final Frame DRAFTED = Frame.of(new Event.SessionDrafted("s"));

    @Test
    void aCommandComesWithItsId() {
        var received = Wire.read("{\"id\":\"a\",\"type\":\"session.draft\",\"text\":\"é😀\",\"more\":1}");

        assertEquals(new Wire.Received("a", new Command.DraftSession(null, "é😀"), null), received);
    }

    @Test
    void aCommandNeedsNoId() {
        assertEquals(new Wire.Received(null, new Command.Ping(), null), Wire.read("{\"type\":\"ping\"}"));
    }

    @Test
    void anIdHasFrom1To64Characters() {
        assertEquals("a", Wire.read("{\"type\":\"ping\",\"id\":\"a\"}").re());
        assertEquals(64, Wire.read("{\"type\":\"ping\",\"id\":\"" + "é".repeat(64) + "\"}").re().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"\"", "1", "null", "true", "{}", "[\"a\"]", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
    })
    void anIdThatIsNoneIsAnsweredWithoutIt(String id) {
        var received = Wire.read("{\"type\":\"ping\",\"id\":" + id + "}");

        assertProblem(received, null, Code.BAD_REQUEST, "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "x", "[]", "{\"type\":\"ping\"}{}", "{\"type\":\"ping\",\"type\":\"ping\"}", "{\"type\":\"ping\",\"id\":\"\\ud83d\"}",
        "{\"type\":\"ping\",\"number\":1e99999999999}"
    })
    void whatIsNotOneObjectIsBadJson(String text) {
        assertProblem(Wire.read(text), null, Code.BAD_JSON, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\":\"a\"} | type",
        "{\"id\":\"a\",\"type\":null} | type",
        "{\"id\":\"a\",\"type\":[\"ping\"]} | type",
        "{\"id\":\"a\",\"type\":\"session.draft\"} | text",
        "{\"id\":\"a\",\"type\":\"session.draft\",\"text\":1} | text",
        "{\"id\":\"a\",\"type\":\"session.draft\",\"text\":\"\",\"session\":null} | session",
        "{\"id\":\"a\",\"type\":\"session.list\",\"limit\":101} | limit",
        "{\"id\":\"a\",\"type\":\"schema.describe\",\"tables\":[1]} | tables",
        "{\"id\":\"a\",\"type\":\"result.page\",\"result\":\"r\",\"offset\":0,\"sort\":{}} | sort.column",
        "{\"id\":\"a\",\"type\":\"message.send\",\"text\":\" \"} | text",
        "{\"id\":\"a\",\"type\":\"message.send\",\"text\":\"t\",\"message\":\"1\"} | message"
    })
    void aFieldThatDoesNotFitIsNamed(String text, String field) {
        assertProblem(Wire.read(text), "a", Code.BAD_REQUEST, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "Ping", "session.created", "", "ping "})
    void aTypeWeDoNotKnowIsNoMisspeltField(String type) {
        var received = Wire.read("{\"id\":\"a\",\"type\":\"" + type + "\"}");

        assertProblem(received, "a", Code.UNKNOWN_COMMAND, null);
        assertEquals("Send {\"type\":\"help\"} to see all.", received.problem().event().hint());
    }

    @Test
    void aLongTypeIsNotSentBack() {
        var problem = Wire.read("{\"type\":\"" + "a".repeat(1_000_000) + "\"}").problem();

        assertEquals("There is no command of that name.", problem.getMessage());
    }

    @Test
    void aReplyCarriesItsIdRightAfterItsType() {
        assertEquals("{\"type\":\"session.drafted\",\"re\":\"a\",\"session\":\"s\"}", written(DRAFTED, "a"));
        assertEquals("{\"type\":\"pong\",\"re\":\"a\"}", written(Frame.of(new Event.Pong()), "a"));
    }

    @Test
    void whatIsNoReplyIsSentAsItIs() {
        assertSame(DRAFTED.json(), Wire.write(DRAFTED, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n\r\t", "\0", "\"},{", "é😀", "</script>"})
    void whateverIsInAnIdComesBack(String id) {
        var received = Wire.read("{\"type\":\"ping\",\"id\":" + Json.write(id) + "}");

        String reply = written(Frame.of(new Event.Pong()), received.re());

        assertEquals(id, Json.readObject(reply).get("re"));
        assertEquals(2, Json.readObject(reply).size());
        assertEquals(1, reply.lines().count());
    }

    private static String written(Frame frame, String re) {
        return new String(Wire.write(frame, re), StandardCharsets.UTF_8);
    }

    private static void assertProblem(Wire.Received received, String re, Code code, String field) {
        assertNull(received.command());
        assertEquals(re, received.re());
        assertEquals(code, received.problem().code());
        assertEquals(field, received.problem().event().field());
    }
}
