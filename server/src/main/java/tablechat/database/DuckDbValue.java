package tablechat.database;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import tablechat.protocol.Nullable;

/// DuckDB's own values as [Cells] takes them; lists, structs and maps as text that is nearly JSON.
final class DuckDbValue {
    /// As much of a nested value as could ever be kept.
    static final int TEXT_CHARACTERS_MAX = Reading.TEXT_BYTES_MAX + 1;

    private final StringBuilder text = new StringBuilder();

    private DuckDbValue() {}

    static @Nullable Object of(@Nullable Object value) throws SQLException {
        return switch (value) {
            case Array array -> nested(array);
            case Struct struct -> nested(struct);
            case Map<?, ?> map -> nested(map);
            case Blob blob -> blob.getBytes(1, (int) blob.length());
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
