package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// Sums, means and extremes: `average price of products`, `revenue in 2024`.
final class Measures {

    private static final int HOPS_FAR = 3;

    private Measures() {}

    static void read(Reading reading) {
        var draft = reading.draft();
        if (draft.measure != null && reading.former() == null || draft.sorting != null && reading.former() == null) {
            return;
        }
        int cue = reading.find(
                0,
                at -> reading.is(at, Cue.AVERAGE, Cue.MEDIAN, Cue.SUM, Cue.MINIMUM, Cue.MAXIMUM, Cue.REVENUE, Cue.UNITS, Cue.SPENT)
                                && !limited(reading, at)
                        || reading.is(at, Cue.HOW_MUCH));
        if (cue < 0) {
            unsaid(reading).ifPresent(found -> draft.measure = found);
            return;
        }
        var spent = Spending.of(reading);
        if (spent.isPresent()) {
            draft.measure = spent.get();
            draft.subject = draft.measure.table();
            return;
        }
        var measure = reading.is(cue, Cue.HOW_MUCH) ? howMuch(reading, cue) : Figures.at(reading, cue);
        measure.or(() -> again(reading, cue)).or(() -> own(reading, cue)).filter(found -> near(reading, cue, found)).ifPresent(found -> {
            draft.measure = found;
            draft.columns.clear();
            draft.subject = draft.subject == null ? found.table() : draft.subject;
        });
    }

    /// `spent more than 400` is a condition on those who spent it; `not paid` is no sum.
    private static boolean limited(Reading reading, int at) {
        int next = reading.next(at);
        boolean compared = next >= 0 && Comparison.of(reading.item(next)) != null && reading.amount(reading.next(next)).isPresent();
        boolean limited = compared && reading.draft().subject != null || reading.is(reading.previous(at), Cue.DIFFERS);
        return Spending.flagged(reading, at) || reading.is(at, Cue.SPENT) && limited;
    }

    /// `average loan amount` is no amount of transactions, though both are the same client's.
    private static boolean near(Reading reading, int cue, Measure measure) {
        var subject = reading.draft().subject;
        var routes = reading.world().routes();
        boolean near = subject == null || reading.former() != null || measure.value() == null
                || routes.up(measure.table(), subject).isPresent()
                || routes.up(subject, measure.table()).isPresent()
                || routes.distance(subject, measure.table()) < HOPS_FAR;
        if (!near) {
            reading.release(cue);
        }
        return near;
    }

    /// `total fines`, `total value of all sales`: what the rows are worth.
    private static Optional<Measure> own(Reading reading, int cue) {
        var subject = reading.draft().subject;
        boolean meant = subject != null && reading.former() == null && reading.is(cue, Cue.SUM)
                && (Scales.amounts(subject) || cue + 1 < reading.size() && reading.words(cue + 1).matches("value|worth|volume|amount"));
        var column = meant ? Money.own(subject) : Optional.<Column>empty();
        column.ifPresent(found -> reading.use(cue));
        return column.map(found -> Figures.field(reading, Measure.Kind.SUM, found));
    }

    /// `attendance by season`, `unpaid fines in total`: numbers that nobody says to add up.
    private static Optional<Measure> unsaid(Reading reading) {
        var draft = reading.draft();
        if (reading.former() != null) {
            return Optional.empty();
        }
        if (draft.subject != null) {
            boolean total = Words.lower(reading.question().text()).matches("(?s).*\\b(in total|altogether|overall)\\W*");
            return total && Scales.amounts(draft.subject)
                    ? Money.own(draft.subject).map(column -> Figures.field(reading, Measure.Kind.SUM, column))
                    : Optional.empty();
        }
        int noun = reading.find(0, reading::named);
        boolean of = noun >= 0 && noun + 1 < reading.size() && reading.words(noun + 1).equals("of")
                && reading.find(noun + 2, at -> reading.is(at, Cue.BY)) >= 0;
        var column = noun < 0 || !of && !reading.is(reading.next(noun), Cue.BY) || reading.tableNamed(noun)
                ? Optional.<Column>empty()
                : reading.column(noun, null, found -> found.number() && !found.year());
        column.ifPresent(found -> {
            draft.subject = reading.world().schema().of(found);
            reading.use(noun);
        });
        return column.map(found -> Figures.field(reading, Scales.whole(found), found));
    }

    /// `and the average?`: of what was taken before.
    private static Optional<Measure> again(Reading reading, int cue) {
        var former = reading.former();
        var kind = reading.item(cue).as(Cue.class).map(found -> switch (found) {
            case SUM -> Measure.Kind.SUM;
            case AVERAGE -> Measure.Kind.AVERAGE;
            case MEDIAN -> Measure.Kind.MEDIAN;
            case MINIMUM -> Measure.Kind.MINIMUM;
            case MAXIMUM -> Measure.Kind.MAXIMUM;
            default -> null;
        });
        if (former == null
                || former.measure == null
                || kind.isEmpty()
                || !(former.measure.value() instanceof Value.Field)) {
            return Optional.empty();
        }
        reading.use(cue);
        return Optional.of(new Measure(kind.get(), former.measure.table(), former.measure.value()));
    }

    private static List<String> stems(Reading reading) {
        return reading.question().tokens().stream().map(Token::stem).toList();
    }

    /// `how much did … pay`: what is called paid.
    private static Optional<Measure> verb(Reading reading, int cue) {
        int verb = reading.find(cue + 1, at -> reading.words(at).matches("pay|owe|donate|cost|lend|borrow|invest|save|charge"));
        var did = verb < 0 ? "" : reading.words(verb);
        var column = reading.world().schema().tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(found -> found.number() && found.words().stream()
                        .anyMatch(word -> Words.present(word).equals(did) || word.equals(did + "ed")))
                .findFirst();
        column.ifPresent(found -> reading.use(cue, verb));
        return column.map(found -> Figures.field(reading, Measure.Kind.SUM, found));
    }

    /// `how much meat was fed`: what the rows of that kind hold an amount of.
    private static Optional<Column> kind(Reading reading, int noun) {
        return noun >= reading.size()
                ? Optional.empty()
                : reading.item(noun).as(Sense.Kind.class)
                        .map(kind -> reading.world().schema().of(kind.column()))
                        .flatMap(table -> table.first(column -> column.number()
                                && column.words().stream().anyMatch(word -> word.matches("amount|quantity|weight|volume"))));
    }

    private static Optional<Measure> howMuch(Reading reading, int cue) {
        int noun = reading.next(cue);
        int money = reading.find(cue + 1, at -> reading.is(at, Cue.REVENUE, Cue.SPENT, Cue.UNITS));
        if (money >= 0) {
            reading.use(cue);
            return sold(reading, money).or(() -> Figures.money(reading, money, Measure.Kind.SUM));
        }
        var amount = reading.table(cue + 1).flatMap(table -> Money.amount(table, stems(reading)));
        if (amount.isPresent()) {
            reading.use(cue, cue + 1);
            return amount.map(column -> Figures.field(reading, Measure.Kind.SUM, column));
        }
        var of = kind(reading, cue + 1);
        if (of.isPresent()) {
            reading.use(cue);
            return of.map(column -> Figures.field(reading, Measure.Kind.SUM, column));
        }
        var did = in(reading, cue).or(() -> verb(reading, cue));
        if (did.isPresent()) {
            return did;
        }
        return reading.column(
                        noun,
                        reading.draft().subject,
                        column -> column.number()
                                && !Lexicon.alike("price", column.words().getLast()))
                .map(column -> {
                    reading.use(cue, noun);
                    return Figures.field(reading, Measure.Kind.SUM, column);
                });
    }

    /// `how much did we sell` asks for money.
    private static Optional<Measure> sold(Reading reading, int cue) {
        var schema = reading.world().schema();
        var value = reading.words(cue).matches("(did|have) we (sell|sold)|we sold") ? Money.revenue(schema) : Optional.<Value>empty();
        reading.use(value.isPresent() ? cue : -1);
        return value.map(found -> Measure.of(Measure.Kind.SUM, found, schema));
    }

    /// `how much did … pay in loan fees`: what it was paid in is the very name of a column.
    private static Optional<Measure> in(Reading reading, int cue) {
        int verb = reading.find(cue + 1, at -> at + 2 < reading.size()
                && reading.words(at).matches("pay|paid|earn|earned|charge|charged|make|made|collect|collected|cost|receive|received")
                && reading.words(at + 1).equals("in"));
        var column = verb < 0 ? Optional.<Column>empty() : reading.column(verb + 2, null, Column::number)
                .filter(found -> reading.item(verb + 2).all(Sense.Match.class)
                        .anyMatch(match -> found.equals(match.column()) && match.score() >= Fit.LOOSE));
        column.ifPresent(found -> reading.use(cue, verb, verb + 2));
        return column.map(found -> Figures.field(reading, Measure.Kind.SUM, found));
    }
}
