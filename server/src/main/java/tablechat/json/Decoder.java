package tablechat.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Fills records from a JSON tree by their components' types, strictly.
final class Decoder {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> record) {
            return Shape.of(record);
        }
    };

    private Decoder() {}

    /// @param field the dotted path of the value, null at the top
    static Object value(String field, Object json, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(field, json, arguments[0]) : map(field, json, arguments[1]);
        }
        var target = (Class<?>) type;
        if (target == Object.class) return json;
        if (target == String.class) return expect(field, json, String.class, "a string");
        if (target == Boolean.class || target == boolean.class) return expect(field, json, Boolean.class, "true or false");
        if (target == Integer.class || target == int.class) return (int) whole(field, json, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (target == Long.class || target == long.class) return whole(field, json, Long.MIN_VALUE, Long.MAX_VALUE);
        if (target == Instant.class) return instant(field, json);
        if (target.isEnum()) return constant(field, json, target);
        var object = Reader.object(expect(field, json, Map.class, "an object"));
        return record(field, object, target.isRecord() ? target : variant(field, object, target));
    }

    private static Object record(String path, Map<String, Object> json, Class<?> record) {
        Shape shape = SHAPES.get(record);
        var arguments = new Object[shape.names.length];
        for (int i = 0; i < arguments.length; i++) {
            String name = shape.names[i];
            String field = path == null ? name : path + "." + name;
            if (json.containsKey(name)) {
                arguments[i] = value(field, json.get(name), shape.types[i]);
            } else if (!shape.optional[i]) {
                throw new Malformed(field, "\"%s\" is missing.".formatted(field));
            }
        }
        return shape.construct(arguments);
    }

    /// What reflection says of a record class, looked up once: each look makes all of it anew.
    private record Shape(Constructor<?> canonical, String[] names, Type[] types, boolean[] optional) {

        static Shape of(Class<?> record) {
            RecordComponent[] components = record.getRecordComponents();
            var names = new String[components.length];
            var types = new Type[components.length];
            var optional = new boolean[components.length];
            for (int i = 0; i < components.length; i++) {
                names[i] = Names.field(components[i].getName());
                types[i] = components[i].getGenericType();
                optional[i] = isOptional(components[i]);
            }
            return new Shape(canonical(record, components), names, types, optional);
        }

        private static Constructor<?> canonical(Class<?> record, RecordComponent[] components) {
            try {
                Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                Constructor<?> canonical = record.getDeclaredConstructor(types);
                canonical.setAccessible(true);
                return canonical;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has it: " + record, e);
            }
        }

        Object construct(Object[] arguments) {
            try {
                return canonical.newInstance(arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException refusal) throw refusal;
                throw new IllegalStateException("cannot make " + canonical, e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + canonical, e);
            }
        }
    }

    /// A component may be left out when it carries an annotation called `Nullable`, whoever's that is.
    private static boolean isOptional(RecordComponent component) {
        return Arrays.stream(component.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static Class<?> variant(String path, Map<String, Object> json, Class<?> sealed) {
        Object type = json.get("type");
        for (Class<?> variant : sealed.getPermittedSubclasses()) if (Names.type(variant).equals(type)) return variant;
        throw new Malformed(path == null ? "type" : path + ".type", "\"%s\" is no type known here.".formatted(type));
    }

    private static List<Object> list(String field, Object json, Type item) {
        var values = new ArrayList<>();
        for (Object element : expect(field, json, List.class, "an array")) values.add(value(field, element, item));
        return values;
    }

    private static Map<String, Object> map(String field, Object json, Type item) {
        var values = new LinkedHashMap<String, Object>();
        Reader.object(expect(field, json, Map.class, "an object"))
                .forEach((key, element) -> values.put(key, value(field + "." + key, element, item)));
        return values;
    }

    private static long whole(String field, Object json, long min, long max) {
        var number = new BigDecimal(expect(field, json, Number.class, "a whole number").toString());
        try {
            long whole = number.longValueExact();
            if (whole >= min && whole <= max) return whole;
        } catch (ArithmeticException e) {
            // has a fraction or is too large: said below
        }
        throw new Malformed(field, "\"%s\" must be a whole number.".formatted(field));
    }

    private static Instant instant(String field, Object json) {
        try {
            return Instant.parse(expect(field, json, String.class, "a time"));
        } catch (DateTimeException e) {
            throw new Malformed(field, "\"%s\" must be a time such as 2026-01-31T12:00:00.000Z.".formatted(field));
        }
    }

    private static Object constant(String field, Object json, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (Names.constant((Enum<?>) constant).equals(json)) return constant;
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(constant -> Names.constant((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        throw new Malformed(field, "\"%s\" must be one of %s.".formatted(field, known));
    }

    private static <T> T expect(String field, Object json, Class<T> type, String words) {
        if (type.isInstance(json)) return type.cast(json);
        throw new Malformed(field, "\"%s\" must be %s.".formatted(field, words));
    }
}
