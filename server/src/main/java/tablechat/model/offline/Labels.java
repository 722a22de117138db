package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a person calls a row of a table: its name, its title, first and last name, or else its key.
final class Labels {
    private static final Set<String> NAMES =
            Set.of("name", "title", "label", "bezeichnung", "bez", "caption", "subject");

    private static final Set<String> FIRST = Set.of("firstname", "givenname", "forename", "vorname");
    private static final Set<String> LAST = Set.of("lastname", "familyname", "surname", "nachname");

    private Labels() {}

    /// One or two columns; none only for a table without columns.
    static List<Column> of(Table table) {
        return named(table, List.of("name"))
                .or(() -> person(table))
                .or(() -> NAMES.stream()
                        .flatMap(name -> named(table, List.of(name)).stream())
                        .findFirst())
                .or(() -> single(
                        table,
                        column -> column.text() && NAMES.contains(column.words().getLast())))
                .or(() -> single(table, column -> column.text() && !column.key() && column.words().getLast().equals("description")))
                .or(() -> single(table, Labels::described))
                .or(() -> parts(table))
                .or(() -> single(
                        table,
                        column -> column.text()
                                && !column.key()
                                && (column.words().equals(List.of("full", "name"))
                                        || column.words().equals(table.words())
                                        || table.words().contains(column.words().getLast()))))
                .or(() -> single(table, column -> column.text() && !column.primary() && column.references() == null && column.key()))
                .or(() -> table.columns().stream().anyMatch(column -> column.references() != null)
                                || table.key().filter(Column::text).isPresent()
                        ? Optional.empty()
                        : single(table, column -> column.text() && !column.key()))
                .or(() -> table.key().map(List::of))
                .or(() -> single(table, column -> column.text() && !column.key()))
                .orElseGet(() -> table.columns().stream().limit(1).toList());
    }

    static boolean is(Column column, Table table) {
        return of(table).contains(column);
    }

    private static boolean described(Column column) {
        return column.text()
                && !column.key()
                && Set.of("address", "description", "code", "email", "number", "nr").contains(String.join(" ", column.words()));
    }

    /// A key of several columns, of rows that do more than join others.
    private static Optional<List<Column>> parts(Table table) {
        var keys = table.columns().stream().filter(Column::primary).toList();
        boolean own = keys.size() > 1 && keys.stream().anyMatch(key -> key.references() == null && !key.date());
        return own ? Optional.of(keys) : Optional.empty();
    }

    private static Optional<List<Column>> named(Table table, List<String> words) {
        return single(table, column -> column.words().equals(words) && column.references() == null);
    }

    private static Optional<List<Column>> person(Table table) {
        var first = table.first(column -> FIRST.contains(String.join("", column.words())));
        var last = table.first(column -> LAST.contains(String.join("", column.words())));
        return first.flatMap(one -> last.map(other -> List.of(one, other)));
    }

    private static Optional<List<Column>> single(Table table, java.util.function.Predicate<Column> wanted) {
        return table.first(wanted).map(List::of);
    }
}
