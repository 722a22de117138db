package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tablechat.json.Json;
import tablechat.protocol.Code;
import tablechat.protocol.Command;
import tablechat.protocol.Event;
import tablechat.protocol.Type;
import tablechat.testing.Reference;
import tablechat.testing.Schema;

/// What `static/asyncapi.yaml` says is what the wire takes and sends.
final class ReferenceTest {
    private static final Reference REFERENCE = Reference.read();
    private static final Schema SCHEMA = new Schema(REFERENCE);

    @Test
    void everyCommandIsDescribedAndNoOther() {
        var types = Arrays.stream(Command.class.getPermittedSubclasses())
                .map(command -> command.getAnnotation(Type.class).value());

        assertEquals(types.collect(Collectors.toSet()), REFERENCE.commands());
    }

    @Test
    void everyEventIsDescribedAndNoOther() {
        var types = Arrays.stream(Event.class.getPermittedSubclasses()).map(Json::type);

        assertEquals(types.collect(Collectors.toSet()), REFERENCE.events());
    }

    @Test
    void everyMessageHasAnExampleAndGoesOverTheSocket() {
        var all = new LinkedHashSet<>(REFERENCE.commands());
        all.addAll(REFERENCE.events());

        for (String type : all) assertFalse(REFERENCE.examples(type).isEmpty(), type);
        assertEquals(all, REFERENCE.onTheSocket());
    }

    @Test
    void everyEventIsAReplyOrComesUnasked() {
        var sent = new LinkedHashSet<>(REFERENCE.told());
        for (String command : REFERENCE.commands()) {
            Set<String> replies = REFERENCE.replies(command);
            assertEquals(2, replies.size(), command);
            assertTrue(replies.contains("error"), command);
            sent.addAll(replies);
        }

        assertEquals(REFERENCE.events(), sent);
    }

    static Stream<Arguments> commandExamples() {
        return examples(REFERENCE.commands());
    }

    static Stream<Arguments> eventExamples() {
        return examples(REFERENCE.events());
    }

    private static Stream<Arguments> examples(Set<String> types) {
        return types.stream().flatMap(type -> REFERENCE.examples(type).stream().map(example -> arguments(type, example)));
    }

    @ParameterizedTest
    @MethodSource({"commandExamples", "eventExamples"})
    void anExampleFitsItsSchema(String type, Map<String, Object> example) {
        assertEquals("", SCHEMA.misfit(type, REFERENCE.payload(type), example));
    }

    @ParameterizedTest
    @MethodSource("commandExamples")
    void aCommandIsReadAndNothingOfItIsLost(String type, Map<String, Object> example) {
        var received = Wire.read(Json.write(example));

        assertNull(received.problem(), () -> received.problem().getMessage());
        assertEquals(example.get("id"), received.re());
        Map<String, Object> read = Json.readObject(Json.write(received.command()));
        example.forEach((field, value) -> {
            if (!field.equals("id") && !field.equals("type")) assertEquals(value, read.get(field), field);
        });
    }

    @ParameterizedTest
    @MethodSource("eventExamples")
    void anEventIsReadAndComesOutTheSame(String type, Map<String, Object> example) {
        var expected = new LinkedHashMap<>(example);
        expected.remove("re");

        Event event = Json.decode(example, Event.class);

        assertEquals(type, Json.type(event.getClass()));
        assertEquals(expected, Json.readObject(Json.write(event)));
    }

    /// Command, field, a value at the edge, and whether it is still within.
    static Stream<Arguments> edges() {
        return REFERENCE.commands().stream().flatMap(command ->
                Json.object(REFERENCE.payload(command).get("properties")).entrySet().stream().flatMap(field ->
                        edges(REFERENCE.schema(field.getValue()))
                                .map(edge -> arguments(command, field.getKey(), edge.value, edge.within))));
    }

    private record Edge(Object value, boolean within) {}

    private static Stream<Edge> edges(Map<String, Object> rules) {
        return rules.keySet().stream().flatMap(rule -> switch (rule) {
            case "minimum" -> numbers((Long) rules.get(rule), -1);
            case "maximum" -> numbers((Long) rules.get(rule), 1);
            case "minLength" -> texts((Long) rules.get(rule), -1);
            case "maxLength" -> texts((Long) rules.get(rule), 1);
            case "minItems" -> lists((Long) rules.get(rule), -1);
            case "maxItems" -> lists((Long) rules.get(rule), 1);
            default -> Stream.of();
        });
    }

    private static Stream<Edge> numbers(long last, int beyond) {
        return Stream.of(new Edge(last, true), new Edge(last + beyond, false));
    }

    private static Stream<Edge> texts(long last, int beyond) {
        return Stream.of(new Edge("a".repeat((int) last), true), new Edge("a".repeat((int) last + beyond), false));
    }

    private static Stream<Edge> lists(long last, int beyond) {
        return Stream.of(
                new Edge(Collections.nCopies((int) last, "a"), true),
                new Edge(Collections.nCopies((int) last + beyond, "a"), false));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void theBoundsDescribedAreThoseThatHold(String command, String field, Object value, boolean within) {
        var example = new LinkedHashMap<>(REFERENCE.examples(command).getFirst());
        example.put(field, value);

        var received = Wire.read(Json.write(example));

        if (within) {
            assertNotNull(received.command());
        } else {
            assertEquals(Code.BAD_REQUEST, received.problem().code());
            assertEquals(field, received.problem().event().field());
        }
    }

    @Test
    void theNumberDescribedIsMeantWhereNoneIsGiven() {
        for (String command : List.of("schema.list", "session.list", "session.switch", "message.list", "result.page")) {
            var example = new LinkedHashMap<>(REFERENCE.examples(command).getFirst());
            example.remove("limit");
            var limit = Json.object(Json.object(REFERENCE.payload(command).get("properties")).get("limit"));

            var read = Json.readObject(Json.write(Wire.read(Json.write(example)).command()));

            assertNotNull(limit.get("default"), command);
            assertEquals(limit.get("default"), read.get("limit"), command);
        }
    }
}
