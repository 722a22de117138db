package tablechat.model.offline;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which columns of the rows are wanted: `names and emails of customers`, `list the countries of customers`.
final class Projections {
    /// Text that nearly every row has of its own.
    private static final Set<String> OWN = Set.of(
            "email", "mail", "phone", "tel", "telefon", "fax", "address", "street", "description", "url", "name");

    private Projections() {}

    static void read(Reading reading) {
        var draft = reading.draft();
        if (draft.measure == null) {
            for (int at = 0; at < reading.size(); at++) {
                if (reading.named(at) && !reading.tableNamed(at)) {
                    column(reading, at);
                }
            }
            complete(draft, beside(reading));
        }
        for (int at = 0; at < reading.size(); at++) {
            if (reading.tableNamed(at)) {
                context(reading, at);
            }
        }
    }

    private static void column(Reading reading, int at) {
        var draft = reading.draft();
        if (attributive(reading, at)) {
            return;
        }
        reading.column(at, draft.subject, any -> true).ifPresent(column -> {
            var table = reading.world().schema().of(column);
            if (draft.subject == null) {
                draft.subject = table;
            }
            boolean near = table.equals(draft.subject) || reading.item(at).all(Sense.Match.class)
                    .anyMatch(match -> column.equals(match.column()) && match.score() >= Fit.ALIKE);
            if (near && reading.world().routes().up(draft.subject, table).isPresent()) {
                draft.columns.add(column);
                reading.use(at);
            }
        });
    }

    /// `vegetarian recipes`: what stands before the rows says which are meant, not what of them is wanted.
    private static boolean attributive(Reading reading, int at) {
        return at + 1 < reading.size() && reading.draft().subject != null && !reading.plural(at)
                && reading.item(at + 1).all(Sense.Match.class)
                        .anyMatch(match -> match.column() == null && match.table().equals(reading.draft().subject) && match.score() >= 1)
                && reading.column(at, reading.draft().subject, column -> column.number() || column.flag()).isPresent();
    }

    /// `employees and their titles`: the rows are wanted, and of each the column.
    private static boolean beside(Reading reading) {
        var subject = reading.draft().subject;
        int rows = reading.findAny(reading.size(), at -> reading.table(at).filter(found -> found.equals(subject)).isPresent());
        return rows >= 0 && reading.findAny(reading.size(), at -> at > rows && reading.words(at).matches("(.* )?(their|its)")) >= 0;
    }

    /// Values that many rows share are told once; others together with the name of their row.
    private static void complete(Draft draft, boolean beside) {
        if (draft.columns.isEmpty() || draft.subject == null) {
            return;
        }
        var label = Labels.of(draft.subject);
        boolean shared = draft.sorting == null
                && draft.columns.stream()
                        .allMatch(column -> column.text()
                                && !label.contains(column)
                                && !OWN.contains(column.words().getLast()));
        if (shared && !beside && draft.filters.isEmpty()) {
            draft.distinct = true;
        } else if (draft.columns.stream().noneMatch(label::contains)) {
            draft.columns.addAll(0, label);
        }
    }

    /// Another table in the question: above, its name is shown if it was asked for; below, there must be such rows.
    private static void context(Reading reading, int at) {
        var draft = reading.draft();
        var table = reading.table(at).orElseThrow();
        if (draft.subject == null
                || reading.world().routes().any(draft.subject, table).isEmpty()) {
            return;
        }
        reading.use(at);
        boolean above = reading.world().routes().up(draft.subject, table).isPresent();
        boolean filtered =
                draft.filters.stream().anyMatch(filter -> filter.table().equals(table.name()))
                        || draft.groups.stream().anyMatch(group -> group.table().equals(table.name()));
        if (above && draft.measure == null && !filtered && !draft.subject.equals(table) && draft.each == null) {
            shown(draft, table);
        } else if (!above && !filtered && !denied(reading, table) && beyond(reading, table)) {
            draft.filters.add(new Filter.Related(table, false));
        }
    }

    /// `members who never borrowed a book`: that there is no loan says it all.
    private static boolean denied(Reading reading, Table table) {
        var way = reading.world().routes().any(reading.draft().subject, table).orElse(List.of());
        return reading.draft().filters.stream()
                .filter(filter -> filter instanceof Filter.Related related && related.negated()
                        || filter instanceof Filter.Counted counted && counted.any() && counted.comparison() == Comparison.EXACTLY)
                .anyMatch(filter -> way.stream().anyMatch(hop -> hop.to().table().equals(filter.table())));
    }

    private static boolean beyond(Reading reading, Table table) {
        var measure = reading.draft().measure;
        return measure == null
                || reading.world().routes().up(measure.table(), table).isEmpty();
    }

    private static void shown(Draft draft, Table other) {
        if (draft.columns.isEmpty() && draft.sorting != null) {
            draft.columns.addAll(Labels.of(draft.subject));
            draft.columns.add(draft.sorting.column());
        } else if (draft.columns.isEmpty()) {
            draft.columns.addAll(Stream.concat(Labels.of(draft.subject).stream(), draft.subject.columns().stream())
                    .filter(column -> column.references() == null)
                    .distinct()
                    .limit(6)
                    .toList());
        }
        var name = Labels.of(draft.subject);
        int behind = (int) draft.columns.stream()
                .takeWhile(column -> name.contains(column) || !column.table().equals(draft.subject.name()))
                .count();
        draft.columns.addAll(behind, Labels.of(other));
    }
}
