package tablechat.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Command.AddConnection;
import tablechat.protocol.Command.CreateSession;
import tablechat.protocol.Command.DescribeSchema;
import tablechat.protocol.Command.DraftSession;
import tablechat.protocol.Command.ListMessages;
import tablechat.protocol.Command.ListSchema;
import tablechat.protocol.Command.ListSessions;
import tablechat.protocol.Command.PageResult;
import tablechat.protocol.Command.RenameSession;
import tablechat.protocol.Command.RunQuery;
import tablechat.protocol.Command.SendMessage;
import tablechat.protocol.Command.SwitchSession;
import tablechat.protocol.Command.TestConnection;
import tablechat.protocol.Command.UpdateConnection;

final class CommandTest {

    /// Field, least, most, what it is when left out, and how a command is made with it and says it again.
    static Stream<Arguments> numbers() {
        return Stream.of(
                number("limit", 1, 500, 100, limit -> new ListSchema(null, null, null, limit, null).limit()),
                number("limit", 1, 100, 50, limit -> new ListSessions(null, limit, null, null, null).limit()),
                number("limit", 1, 500, 100, limit -> new SwitchSession("s", limit).limit()),
                number("limit", 1, 500, 100, limit -> new ListMessages(null, "m", limit).limit()),
                number("timeoutSeconds", 1, 600, 30,
                        seconds -> new AddConnection(null, "n", "u", null, null, null, seconds).timeoutSeconds()),
                number("limit", 1, 1000, 100, limit -> new PageResult("r", 0, limit, null).limit()),
                number("offset", 0, Integer.MAX_VALUE, 0, offset -> new PageResult("r", offset, null, null).offset()));
    }

    private static Arguments number(String field, int min, int max, int fallback, Function<Integer, Integer> command) {
        return arguments(field, min, max, fallback, command);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberIsTakenWithinItsBoundsOnly(String field, int min, int max, int fallback, Function<Integer, Integer> command) {
        assertEquals(min, command.apply(min));
        assertEquals(max, command.apply(max));
        assertEquals(fallback, command.apply(null));

        assertRejected(field, () -> command.apply(min - 1));
        assertRejected(field, () -> command.apply(Integer.MIN_VALUE));
        if (max < Integer.MAX_VALUE) assertRejected(field, () -> command.apply(max + 1));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("text", 32_000, text -> new SendMessage(text, null, null, null).text()),
                text("sql", 100_000, sql -> new RunQuery(sql, null, null, null).sql()),
                text("name", 100, name -> new AddConnection(null, name, "sqlite:x", null, null, null, null).name()),
                text("name", 100, name -> new UpdateConnection("c", name, null, null, null, null, null).name()),
                text("title", 200, title -> new RenameSession(null, title).title()),
                text("title", 200, title -> new CreateSession(null, null, title).title()));
    }

    private static Arguments text(String field, int max, Function<String, String> command) {
        return arguments(field, max, command);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsTakenUpToItsLengthAndNotBlank(String field, int max, Function<String, String> command) {
        assertEquals("a", command.apply("a"));
        assertEquals("a".repeat(max), command.apply("a".repeat(max)));

        assertRejected(field, () -> command.apply("a".repeat(max + 1)));
        for (String blank : List.of("", " ", "\n\t ", "\u2003")) assertRejected(field, () -> command.apply(blank));
    }

    @Test
    void aQuestionKeepsItsBlanksAndATitleLosesThem() {
        assertEquals(" a\n", new SendMessage(" a\n", null, null, null).text());
        assertEquals("a  b", new RenameSession(null, "  a  b\n").title());
        assertEquals(200, new RenameSession(null, " ".repeat(50) + "a".repeat(200) + " ").title().length());
        assertNull(new CreateSession(null, null, null).title());
    }

    @Test
    void aDraftMayBeEmpty() {
        assertEquals("", new DraftSession(null, "").text());
        assertEquals(32_000, new DraftSession(null, " ".repeat(32_000)).text().length());

        assertRejected("text", () -> new DraftSession(null, " ".repeat(32_001)));
    }

    @Test
    void fromOneToTwentyTablesAreDescribed() {
        assertEquals(List.of("a"), new DescribeSchema(null, List.of("a")).tables());
        assertEquals(20, new DescribeSchema(null, Collections.nCopies(20, "a")).tables().size());

        assertRejected("tables", () -> new DescribeSchema(null, List.of()));
        assertRejected("tables", () -> new DescribeSchema(null, Collections.nCopies(21, "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "018f2d3e-0000-7000-8000-000000000000", "00000000-0000-0000-0000-000000000000", "018F2D3E-0000-7000-8000-00000000000A"
    })
    void anyUuidMayBeAnIdOfTheClients(String id) {
        assertEquals(id, new CreateSession(null, id, null).session());
        assertEquals(id, new SendMessage("a", null, id, null).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "1", "018f2d3e-0000-7000-8000-00000000000", "018f2d3e-0000-7000-8000-0000000000000",
        "018f2d3e00007000800000000000000000", "{018f2d3e-0000-7000-8000-000000000000}", "018f2d3e-0000-7000-8000-00000000000g"
    })
    void nothingElseMayBe(String id) {
        assertRejected("session", () -> new CreateSession(null, id, null));
        assertRejected("message", () -> new SendMessage("a", null, id, null));
    }

    @Test
    void anIdOfOursIsAUuidOfVersion7() {
        long before = System.currentTimeMillis();

        var id = UUID.fromString(Ids.next());

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertTrue(id.getMostSignificantBits() >>> 16 >= before);
        assertEquals(id.toString(), new CreateSession(null, id.toString(), null).session());
    }

    @Test
    void idsOfOursDifferAndNewerOnesSortAfterOlderOnes() throws InterruptedException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) ids.add(Ids.next());
        Thread.sleep(2);

        String later = Ids.next();

        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(later.compareTo(Collections.max(ids)) > 0);
    }

    @Test
    void everyCommandHasATypeOfItsOwnAndASentence() {
        var types = Arrays.stream(Command.class.getPermittedSubclasses())
                .map(command -> command.getAnnotation(Type.class))
                .toList();

        assertEquals(types.size(), types.stream().map(Type::value).distinct().count());
        for (Type type : types) {
            assertTrue(type.value().matches("[a-z]+(\\.[a-z]+)?"), type.value());
            assertTrue(type.summary().endsWith("."), type.value());
        }
    }

    @Test
    void aRejectionSaysWhatAndWhereAndWhatToTry() {
        var rejected = Rejected.notFound("tables", "There is no table \"a\".").hint("Did you mean b?");

        assertEquals(new Event.Error(Code.NOT_FOUND, "There is no table \"a\".", "tables", "Did you mean b?"), rejected.event());
        assertNotEquals(Code.BAD_REQUEST, rejected.code());
    }

    private static void assertRejected(String field, Executable command) {
        var error = assertThrows(Rejected.class, command).event();

        assertEquals(Code.BAD_REQUEST, error.code());
        assertEquals(field, error.field());
        assertTrue(error.message().contains("\"" + field + "\""), error.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "a\u001b[31m", "a\u2028b", "018f2d3e-0000-7000-8000-000000000000"})
    void aNameThatCannotBeSaidOrIsTakenForAnIdIsRejected(String name) {
        assertRejected("name", () -> new AddConnection(null, name, "sqlite:x", null, null, null, null));
        assertRejected("name", () -> new UpdateConnection("c", name, null, null, null, null, null));
    }

    @Test
    void aPasswordIsNotSaid() {
        var commands = List.of(
                new TestConnection(null, "sqlite:x:s3cret@h", null, "s3cret"),
                new AddConnection(null, "n", "sqlite:x:s3cret@h", null, "s3cret", null, null),
                new UpdateConnection("c", null, "sqlite:x:s3cret@h", null, "s3cret", null, null));

        assertTrue(commands.stream().map(Object::toString).noneMatch(said -> said.contains("s3cret")), commands::toString);
    }
}
