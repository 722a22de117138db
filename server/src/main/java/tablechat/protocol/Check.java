package tablechat.protocol;

import java.util.regex.Pattern;

/// The bounds of a command's fields. Each returns the value to keep, or throws [Rejected] naming the field.
final class Check {
    static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u0080-\\u009F]");

    private Check() {}

    /// `fallback` when the field was left out.
    static @Nullable Integer within(String field, @Nullable Integer value, int min, int max, @Nullable Integer fallback) {
        if (value == null) return fallback;
        if (value < min || value > max) {
            throw Rejected.field(field, "\"%s\" must be a whole number from %d to %d.".formatted(field, min, max));
        }
        return value;
    }

    static @Nullable String clientMadeId(String field, @Nullable String value) {
        if (value != null && !UUID.matcher(value).matches()) {
            throw Rejected.field(field, "\"%s\" must be a UUID such as 018f2d3e-0000-7000-8000-000000000000.".formatted(field));
        }
        return value;
    }

    static String notBlank(String field, String value, int charactersMax) {
        if (value.isBlank()) throw Rejected.field(field, "\"%s\" must not be empty.".formatted(field));
        return atMost(field, value, charactersMax);
    }

    static String atMost(String field, String value, int charactersMax) {
        if (value.length() > charactersMax) {
            throw Rejected.field(field, "\"%s\" may have at most %,d characters; this one has %,d."
                    .formatted(field, charactersMax, value.length()));
        }
        return value;
    }

    /// Not something that could be taken for an id: a connection is named by either.
    static @Nullable String connectionName(@Nullable String value) {
        if (value == null) return null;
        String name = notBlank("name", value.strip(), Command.NAME_CHARACTERS_MAX);
        if (UNPRINTABLE.matcher(name).find()) {
            throw Rejected.field("name", "\"name\" must be one line, without control characters.");
        }
        if (UUID.matcher(name).matches()) {
            throw Rejected.field("name", "\"name\" must not look like an id; call it what you call the database.");
        }
        return name;
    }

    static @Nullable String optional(String field, @Nullable String value, int charactersMax) {
        return value == null ? null : atMost(field, value, charactersMax);
    }

    static @Nullable String title(@Nullable String value) {
        return value == null ? null : notBlank("title", value.strip(), Command.TITLE_CHARACTERS_MAX);
    }
}
