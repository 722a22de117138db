package tablechat.json;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

/// Writes a value of ours by JSON-B. It walks the value itself: a lookup of JSON-B's for each
/// nested record made a message five times as slow.
final class Writer implements JsonbSerializer<Writer.Root> {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    /// The value as a whole: JSON-B picks a serializer by class, and this is the one it knows.
    /// Not a record: it would look inside.
    static final class Root {
        private final Object value;

        Root(Object value) {
            this.value = value;
        }
    }

    @Override
    public void serialize(Root root, JsonGenerator json, SerializationContext context) {
        write(root.value, json);
    }

    private static void write(Object value, JsonGenerator json) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.write(text);
            case Integer number -> json.write(number);
            case Long number -> json.write(number);
            case Double number -> json.write(number);
            case Float number -> json.write(number.doubleValue());
            case BigInteger number -> json.write(number);
            case BigDecimal number -> json.write(number);
            case Number number -> json.write(number.longValue());
            case Boolean bool -> json.write(bool);
            case Enum<?> constant -> json.write(Names.constant(constant));
            case Instant instant -> json.write(Milliseconds.text(instant));
            case Record object -> write(object, json);
            case Map<?, ?> map -> write(map, json);
            case Iterable<?> items -> {
                json.writeStartArray();
                for (Object item : items) write(item, json);
                json.writeEnd();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void write(Map<?, ?> map, JsonGenerator json) {
        json.writeStartObject();
        map.forEach((key, value) -> {
            json.writeKey((String) key);
            write(value, json);
        });
        json.writeEnd();
    }

    private static void write(Record object, JsonGenerator json) {
        Shape shape = SHAPES.get(object.getClass());
        json.writeStartObject();
        if (shape.type != null) json.write("type", shape.type);
        for (int i = 0; i < shape.fields.length; i++) {
            Object value = shape.value(object, i);
            if (value == null) continue;
            json.writeKey(shape.fields[i]);
            write(value, json);
        }
        json.writeEnd();
    }

    /// How a record class is written; `type` is null for one that is no variant of a sealed interface.
    private record Shape(String type, String[] fields, Method[] accessors) {

        static Shape of(Class<?> record) {
            RecordComponent[] components = record.getRecordComponents();
            var fields = new String[components.length];
            var accessors = new Method[components.length];
            for (int i = 0; i < components.length; i++) {
                fields[i] = Names.field(components[i].getName());
                accessors[i] = components[i].getAccessor();
                accessors[i].setAccessible(true);
            }
            return new Shape(Names.isVariant(record) ? Names.type(record) : null, fields, accessors);
        }

        Object value(Record record, int component) {
            try {
                return accessors[component].invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + fields[component] + " of " + record.getClass(), e);
            }
        }
    }
}
