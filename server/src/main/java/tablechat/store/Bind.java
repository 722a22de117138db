package tablechat.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Our values as SQLite keeps them: instants as milliseconds since 1970, booleans as 0 or 1, enums in lower case.
final class Bind {
    private static final ClassValue<Map<String, Enum<?>>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            var constants = new HashMap<String, Enum<?>>();
            for (Object constant : type.getEnumConstants()) constants.put(name((Enum<?>) constant), (Enum<?>) constant);
            return constants;
        }
    };

    private Bind() {}

    static Object[] all(Object... values) {
        var bound = new Object[values.length];
        for (int i = 0; i < values.length; i++) bound[i] = one(values[i]);
        return bound;
    }

    private static Object one(Object value) {
        return switch (value) {
            case Instant instant -> instant.toEpochMilli();
            case Boolean bool -> bool ? 1 : 0;
            case Enum<?> constant -> name(constant);
            case null -> null;
            default -> value;
        };
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        Enum<?> constant = CONSTANTS.get(type).get(text);
        if (constant == null) throw new IllegalStateException("no %s in the store's \"%s\"".formatted(type.getSimpleName(), text));
        return type.cast(constant);
    }
}
