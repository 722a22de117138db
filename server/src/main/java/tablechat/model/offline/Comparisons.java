package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/// Conditions with numbers: `over 100`, `cheaper than 20`, `between 5 and 10`, `more than 5 orders`.
final class Comparisons {

    private Comparisons() {}

    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            if (reading.free(at) && !between(reading, at)) {
                var comparison = comparison(reading, at);
                int number = comparison.isEmpty() ? -1 : reading.next(at);
                if (number >= 0 && reading.amount(number).isPresent() && !dated(reading, number)) {
                    read(reading, at, number, comparison.get());
                }
            }
        }
    }

    /// Years are left to [Times] where a date is spoken of.
    private static boolean dated(Reading reading, int number) {
        return reading.item(number).as(Sense.Period.class).isPresent()
                && reading.column(reading.previous(reading.previous(number)), reading.draft().subject, Column::date).isPresent();
    }

    private static Optional<Comparison> comparison(Reading reading, int at) {
        var degree = reading.item(at).as(Sense.Degree.class);
        if (degree.isPresent() && compared(reading, at)) {
            boolean high = degree.get().adjective().hints().getFirst().high();
            boolean less = at > 0 && reading.words(at - 1).matches("less|not");
            return Optional.of(high == less ? Comparison.UNDER : Comparison.OVER);
        }
        return Optional.ofNullable(Comparison.of(reading.item(at)));
    }

    /// `cheaper than`, `more expensive than`.
    private static boolean compared(Reading reading, int at) {
        return at + 1 < reading.size() && reading.words(at + 1).equals("than");
    }

    private static void read(Reading reading, int at, int number, Comparison comparison) {
        var value = reading.amount(number).orElseThrow().value();
        if (counted(reading, at, number, comparison, value)) {
            return;
        }
        var column = column(reading, at, number);
        if (column.isEmpty() && worth(reading).filter(measure -> add(reading, measure, comparison, value)).isPresent()) {
            reading.use(at, number);
            return;
        }
        column.ifPresent(found -> {
            var factor = Spans.factor(reading, number + 1, found);
            reading.draft().filters.add(new Filter.Compared(found, comparison, value.multiply(factor)));
            reading.use(at, number, factor.equals(BigDecimal.ONE) ? at : number + 1);
            if (at > 0 && reading.words(at - 1).matches("more|less")) {
                reading.use(at - 1);
            }
        });
    }

    /// What an order is worth stands on its lines.
    private static Optional<Measure> worth(Reading reading) {
        var schema = reading.world().schema();
        var subject = reading.draft().subject;
        boolean order = subject != null && (Lexicon.alike("order", subject.words().getLast()) || Lexicon.alike("invoice", subject.words().getLast()));
        return order && reading.draft().measure == null || order && reading.draft().measure.equals(Measure.count(subject))
                ? Money.revenue(schema).map(value -> new Measure(Measure.Kind.SUM, schema.table(value.table()).orElseThrow(), value))
                : Optional.empty();
    }

    private static boolean between(Reading reading, int at) {
        int low = reading.is(at, Cue.BETWEEN) ? reading.next(at) : -1;
        int high = low < 0 ? -1 : reading.next(low);
        if (high < 0 || reading.amount(low).isEmpty() || reading.amount(high).isEmpty()) {
            return false;
        }
        var column = before(reading, at).or(() -> dated(reading, low, high) ? Optional.empty() : implied(reading));
        column.ifPresent(found -> {
            reading.draft().filters.add(new Filter.Between(found, reading.amount(low).orElseThrow().value(),
                    reading.amount(high).orElseThrow().value()));
            reading.use(at, low, high);
        });
        return column.isPresent();
    }

    private static boolean dated(Reading reading, int low, int high) {
        return reading.item(low).as(Sense.Period.class).isPresent() && reading.item(high).as(Sense.Period.class).isPresent();
    }

    /// `more than 5 orders`, `spent over 1000`: about rows of another table, or about the lines of a grouped answer.
    private static boolean counted(Reading reading, int at, int number, Comparison comparison, BigDecimal value) {
        var draft = reading.draft();
        int money = reading.findBack(at, i -> reading.is(i, Cue.SPENT, Cue.REVENUE));
        int noun = number + 1;
        if (money >= 0 && draft.subject != null) {
            return Figures.money(reading, money, Measure.Kind.SUM)
                    .filter(measure -> add(reading, measure, comparison, value))
                    .map(any -> {
                        reading.use(at, number);
                        return true;
                    })
                    .orElse(false);
        }
        var table = draft.subject != null ? named(reading, noun) : Optional.<Table>empty();
        if (table.isEmpty() || !add(reading, Measure.count(table.get()), comparison, value)) {
            return false;
        }
        reading.use(at, number, noun);
        return true;
    }

    /// Also one that was taken for the subject: `countries with more than 5 customers`.
    private static Optional<Table> named(Reading reading, int at) {
        return reading.table(at).filter(table -> reading.free(at) || table.equals(reading.draft().subject));
    }

    private static boolean add(Reading reading, Measure measure, Comparison comparison, BigDecimal value) {
        var draft = reading.draft();
        if (draft.measure != null && !draft.groups.isEmpty() && draft.measure.equals(measure)) {
            draft.threshold = new Query.Threshold(comparison, value);
            return true;
        }
        if (measure.table().equals(draft.subject)) {
            int each = reading.find(0, at -> reading.named(at) && Groupings.at(reading, at, measure.table()).isPresent());
            Groupings.at(reading, each < 0 ? reading.size() : each, measure.table()).ifPresent(grouping -> {
                Ranking.byMeasure(reading, grouping, measure, true, Integer.MAX_VALUE);
                draft.limit = null;
                draft.threshold = new Query.Threshold(comparison, value);
                reading.use(each);
            });
            return each >= 0;
        }
        if (reading.world().routes().any(draft.subject, measure.table()).isEmpty()
                || reading.world().routes().up(draft.subject, measure.table()).isPresent()) {
            return false;
        }
        return draft.filters.add(new Filter.Counted(measure, comparison, value));
    }

    private static Optional<Column> column(Reading reading, int at, int number) {
        var degree = reading.item(at).as(Sense.Degree.class);
        if (degree.isPresent()) {
            int same = number + 1;
            return degree.get().adjective().hints().stream()
                    .flatMap(hint -> hinted(reading, hint.concept()).stream())
                    .findFirst()
                    .map(column -> {
                        boolean named = reading.free(same) && reading.item(same).all(Sense.Match.class).anyMatch(match -> column.equals(match.column()));
                        reading.use(named ? same : -1);
                        return column;
                    });
        }
        int unit = number + 1;
        var after = reading.free(unit) ? reading.column(unit, reading.draft().subject, Comparisons::measured) : Optional.<Column>empty();
        var found = before(reading, at).or(() -> after);
        if (found.isPresent() && found.equals(after)) {
            reading.use(unit);
        }
        return found.or(() -> implied(reading));
    }

    private static Optional<Column> hinted(Reading reading, String concept) {
        var subject = reading.draft().subject;
        return subject == null
                ? Optional.empty()
                : concept.equals("money") ? Money.own(subject) : subject.first(Superlatives.like(concept).and(Column::number));
    }

    private static Optional<Column> before(Reading reading, int at) {
        int noun = reading.previous(at);
        noun = reading.is(noun, Cue.WITH) ? reading.previous(noun) : noun;
        var column = reading.free(noun) ? reading.column(noun, reading.draft().subject, Comparisons::measured) : Optional.<Column>empty();
        if (column.isPresent()) {
            reading.use(noun);
        }
        return column;
    }

    private static boolean measured(Column column) {
        return column.number() || column.primary() && !column.text();
    }

    /// Without a name: what a row costs or is worth, or its only number.
    private static Optional<Column> implied(Reading reading) {
        var subject = reading.draft().subject;
        if (subject == null || reading.draft().measure != null && reading.draft().measure.value() != null) {
            return Optional.empty();
        }
        Predicate<Column> number = column -> column.number() && !column.year();
        var numbers = subject.columns().stream().filter(number).toList();
        return Money.own(subject).or(() -> numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty());
    }
}
