package tablechat.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tablechat.json.Json;
import tablechat.testing.Reference;

/// Every shape in `static/asyncapi.yaml` has the fields of its record, down to the last.
final class ReferenceTest {
    private static final Set<String> ENVELOPE = Set.of("type", "id", "re");

    private final Reference reference = Reference.read();
    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void commandsHaveTheFieldsOfTheirRecords() {
        for (Class<?> command : Command.class.getPermittedSubclasses()) {
            String type = command.getAnnotation(Type.class).value();
            assertSameFields(type, reference.payload(type), command, ENVELOPE);
        }
    }

    @Test
    void eventsHaveTheFieldsOfTheirRecords() {
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            String type = Json.type(event);
            assertSameFields(type, reference.payload(type), event, ENVELOPE);
        }

        assertTrue(seen.containsAll(Set.of(Connection.class, Session.class, Message.class, Part.Tool.class, Call.class,
                Result.class, Table.Reference.class)), seen::toString);
    }

    private void assertSameFields(String path, Map<String, Object> schema, Class<?> record, Set<String> envelope) {
        seen.add(record);
        var described = new HashSet<>(Json.object(schema.getOrDefault("properties", Map.of())).keySet());
        var required = new HashSet<>(Json.list(schema.getOrDefault("required", List.of())));
        described.removeAll(envelope);
        required.removeAll(envelope);

        assertEquals(names(record, false), described, path);
        assertEquals(names(record, true), required, "what is required of " + path);
        for (RecordComponent field : record.getRecordComponents()) {
            Object inner = Json.object(schema.get("properties")).get(name(field));
            assertDescribes(path + "." + name(field), reference.schema(inner), field.getGenericType());
        }
    }

    private void assertDescribes(String path, Map<String, Object> schema, java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            assertEquals("array", schema.get("type"), path);
            assertDescribes(path + "[]", reference.schema(schema.get("items")), generic.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType) {
            assertEquals("object", schema.get("type"), path);
        } else {
            assertDescribes(path, schema, (Class<?>) type);
        }
    }

    private void assertDescribes(String path, Map<String, Object> schema, Class<?> type) {
        if (type.isRecord()) assertSameFields(path, schema, type, Set.of());
        else if (type.isSealed()) assertVariants(path, schema, type);
        else if (type.isEnum()) assertEquals(words(type, schema.get("enum")), words(schema.get("enum")), path);
        else if (type != Object.class) assertEquals(json(type), schema.get("type"), path);
    }

    private void assertVariants(String path, Map<String, Object> schema, Class<?> sealed) {
        Map<Object, Map<String, Object>> byType = Json.list(schema.get("oneOf")).stream()
                .map(reference::schema)
                .collect(Collectors.toMap(ReferenceTest::constType, one -> one));
        assertEquals(sealed.getPermittedSubclasses().length, byType.size(), path);
        for (Class<?> variant : sealed.getPermittedSubclasses()) {
            var described = byType.get(Json.type(variant));
            assertNotNull(described, path + " as " + Json.type(variant));
            assertSameFields(path, described, variant, ENVELOPE);
        }
    }

    private static Object constType(Map<String, Object> variant) {
        return Json.object(Json.object(variant.get("properties")).get("type")).get("const");
    }

    /// All of an enum's words; of `turn.finished` the description leaves out those that no turn ends with.
    private static Set<String> words(Class<?> type, Object described) {
        var words = Arrays.stream(type.getEnumConstants())
                .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var endings = Set.of("complete", "stopped", "failed");
        return type == Message.Status.class && words(described).equals(endings) ? endings : words;
    }

    private static Set<String> words(Object described) {
        return Json.list(described).stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static String json(Class<?> type) {
        if (type == String.class || type == Instant.class) return "string";
        return type == boolean.class || type == Boolean.class ? "boolean" : "integer";
    }

    private static Set<String> names(Class<?> record, boolean requiredOnly) {
        return Arrays.stream(record.getRecordComponents())
                .filter(field -> !requiredOnly || !field.isAnnotationPresent(Nullable.class))
                .map(ReferenceTest::name)
                .collect(Collectors.toSet());
    }

    /// Without the `_` that keeps it from being a Java keyword.
    private static String name(RecordComponent field) {
        return field.getName().replaceFirst("_$", "");
    }
}
