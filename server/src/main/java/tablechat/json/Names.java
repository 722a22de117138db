package tablechat.json;

import java.util.Arrays;
import java.util.Locale;

/// How Java names are spelled in JSON.
final class Names {
    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> variant) {
            return variant.getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", ".")
                    .toLowerCase(Locale.ROOT);
        }
    };

    private static final ClassValue<String[]> CONSTANTS = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        }
    };

    private Names() {}

    /// A variant of a sealed interface is told by its `type`: the record's name in words, `SessionCreated` is `session.created`.
    static String type(Class<?> variant) {
        return TYPES.get(variant);
    }

    /// A component's field; one whose field is a Java keyword ends in `_`.
    static String field(String component) {
        return component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
    }

    static String constant(Enum<?> value) {
        return CONSTANTS.get(value.getDeclaringClass())[value.ordinal()];
    }

    static boolean isVariant(Class<?> record) {
        for (Class<?> type : record.getInterfaces()) if (type.isSealed()) return true;
        return false;
    }
}
