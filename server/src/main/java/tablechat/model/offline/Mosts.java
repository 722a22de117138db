package tablechat.model.offline;

import java.util.Optional;

/// `which customer has the most orders`, `the 3 countries with the fewest customers`, `who spent the most`.
final class Mosts {
    private Mosts() {}

    static boolean read(Reading reading) {
        int cue = reading.find(Cue.MOST, Cue.FEWEST);
        if (cue < 0) {
            return false;
        }
        boolean most = reading.is(cue, Cue.MOST);
        if (People.asked(reading) && who(reading, cue, most)) {
            return true;
        }
        int entity = entity(reading, cue);
        int figure = figure(reading, cue, entity);
        if (figure < 0) {
            return entity >= 0 && (Earnings.entity(reading, cue, entity, most) || Sums.done(reading, cue, entity, most))
                    || Doings.of(reading, cue, entity, most);
        }
        return entity < 0
                ? Doings.before(reading, cue, most) || bare(reading, cue, figure, most)
                : ranked(reading, cue, entity, figure, most);
    }

    /// By a number of its own, else by what belongs to it.
    private static boolean ranked(Reading reading, int cue, int entity, int figure, boolean most) {
        int limit = Ranking.limit(reading, cue, entity);
        var own = reading.table(entity)
                .flatMap(table -> reading.column(
                        figure, table, column -> column.table().equals(table.name()) && column.number()));
        var summed = Sums.rather(reading, figure, own);
        if (own.isPresent() && reading.table(figure).isEmpty() && summed.isEmpty()) {
            Ranking.byColumn(reading, entity, own.get(), most, limit);
            reading.use(cue, figure);
            return true;
        }
        var measure = summed.or(() -> Figures.at(reading, figure)).map(found -> Deeds.counted(reading, found));
        boolean done = measure.isPresent() && Ranking.byMeasure(reading, entity, measure.get(), most, limit);
        if (done) {
            Sums.passed(reading, cue, measure.get());
            reading.use(cue, figure);
        }
        return done;
    }

    /// The thing asked for stands before: right after `which`, else nearest to the cue; or after `by`.
    private static int entity(Reading reading, int cue) {
        int which = reading.findBack(cue, at -> reading.is(at, Cue.WHICH, Cue.TOP, Cue.BOTTOM));
        int after = which < 0 ? -1 : reading.find(which + 1, at -> ranked(reading, at));
        if (after >= 0 && after < cue) {
            return after;
        }
        int before = reading.findBack(cue, at -> ranked(reading, at));
        int by = reading.find(cue + 1, at -> reading.is(at, Cue.BY));
        return before >= 0 || by < 0 ? before : reading.find(by + 1, at -> ranked(reading, at));
    }

    private static boolean ranked(Reading reading, int at) {
        return reading.named(at)
                || reading.free(at) && reading.item(at).as(Unit.class).isPresent();
    }

    /// What there is most of: after the cue, else before it (`ordered most often`, `spent the most`).
    private static int figure(Reading reading, int cue, int entity) {
        int after = reading.next(cue);
        boolean state = after >= 0 && reading.item(after).as(Sense.Kind.class).isPresent() && reading.tableNamed(reading.next(after));
        after = after >= 0 && (state || reading.item(after).unknown()) && !reading.called(after) ? reading.next(after) : after;
        if (after != entity && (reading.named(after) || money(reading, after))) {
            return after;
        }
        return reading.findBack(cue, at -> at != entity && (money(reading, at) || reading.tableNamed(at)));
    }

    private static boolean money(Reading reading, int at) {
        return reading.is(at, Cue.REVENUE, Cue.SPENT, Cue.UNITS, Cue.SOLD);
    }

    /// `which captain has the most flight hours`: whose column it is, though only a value says who is meant.
    private static boolean bare(Reading reading, int cue, int figure, boolean most) {
        var column = reading.table(figure).isPresent() ? Optional.<Column>empty() : reading.column(figure, null, Column::number);
        column.ifPresent(found -> {
            Ranking.byColumn(reading, figure, found, most, 1);
            reading.use(cue);
        });
        return column.isPresent();
    }

    /// `who` means those the verb speaks of, else the people nearest to what is counted, or a column that names them.
    private static boolean who(Reading reading, int cue, boolean most) {
        int figure = figure(reading, cue, -1);
        if (figure < 0 && (gave(reading, cue, most) || bought(reading, cue, most) || Sums.done(reading, cue, -1, most))) {
            return true;
        }
        if (figure < 0 || Earnings.column(reading, figure).isPresent() && reading.table(figure).isEmpty()) {
            return Earnings.who(reading, cue, most);
        }
        int verb = People.verb(reading, cue);
        var doing = People.doing(reading, verb);
        var measure = Figures.at(reading, figure).map(found -> Deeds.counted(reading, found));
        var who = measure.flatMap(found -> doing.filter(table -> reading.world().routes().any(found.table(), table).isPresent())
                .filter(table -> !placed(reading, verb, found.table()))
                .filter(table -> beside(reading, found.table(), table) || People.named(found.table()).isEmpty())
                .or(() -> People.nearest(reading.world(), found.table()).filter(table -> beside(reading, found.table(), table)))
                .<Grouping>map(Grouping.ByEntity::new)
                .or(() -> People.named(found.table()).map(Grouping.ByColumn::new))
                .or(() -> People.doing(reading.world(), found.table()).map(Grouping.ByEntity::new)));
        who.ifPresent(found -> {
            Ranking.byMeasure(reading, found, measure.orElseThrow(), most, 1);
            Sums.passed(reading, cue, measure.orElseThrow());
            reading.use(cue, 0, placed(reading, verb, measure.orElseThrow().table()) ? verb : -1);
        });
        return who.isPresent();
    }

    /// `who donated the most`: by the money of what they did.
    private static boolean gave(Reading reading, int cue, boolean most) {
        int verb = reading.find(1, at -> at < cue && Deeds.tables(reading, at).findAny().isPresent());
        var table = verb < 0 ? Optional.<Table>empty() : Deeds.tables(reading, verb).filter(Scales::amounts).findFirst();
        var who = table.flatMap(found -> People.nearest(reading.world(), found));
        var money = table.filter(found -> who.isPresent()).flatMap(Money::own);
        money.ifPresent(column -> {
            var measure = Figures.field(reading, Measure.Kind.SUM, column);
            Ranking.byMeasure(reading, new Grouping.ByEntity(who.orElseThrow()), measure, most, 1);
            reading.use(cue, verb, 0);
        });
        return money.isPresent();
    }

    /// `who bought the most`: by what they paid for it.
    private static boolean bought(Reading reading, int cue, boolean most) {
        var schema = reading.world().schema();
        int verb = reading.find(1, at -> at < cue && reading.words(at).matches("bought|buys|purchased|ordered|purchases|orders"));
        var value = verb < 0 ? Optional.<Value>empty() : Money.revenue(schema);
        var table = value.map(found -> schema.table(found.table()).orElseThrow());
        var who = table.flatMap(found -> People.nearest(reading.world(), found));
        who.ifPresent(found -> {
            var measure = new Measure(Measure.Kind.SUM, table.orElseThrow(), value.orElseThrow());
            Ranking.byMeasure(reading, new Grouping.ByEntity(found), measure, most, 1);
            reading.use(cue, verb, 0);
        });
        return who.isPresent();
    }

    /// `who gave the most talks`: those whose talks they are, though others give ratings.
    private static boolean placed(Reading reading, int verb, Table counted) {
        return verb >= 0 && Lexicon.does(Words.present(reading.words(verb)), counted.words().getLast());
    }

    private static boolean beside(Reading reading, Table counted, Table people) {
        return reading.world().routes().distance(counted, people) <= 1;
    }
}
