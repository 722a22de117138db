package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Command;
import tablechat.protocol.Nullable;
import tablechat.protocol.Type;
import tablechat.testing.Received;
import tablechat.testing.ScriptedModel;
import tablechat.testing.TestServer;

/// Every field of every command, with a value of every kind that it is not, and without one. Read off the records, so that a
/// new command is tried, too.
@Timeout(120)
final class WrongFieldsTest {
    private static final List<Object> ALL = Arrays.asList(
            null, true, false, 0, 1, -1, 1.5, 1e300, Long.MAX_VALUE, "", "1", "true", "null", List.of(), List.of(1), List.of("a"),
            Arrays.asList((Object) null), List.of(List.of()), Map.of(), Map.of("a", 1), Map.of("column", "1"));

    @TempDir
    Path folder;

    /// One field with one value; `field` is how an error has to name it.
    private record Wrong(String field, Map<String, Object> command) {}

    @Test
    void everyWrongTypeIsRefusedAndTheFieldNamed() throws Exception {
        var troubles = new ArrayList<String>();
        var wrongs = commands().flatMap(WrongFieldsTest::wrongs).toList();
        try (var server = TestServer.over(folder, new ScriptedModel()); var talk = new Talk(server.port(), "")) {
            for (Wrong wrong : wrongs) {
                Received reply = talk.say(wrong.command);
                // A record inside names its own field.
                String field = String.valueOf(reply.text("field")).replaceFirst("[.].*", "");
                boolean refused = "bad_request".equals(reply.text("code")) && wrong.field.equals(field);
                if (!refused) troubles.add(wrong.command + " got " + reply.json());
            }
            assertEquals("pong", talk.say(Map.of("type", "ping")).type());
        }

        assertEquals("", String.join("\n", troubles));
        assertTrue(wrongs.size() > 500, "only " + wrongs.size() + " were tried");
    }

    private static Stream<Class<?>> commands() {
        return Arrays.stream(Command.class.getPermittedSubclasses());
    }

    private static Stream<Wrong> wrongs(Class<?> command) {
        return Arrays.stream(command.getRecordComponents()).flatMap(field -> {
            String name = field.getName();
            var values = ALL.stream().filter(value -> !fits(value, field)).map(value -> new Wrong(name, with(command, name, value)));
            boolean optional = field.isAnnotationPresent(Nullable.class);
            return optional ? values : Stream.concat(values, Stream.of(new Wrong(name, without(command, name))));
        });
    }

    /// A command whose fields are all of the right type, if of no use.
    private static Map<String, Object> right(Class<?> command) {
        var fields = new LinkedHashMap<String, Object>(Map.of("type", command.getAnnotation(Type.class).value()));
        for (RecordComponent field : command.getRecordComponents()) fields.put(field.getName(), right(field));
        return fields;
    }

    private static Object right(RecordComponent field) {
        Class<?> type = field.getType();
        if (type == String.class) return "text";
        if (type == Integer.class) return 1;
        if (type == Boolean.class) return true;
        if (type.isEnum()) return type.getEnumConstants()[0].toString().toLowerCase(Locale.ROOT);
        if (type == List.class) return List.of("a");
        if (type == Command.Sort.class) return Map.of("column", 1);
        throw new AssertionError("say here what a " + type + " is like, for " + field);
    }

    private static boolean fits(Object value, RecordComponent field) {
        Class<?> type = field.getType();
        if (type == List.class) {
            assertEquals(String.class, ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]);
            return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        }
        return type == String.class && value instanceof String
                || type == Integer.class && value instanceof Integer
                || type == Boolean.class && value instanceof Boolean;
    }

    private static Map<String, Object> with(Class<?> command, String field, Object value) {
        var fields = right(command);
        fields.put(field, value);
        return fields;
    }

    private static Map<String, Object> without(Class<?> command, String field) {
        var fields = right(command);
        fields.remove(field);
        return fields;
    }
}
