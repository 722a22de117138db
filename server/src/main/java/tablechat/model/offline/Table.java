package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A table or view.
///
/// @param name as the tools say it, with its schema where that matters
/// @param words of the name, without what the tables of this database have in common
/// @param columns empty until it was described
/// @param comment the words of what the database says about it
record Table(String name, String kind, List<String> words, List<Column> columns, List<String> comment) {

    Table with(List<Column> others) {
        return new Table(name, kind, words, List.copyOf(others), comment);
    }

    /// One of a schema is known by its name.
    @Override
    public boolean equals(Object other) {
        return other instanceof Table table && table.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    Optional<Column> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> first(column -> column.name().equalsIgnoreCase(name)));
    }

    Optional<Column> first(Predicate<Column> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    boolean refersTo(Table other) {
        return columns.stream().anyMatch(column -> column.references() != null && column.references().table().equals(other.name));
    }

    /// The column that alone identifies a row.
    Optional<Column> key() {
        var keys = columns.stream().filter(Column::primary).toList();
        return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
    }

    /// `order items`: how a text speaks of several of its rows.
    String many() {
        return phrase(Words.plural(words.getLast()));
    }

    String one() {
        return phrase(words.getLast());
    }

    private String phrase(String last) {
        var before = words.subList(0, words.size() - 1);
        return before.isEmpty() ? last : String.join(" ", before) + " " + last;
    }
}
