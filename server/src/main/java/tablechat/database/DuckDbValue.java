package tablechat.database;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import tablechat.protocol.Nullable;

/// DuckDB's own values as [Cells] takes them; lists, structs and maps as text that is nearly JSON.
final class DuckDbValue {
    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";

    /// As much of a nested value as could ever be kept.
    static final int TEXT_CHARACTERS_MAX = Reading.TEXT_BYTES_MAX + 1;

    /// What the driver makes of infinite dates and timestamps.
    private static final Map<Temporal, Object> ENDS = Map.of(
            LocalDate.ofEpochDay(Integer.MAX_VALUE), INFINITY,
            LocalDate.ofEpochDay(-Integer.MAX_VALUE), MINUS_INFINITY,
            LocalDateTime.of(1970, 1, 1, 0, 0).plus(Long.MAX_VALUE, ChronoUnit.MICROS), INFINITY,
            LocalDateTime.of(1970, 1, 1, 0, 0).plus(-Long.MAX_VALUE, ChronoUnit.MICROS), MINUS_INFINITY);

    private final StringBuilder text = new StringBuilder();

    private DuckDbValue() {}

    static @Nullable Object of(@Nullable Object value) throws SQLException {
        return switch (value) {
            case Array array -> nested(array);
            case Struct struct -> nested(struct);
            case Map<?, ?> map -> nested(map);
            case Blob blob -> blob.getBytes(1, (int) blob.length());
            case LocalDate date -> ENDS.getOrDefault(date, date);
            case LocalDateTime time -> ENDS.getOrDefault(time, time);
            case OffsetDateTime time -> ENDS.getOrDefault(time.toLocalDateTime(), time);
            case null, default -> value;
        };
    }

    private static String nested(Object value) throws SQLException {
        var writer = new DuckDbValue();
        writer.write(value);
        return writer.text.toString();
    }

    private void write(@Nullable Object value) throws SQLException {
        if (text.length() > TEXT_CHARACTERS_MAX) return;
        switch (value) {
            case Array array -> list((Object[]) array.getArray());
            case DuckDBStruct struct -> fields(struct.getMap());
            case Map<?, ?> map -> fields(map);
            case Blob blob -> quote("%d bytes".formatted(blob.length()));
            case Timestamp time -> quote(String.valueOf(Cells.of(time.toLocalDateTime(), TEXT_CHARACTERS_MAX)));
            case null -> text.append("null");
            case Number number -> text.append(number);
            case Boolean bool -> text.append(bool);
            default -> quote(String.valueOf(Cells.of(value, TEXT_CHARACTERS_MAX)));
        }
    }

    private void list(Object[] elements) throws SQLException {
        text.append('[');
        String between = "";
        for (Object element : elements) {
            if (text.length() > TEXT_CHARACTERS_MAX) break;
            text.append(between);
            write(element);
            between = ",";
        }
        text.append(']');
    }

    private void fields(Map<?, ?> map) throws SQLException {
        text.append('{');
        String between = "";
        for (Map.Entry<?, ?> field : map.entrySet()) {
            text.append(between);
            quote(String.valueOf(field.getKey()));
            text.append(':');
            write(field.getValue());
            between = ",";
        }
        text.append('}');
    }

    private void quote(String string) {
        text.append('"').append(string.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
