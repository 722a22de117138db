package tablechat.transcript;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Command;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;

/// Lets in only what TableChat could have written down itself, and gathers the ids of what it let in. Anybody may have written
/// the file.
final class Admission {
    private static final int DRAFT_CHARACTERS_MAX = 32_000;
    private static final int NAME_CHARACTERS_MAX = 1_000;
    private static final int TEXT_CHARACTERS_MAX = 4 * 1024 * 1024;
    private static final int PARTS_MAX = 10_000;
    private static final int ROWS_MAX = 1_000;
    private static final int COLUMNS_MAX = 10_000;
    private static final long LAST_MILLISECOND = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final long DOUBLE_EXACT_MAX = 1L << 53;

    private final Set<String> messages = new LinkedHashSet<>();
    private final Set<String> turns = new LinkedHashSet<>();
    private final Set<String> results = new LinkedHashSet<>();

    Set<String> messages() {
        return messages;
    }

    Set<String> turns() {
        return turns;
    }

    Set<String> results() {
        return results;
    }

    static void admit(Head head) {
        Head.Facts session = head.session();
        id("session.id", session.id());
        if (session.forkedFrom() != null) id("session.forkedFrom", session.forkedFrom());
        if (session.title().isBlank()) throw unfit("\"session.title\" must not be empty.");
        length("session.title", session.title().strip(), Command.TITLE_CHARACTERS_MAX);
        length("session.draft", session.draft(), DRAFT_CHARACTERS_MAX);
        time("session.createdAt", session.createdAt());
        time("session.updatedAt", session.updatedAt());
    }

    void admit(Entry entry) {
        id("id", entry.id());
        if (!messages.add(entry.id())) throw unfit("Another message has the id %s.".formatted(entry.id()));
        if (entry.turn() != null) {
            id("turn", entry.turn());
            turns.add(entry.turn());
        }
        time("createdAt", entry.createdAt());
        length("model", entry.model(), NAME_CHARACTERS_MAX);
        if (entry.error() != null) length("error.message", entry.error().message(), TEXT_CHARACTERS_MAX);
        if (entry.parts().size() > PARTS_MAX) throw unfit("\"parts\" has more than %,d parts.".formatted(PARTS_MAX));
        long characters = 0;
        for (Part part : entry.parts()) {
            switch (part) {
                case Part.Text(String text) -> characters += text.length();
                case Part.Thinking(String text) -> characters += text.length();
                case Part.Tool(Call call) -> admit(call);
            }
        }
        if (characters > TEXT_CHARACTERS_MAX) throw unfit("Its text has more than %,d characters.".formatted(TEXT_CHARACTERS_MAX));
    }

    private void admit(Call call) {
        length("call.id", call.id(), NAME_CHARACTERS_MAX);
        length("call.name", call.name(), NAME_CHARACTERS_MAX);
        length("call.output", call.output(), TEXT_CHARACTERS_MAX);
        length("call.error", call.error(), TEXT_CHARACTERS_MAX);
        length("call.input", Json.write(call.input()), TEXT_CHARACTERS_MAX);
        if (call.result() != null) admit(call.result());
    }

    private void admit(Result result) {
        id("result.id", result.id());
        if (!results.add(result.id())) throw unfit("Another result has the id %s.".formatted(result.id()));
        length("result.sql", result.sql(), TEXT_CHARACTERS_MAX);
        if (result.columns().size() > COLUMNS_MAX) throw unfit("\"result.columns\" has more than %,d.".formatted(COLUMNS_MAX));
        if (result.rows().size() > ROWS_MAX) throw unfit("\"result.rows\" has more than %,d.".formatted(ROWS_MAX));
        length("result.columns", Json.write(result.columns()), TEXT_CHARACTERS_MAX);
        for (List<Object> row : result.rows()) {
            if (row == null || row.size() != result.columns().size()) throw unfit("A row is not as long as \"result.columns\".");
            row.forEach(Admission::cell);
        }
        length("result.rows", Json.write(result.rows()), TEXT_CHARACTERS_MAX);
    }

    private static void cell(@Nullable Object cell) {
        boolean fits = switch (cell) {
            case null -> true;
            case String _, Boolean _ -> true;
            case Long number -> Math.abs(number) <= DOUBLE_EXACT_MAX;
            case BigDecimal number -> isExact(number);
            case Map<?, ?> bytes -> bytes.keySet().equals(Set.of("$bytes", "length"))
                    && bytes.get("$bytes") instanceof String && bytes.get("length") instanceof Long;
            default -> false;
        };
        if (!fits) throw unfit("A cell holds what no cell can: a number a double does not carry exactly is a string.");
    }

    private static boolean isExact(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }

    private static void id(String field, String id) {
        if (!Ids.isId(id)) throw unfit("\"%s\" must be a UUID.".formatted(field));
    }

    private static void time(String field, Instant time) {
        boolean fits = !time.isBefore(Instant.EPOCH) && time.isBefore(Instant.ofEpochMilli(LAST_MILLISECOND));
        if (!fits) throw unfit("\"%s\" must be a time from 1970 to 9999.".formatted(field));
    }

    private static void length(String field, @Nullable String text, int charactersMax) {
        if (text == null || text.length() <= charactersMax) return;
        throw unfit("\"%s\" may have at most %,d characters.".formatted(field, charactersMax));
    }

    private static Rejected unfit(String message) {
        return Rejected.because(Code.BAD_REQUEST, message);
    }
}
