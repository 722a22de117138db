package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// Guesses references that the database does not declare: `customer_id`, where `customers` has the key `id` or
/// `customer_id`.
final class Keys {

    private Keys() {}

    static Schema completed(Schema schema) {
        var declared = schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.references() != null);
        return declared
                ? schema
                : new Schema(schema.tables().stream()
                        .map(table -> completed(table, schema.tables()))
                        .toList());
    }

    private static Table completed(Table table, List<Table> all) {
        var columns =
                table.columns().stream().map(column -> completed(column, all)).toList();
        return new Table(table.name(), table.kind(), table.words(), columns);
    }

    private static Column completed(Column column, List<Table> all) {
        var target = all.stream()
                .filter(table -> !table.name().equals(column.table()))
                .flatMap(table -> target(column, table).stream())
                .findFirst();
        return target.map(key -> new Column(
                        column.table(),
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.primary(),
                        new Column.Reference(key.table(), key.name()),
                        column.words(),
                        column.samples()))
                .orElse(column);
    }

    private static Optional<Column> target(Column column, Table table) {
        var key = table.key().or(() -> table.first(own -> own.name().equalsIgnoreCase("id")));
        return key.filter(
                own -> own.name().equalsIgnoreCase(column.name()) && !own.name().equalsIgnoreCase("id")
                        || joined(column.words()).equals(joined(table.words()) + "id"));
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }
}
