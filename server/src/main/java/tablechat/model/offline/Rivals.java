package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A number that was named and stands in two tables: `bottles` of purchases or of the stock. Where the conditions and groups do not
/// belong to the rows of the one that was taken, the other is meant.
final class Rivals {
    private static final double SCORE_MIN = 0.7;

    private Rivals() {}

    /// After all conditions and groups are known.
    static void read(Reading reading) {
        var draft = reading.draft();
        boolean open = draft.measure != null && draft.measure.value() instanceof Value.Field && draft.meanOf == null
                && reading.former() == null;
        if (!open || above(reading, draft.measure.table())) {
            return;
        }
        other(reading, ((Value.Field) draft.measure.value()).column()).ifPresent(column -> {
            draft.measure = Figures.field(reading, draft.measure.kind(), column);
            draft.subject = draft.measure.table();
        });
    }

    /// Each of its rows belongs to one of what is grouped by and asked for.
    private static boolean above(Reading reading, Table table) {
        var draft = reading.draft();
        var schema = reading.world().schema();
        return Stream.concat(draft.filters.stream().map(Filter::table), draft.groups.stream().map(Grouping::table))
                .map(name -> schema.table(name).orElseThrow())
                .allMatch(other -> reading.world().routes().up(table, other).isPresent());
    }

    private static Optional<Column> other(Reading reading, Column taken) {
        return IntStream.range(0, reading.size())
                .mapToObj(reading::item)
                .filter(item -> item.all(Sense.Match.class).anyMatch(match -> taken.equals(match.column())))
                .flatMap(item -> item.all(Sense.Match.class))
                .filter(match -> match.column() != null && match.column().number() && match.score() >= SCORE_MIN)
                .filter(match -> !match.table().name().equals(taken.table()) && above(reading, match.table()))
                .max(Comparator.comparingDouble(Sense.Match::score))
                .map(Sense.Match::column);
    }
}
