package tablechat.web;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tablechat.json.Json;
import tablechat.protocol.Command;
import tablechat.protocol.Nullable;
import tablechat.protocol.Type;

/// Makes commands by chance out of the records of [Command] and of what it heard before: mostly such as could be meant, some
/// with values out of place. The same seed and the same replies make the same commands.
final class Grammar {
    private static final int IDS_MAX = 200;
    private static final List<String> SQL = List.of(
            "select 1", "select * from customers", "select * from orders limit 2000", "select", "select 1; select 2",
            "drop table customers",
            "pragma user_version = 7", "attach 'x.db' as x",
            "with recursive n(i) as (select 1 union all select i + 1 from n limit 300000)"
                    + " select count(*) from n", "select '\u202E' as \"\0\"", "explain select 1", "select randomblob(2000000)",
                    "-- nothing", "'");
    private static final List<String> TEXTS = List.of(
            "", " ", "a", "How many customers are there?", "'; drop table session; --", "%", "\0", "\u202Eback", "😀",
            "../../etc/passwd",
            "x".repeat(201), "y".repeat(32_001), "\n", "sample", "New session", "turn.finished");
    private static final List<Object> ODD = List.of(
            0, -1, 1.5, 1e300, Long.MAX_VALUE, true, List.of(), Map.of(), List.of(List.of(1)), "", "null", Map.of("column",
            0, "descending", 1));

    private final Random random;
    private final List<Class<?>> commands;
    private final Path folder;
    private final List<String> ids = new ArrayList<>();

    /// @param folder where databases may be looked for
    Grammar(Random random, Path folder) {
        this.random = random;
        this.folder = folder;
        commands = List.of(Command.class.getPermittedSubclasses());
    }

    boolean isTired() {
        return random.nextInt(100) == 0;
    }

    boolean isClumsy() {
        return random.nextInt(20) == 0;
    }

    Map<String, Object> command() {
        Class<?> chosen = one(commands);
        // Else hardly anything would be asked, as all sessions and connections would soon be gone.
        if (chosen.getSimpleName().matches("(Delete|Remove).*") && random.nextInt(4) > 0) chosen = Command.SendMessage.class;
        var fields = new LinkedHashMap<String, Object>(Map.of("type", chosen.getAnnotation(Type.class).value()));
        for (RecordComponent field : chosen.getRecordComponents()) {
            boolean left = random.nextInt(field.isAnnotationPresent(Nullable.class) ? 2 : 40) == 0;
            if (!left) fields.put(field.getName(), random.nextInt(40) == 0 ? one(ODD) : value(field));
        }
        if (random.nextInt(30) == 0) fields.put("unheard of", one(ODD));
        return fields;
    }

    private Object value(RecordComponent field) {
        Class<?> type = field.getType();
        if (type == Boolean.class) return random.nextBoolean();
        if (type == Integer.class) return random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(120);
        if (type.isEnum()) return one(List.of(type.getEnumConstants())).toString().toLowerCase(Locale.ROOT);
        if (type == List.class) return List.of("customers", one(TEXTS));
        if (type == Command.Sort.class) return Map.of("column", random.nextInt(4) - 1, "descending", random.nextBoolean());
        return text(field.getName());
    }

    private String text(String field) {
        return switch (field) {
            case "sql" -> one(SQL);
            case "url" -> one(List.of("sqlite:" + folder.resolve("sample.db"), "sqlite:" + folder.resolve("none.db"), "sqlite:" + folder,
                    "postgresql://127.0.0.1:1/x", "mysql://127.0.0.1:1/x",
                    "duckdb:" + folder.resolve("none.duckdb"), one(TEXTS)));
            case "text", "title", "name", "like", "search", "user", "password" -> one(TEXTS);
            case "model" -> random.nextInt(8) == 0 ? one(TEXTS) : "test/whimsical";
            case "after" -> random.nextBoolean() || ids.isEmpty() ? one(TEXTS) : one(ids);
            default -> id();
        };
    }

    private String id() {
        if (random.nextInt(8) == 0) return one(TEXTS);
        return ids.isEmpty() || random.nextInt(6) == 0 ? new UUID(random.nextLong(), random.nextLong()).toString() : one(ids);
    }

    /// A command with a piece cut out, doubled or exchanged, that has no id and is no JSON.
    String broken() {
        String whole = Json.write(command());
        int at = random.nextInt(whole.length());
        return switch (random.nextInt(4)) {
            case 0 -> whole.substring(0, at);
            case 1 -> whole + whole.substring(at);
            case 2 -> whole.substring(0, at) + "\u0001" + whole.substring(at) + "}";
            default -> "[".repeat(1 + random.nextInt(2_000)) + whole;
        };
    }

    /// Remembers the ids and cursors in an event, for later.
    void learn(Map<String, Object> event) {
        event.forEach((name, value) -> learn(value));
    }

    private void learn(Object value) {
        switch (value) {
            case String text when text.length() == 36 && text.charAt(8) == '-' -> {
                if (ids.size() < IDS_MAX) ids.add(text);
                else ids.set(random.nextInt(IDS_MAX), text);
            }
            case Map<?, ?> map -> map.values().forEach(this::learn);
            case List<?> list -> list.forEach(this::learn);
            case null, default -> {}
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
