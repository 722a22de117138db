package tablechat.store;

import java.time.Instant;
import java.util.Locale;

/// Our values as SQLite keeps them: instants as milliseconds since 1970, booleans as 0 or 1, enums in lower case.
final class Bind {
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
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case null -> null;
            default -> value;
        };
    }

    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
