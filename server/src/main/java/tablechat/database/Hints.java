package tablechat.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// What to say beside "no such table": the nearest names there are. Most SQL of a model that fails has made-up names in it.
final class Hints {
    static final int TABLES_OF_A_QUERY_MAX = 10;

    private final Schema schema;
    private final Dialect dialect;

    Hints(Schema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    /// "Did you mean customers or orders?", or null when nothing is alike.
    @Nullable String of(Lane lane, Errors.Missing missing, String sql) throws SQLException {
        List<String> nearest = Nearest.to(missing.name(), missing.table() ? tables(lane) : columns(lane, sql));
        return nearest.isEmpty() ? null : "Did you mean %s?".formatted(either(nearest));
    }

    private List<String> tables(Lane lane) throws SQLException {
        return schema.tables(lane).stream().map(Table::name).toList();
    }

    /// Those of the tables that the SQL names.
    private Set<String> columns(Lane lane, String sql) throws SQLException {
        var columns = new LinkedHashSet<String>();
        for (Table table : schema.described(lane, named(lane, sql))) {
            for (Table.Column column : table.columns()) columns.add(column.name());
        }
        return columns;
    }

    private List<String> named(Lane lane, String sql) throws SQLException {
        Set<String> words = Tokens.of(sql, dialect).stream().filter(Token::isName).map(Token::lower).collect(Collectors.toSet());
        return tables(lane).stream()
                .filter(table -> words.contains(table.toLowerCase(Locale.ROOT)))
                .limit(TABLES_OF_A_QUERY_MAX)
                .toList();
    }

    private static String either(List<String> names) {
        if (names.size() == 1) return names.getFirst();
        var all = new ArrayList<>(names);
        String last = all.removeLast();
        return String.join(", ", all) + " or " + last;
    }
}
