package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import tablechat.protocol.Nullable;

/// Which table or column an item names, where it may name several.
final class Naming {
    private static final double OWN_BONUS = 0.5;
    private static final double MENTIONED_BONUS = 0.15;
    private static final double HOP_PENALTY = 0.1;
    /// A word that names both is a column only if that fits better by as much.
    private static final double TABLE_PREFERENCE = 0.1;

    private final Reading reading;
    private final @Nullable Table near;

    /// @param near what the question is about; null if that is not known yet
    Naming(Reading reading, @Nullable Table near) {
        this.reading = reading;
        this.near = near;
    }

    static Optional<Table> table(Item item) {
        double column = item.all(Sense.Match.class)
                .filter(match -> match.column() != null)
                .mapToDouble(Sense.Match::score)
                .max()
                .orElse(0);
        return item.all(Sense.Match.class)
                .filter(match -> match.column() == null && match.score() >= column - TABLE_PREFERENCE)
                .max(Comparator.comparingDouble(Sense.Match::score))
                .map(Sense.Match::table);
    }

    /// The nearest of those within reach.
    Optional<Column> column(Item item, Predicate<Column> wanted) {
        return item.all(Sense.Match.class)
                .filter(match -> match.column() != null && wanted.test(match.column()))
                .filter(match -> near == null || reading.world().routes().any(near, match.table()).isPresent())
                .max(Comparator.comparingDouble(this::rank))
                .map(Sense.Match::column);
    }

    private double rank(Sense.Match match) {
        double rank = match.score() + (reading.mentions(match.table()) ? MENTIONED_BONUS : 0);
        if (near == null) {
            boolean line = Money.line(reading.world().schema()).filter(match.table()::equals).isPresent();
            return rank - (match.column().key() || line ? HOP_PENALTY : 0);
        }
        return match.table().equals(near)
                ? rank + OWN_BONUS
                : rank - HOP_PENALTY * reading.world().routes().distance(near, match.table());
    }
}
