package tablechat.transcript;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tablechat.protocol.Call;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Result;

/// What documents for people say, in plain text.
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Words() {}

    static String about(Head head) {
        return "Connection: %s (%s) · begun %s · last activity %s".formatted(head.connection().name(), head.connection().kind(),
                time(head.session().createdAt()), time(head.session().updatedAt()));
    }

    static String heading(Entry entry) {
        boolean isSql = entry.parts().stream().anyMatch(Part.Tool.class::isInstance);
        String what = entry.role() == Role.ASSISTANT ? "Answer" : isSql ? "Own query" : "Question";
        return what + ", " + time(entry.createdAt());
    }

    /// Model, time and tokens; empty where nothing is known of them.
    static String foot(Entry entry) {
        var words = new ArrayList<String>();
        if (entry.model() != null) words.add(entry.model());
        if (entry.durationMs() != null) words.add(duration(entry.durationMs()));
        if (entry.usage() != null) {
            words.add(count("%,d tokens in, %,d out", entry.usage().inputTokens(), entry.usage().outputTokens()));
        }
        return String.join(" · ", words);
    }

    /// What kept an answer from its end, null where nothing did.
    static @Nullable String trouble(Entry entry) {
        String reason = entry.error() == null ? "" : " " + entry.error().message();
        return switch (entry.status()) {
            case COMPLETE -> null;
            case STREAMING -> "This answer was still being written.";
            case STOPPED -> "This answer was stopped." + reason;
            case FAILED -> "This answer failed." + reason;
            case INTERRUPTED -> "This answer was interrupted: TableChat ended before it did." + reason;
        };
    }

    static String call(Call call) {
        var words = new ArrayList<String>();
        words.add(switch (call.name()) {
            case "run_query" -> "Query";
            case "list_tables" -> "List of tables";
            case "describe_tables" -> "Look at tables";
            case "chart" -> "Chart";
            default -> call.name();
        });
        if (call.status() == null) words.add("still running");
        else if (call.status() != Call.Status.COMPLETE) words.add(call.status().name().toLowerCase(Locale.ROOT));
        if (call.result() != null) words.add(rows(call.result()));
        if (call.durationMs() != null) words.add(duration(call.durationMs()));
        return String.join(" · ", words);
    }

    private static String rows(Result result) {
        if (result.rowCount() == null) return "not all rows";
        return result.rowCount() == 1 ? "1 row" : count("%,d rows", result.rowCount());
    }

    /// What a table of `shown` rows leaves out, null where that is nothing.
    static @Nullable String cut(Result result, int shown, int kept) {
        if (shown == kept && !result.truncated()) return null;
        String all = result.rowCount() == null ? "more" : count("%,d", result.rowCount());
        return count("The first %,d of %s rows", shown, all) + (shown < kept ? count("; %,d were kept.", kept) : ".");
    }

    /// The SQL of a query's call, null for others.
    static @Nullable String sql(Call call) {
        if (call.result() != null) return call.result().sql();
        return call.name().equals("run_query") && call.input().get("sql") instanceof String sql ? sql : null;
    }

    /// A cell; null for a missing value.
    static @Nullable String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Map<?, ?> bytes -> count("bytes, %,d of them", ((Number) bytes.get("length")).longValue());
            case BigDecimal number -> number(number);
            default -> cell.toString();
        };
    }

    /// As the page shows it: 1000.0 is 1000, and an exponent stands only where it is shorter.
    private static String number(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        return exponent >= -7 && exponent <= 20 ? bare.toPlainString() : bare.toString().replace("E", "e");
    }

    private static String duration(long milliseconds) {
        if (milliseconds < 1_000) return milliseconds + " ms";
        return count(milliseconds < 10_000 ? "%.1f s" : "%.0f s", milliseconds / 1_000.0);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String count(String words, Object... numbers) {
        return String.format(Locale.ENGLISH, words, numbers);
    }
}
