package tablechat.model.offline;

import tablechat.protocol.Nullable;

/// The common part of all questions for the most or the least: who is ranked, by what, and how many are wanted.
final class Ranking {
    private static final int SEVERAL = 10;

    private Ranking() {}

    /// The number beside the cue or the thing ranked; else one, or ten when several are spoken of.
    static int limit(Reading reading, int cue, int entity) {
        for (int at : new int[] {reading.previous(cue), reading.next(cue), reading.previous(entity)}) {
            var number = number(reading, at);
            if (number != null) {
                reading.use(at);
                reading.draft().limitSaid = true;
                return number;
            }
        }
        return reading.plural(entity) ? SEVERAL : 1;
    }

    static @Nullable Integer number(Reading reading, int at) {
        return reading.amount(at)
                .filter(amount -> reading.item(at).as(Sense.Period.class).isEmpty())
                .map(amount -> amount.value().stripTrailingZeros())
                .filter(value -> value.scale() <= 0 && value.signum() > 0 && value.precision() < 6)
                .map(java.math.BigDecimal::intValue)
                .orElse(null);
    }

    static void byColumn(Reading reading, int entity, Column column, boolean descending, int limit) {
        var draft = reading.draft();
        draft.subject = reading.world().schema().of(column);
        draft.sorting = new Query.Sorting(column, descending);
        draft.limit = limit;
        reading.use(entity);
    }

    /// @return false (and nothing done) when the figure cannot be taken for each of them
    static boolean byMeasure(Reading reading, int entity, Measure measure, boolean descending, int limit) {
        var each = Groupings.at(reading, entity, measure.table());
        each.ifPresent(grouping -> {
            Groupings.remark(reading, entity, measure.table(), grouping);
            byMeasure(reading, grouping, measure, descending, limit);
        });
        reading.use(each.isPresent() ? entity : -1);
        return each.isPresent();
    }

    static void byMeasure(Reading reading, Grouping each, Measure measure, boolean descending, int limit) {
        var draft = reading.draft();
        draft.groups.clear();
        draft.groups.add(each);
        draft.measure = measure;
        draft.subject = measure.table();
        draft.sorting = new Query.Sorting(null, descending);
        draft.limit = limit;
        if (each instanceof Grouping.ByColumn(var column) && column.nullable() && !column.primary()) {
            draft.filters.add(new Filter.Empty(column, true));
        }
    }
}
