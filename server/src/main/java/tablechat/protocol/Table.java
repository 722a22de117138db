package tablechat.protocol;

import java.util.List;

/// A table or view of a user's database. A listing leaves `columns` out; `rows` is known or estimated, never counted for it.
public record Table(
        @Nullable String schema,
        String name,
        String kind,
        @Nullable String comment,
        @Nullable Long rows,
        @Nullable List<Column> columns) {

    public record Column(
            String name,
            String type,
            boolean nullable,
            boolean primaryKey,
            @Nullable String default_,
            @Nullable String comment,
            @Nullable Reference references) {}

    public record Reference(String table, String column) {}
}
