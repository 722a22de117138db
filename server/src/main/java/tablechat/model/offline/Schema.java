package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// The tables of the database as far as the tools have told of them.
record Schema(List<Table> tables) {

    Optional<Table> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .or(() ->
                        tables.stream().filter(table -> answersTo(table, name)).findFirst());
    }

    Table of(Column column) {
        return table(column.table()).orElseThrow();
    }

    private static boolean answersTo(Table table, String name) {
        var own = table.name();
        return own.equalsIgnoreCase(name)
                || own.substring(own.lastIndexOf('.') + 1).equalsIgnoreCase(name);
    }
}
