package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// `top 5 products by price`, `best-selling products`, `last 3 orders`, `most common country`.
final class Rankings {

    private static final int ORDINALS = 4;
    private static final List<String> PLACES =
            List.of("second", "third", "fourth", "fifth", "2nd", "3rd", "4th", "5th");

    private Rankings() {}

    static void read(Reading reading) {
        ranked(reading);
        place(reading);
    }

    /// `the second most expensive product`: the last of the first two.
    private static void place(Reading reading) {
        var draft = reading.draft();
        int at = reading.find(0, i -> PLACES.contains(reading.words(i)) && i + 1 < reading.size() && !reading.free(i + 1));
        if (at >= 0 && draft.sorting != null && draft.limit != null && !draft.limitSaid && reading.former() == null) {
            draft.limit = PLACES.indexOf(reading.words(at)) % ORDINALS + 2;
            draft.limitSaid = true;
            draft.remarks.add("The one on the " + reading.words(at) + " place is the last of these.");
            reading.use(at);
        }
    }

    private static void ranked(Reading reading) {
        if (Ranks.read(reading) || Twofolds.read(reading) || Lasts.read(reading) || Superlatives.read(reading) || top(reading)
                || Mosts.read(reading) || Extremes.read(reading)) {
            return;
        }
        if (!popular(reading) && !Frequencies.read(reading)) {
            recent(reading);
        }
    }

    private static boolean top(Reading reading) {
        int cue = reading.find(Cue.TOP, Cue.BOTTOM);
        int entity = cue < 0
                ? -1
                : reading.find(cue + 1, at -> reading.named(at) || reading.item(at).as(Unit.class).isPresent());
        boolean best = reading.is(cue, Cue.TOP);
        if (entity >= 0 && reading.table(entity).flatMap(Scales::mark).isPresent() && reading.findBack(cue, reading::named) >= 0) {
            return false;
        }
        if (entity >= 0 && reading.is(reading.previous(entity), Cue.BY) && Bests.doing(reading, cue, best)) {
            return true;
        }
        if (entity < 0) {
            return cue >= 0 && (again(reading, cue) || Bests.doing(reading, cue, best));
        }
        int by = reading.find(entity + 1, at -> reading.is(at, Cue.BY, Cue.SORT) && !each(reading, at));
        int figure = by >= 0 ? reading.next(by) : reading.find(Cue.REVENUE, Cue.SPENT, Cue.UNITS, Cue.SOLD, Cue.COUNT);
        if (figure < 0) {
            return Bests.read(reading, cue, entity, best);
        }
        if (reading.is(figure, Cue.MOST)) {
            return false;
        }
        return by(reading, cue, entity, figure, best, by);
    }

    /// `and the top 10?`: more or fewer of what was ranked before, or of lines that were not ranked yet.
    private static boolean again(Reading reading, int cue) {
        var number = Ranking.number(reading, reading.next(cue));
        var former = reading.former();
        boolean figures = former != null && former.measure != null && former.groups.size() == 1 && former.each == null;
        if (number == null || former == null || former.sorting == null && !figures) {
            return false;
        }
        boolean top = reading.is(cue, Cue.TOP);
        if (former.sorting == null || !top) {
            reading.draft().sorting = new Query.Sorting(former.sorting == null ? null : former.sorting.column(), top);
        }
        reading.draft().limit = number;
        reading.draft().limitSaid = true;
        reading.use(cue, reading.next(cue));
        return true;
    }

    /// `per category` says within what is ranked, not by what.
    private static boolean each(Reading reading, int at) {
        return reading.words(at).matches("per|.*\\b(each|every)");
    }

    private static boolean by(Reading reading, int cue, int entity, int figure, boolean best, int by) {
        int limit = Ranking.limit(reading, cue, entity);
        var table = reading.table(entity);
        var column = table.flatMap(own -> reading.column(
                figure, own, wanted -> wanted.table().equals(own.name()) && (wanted.number() || wanted.date())));
        var summed = Sums.rather(reading, figure, column);
        if (column.isPresent() && summed.isEmpty()) {
            Sums.remark(reading, figure, column.get());
            Ranking.byColumn(reading, entity, column.get(), best, limit);
            reading.use(cue, figure, by);
            return true;
        }
        reading.draft().subject = table.orElse(null);
        reading.use(summed.isPresent() ? figure : -1);
        var measure = summed.or(() -> Figures.at(reading, figure));
        reading.draft().subject = null;
        boolean done = measure.isPresent() && Ranking.byMeasure(reading, entity, measure.get(), best, limit);
        reading.use(done ? new int[] {cue, by} : new int[0]);
        return done;
    }

    private static boolean popular(Reading reading) {
        int cue = reading.find(Cue.SOLD, Cue.UNSOLD);
        int after = cue < 0 ? -1 : reading.find(cue + 1, reading::named);
        boolean pieces = after >= 0 && pieces(reading, after);
        int entity = after < 0 || pieces ? reading.findBack(cue, reading::named) : after;
        if (entity < 0) {
            return false;
        }
        if (after >= 0 && !pieces && Sums.sold(reading, cue, after)) {
            return true;
        }
        reading.use(pieces ? after : -1);
        boolean most = reading.is(cue, Cue.SOLD);
        int limit = Ranking.limit(reading, cue, entity);
        var measure = Figures.money(reading, cue, Measure.Kind.SUM);
        if (measure.isPresent() && Ranking.byMeasure(reading, entity, measure.get(), most, limit)) {
            return true;
        }
        var owner = reading.words(cue).contains("popular") ? Frequencies.chosen(reading, entity) : sales(reading, entity);
        boolean done = owner.isPresent() && Ranking.byMeasure(reading, entity, Measure.count(owner.get()), most, limit);
        reading.use(done ? cue : -1);
        return done;
    }

    /// `sold the most units`: of what there is most, not what is ranked.
    private static boolean pieces(Reading reading, int at) {
        var units = Money.units(reading.world().schema());
        return reading.table(at).isEmpty() && units.isPresent()
                && reading.column(at, null, column -> new Value.Field(column).equals(units.get())).isPresent();
    }

    /// Rows that are sales themselves.
    private static Optional<Table> sales(Reading reading, int entity) {
        return reading.world().schema().tables().stream()
                .filter(table -> table.words().getLast().matches("sale|order|booking|rental|ticket"))
                .filter(table -> Groupings.at(reading, entity, table).isPresent())
                .findFirst()
                .or(() -> Frequencies.chosen(reading, entity));
    }

    private static void recent(Reading reading) {
        int cue = reading.find(Cue.FIRST, Cue.LAST);
        if (cue < 0) {
            return;
        }
        var last = reading.is(cue, Cue.LAST);
        int entity = reading.find(cue + 1, at -> reading.tableNamed(at) && !reading.is(reading.previous(at), Cue.BY));
        var number = Ranking.number(reading, reading.next(cue));
        if (entity < 0 ? Firsts.read(reading, cue, last) : Firsts.ofThose(reading, cue, entity, last)) {
            return;
        }
        if (entity < 0 || number != null && !last) {
            limited(reading, cue, number);
            return;
        }
        Dates.of(reading.table(entity).orElseThrow()).ifPresent(date -> {
            Ranking.byColumn(reading, entity, date, last, Ranking.limit(reading, cue, entity));
            reading.use(cue);
        });
    }

    private static void limited(Reading reading, int cue, @tablechat.protocol.Nullable Integer number) {
        if (number != null) {
            reading.draft().limit = number;
            reading.use(cue, reading.next(cue));
        }
    }
}
