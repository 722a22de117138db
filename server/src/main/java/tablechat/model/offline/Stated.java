package tablechat.model.offline;

import java.util.Optional;
import java.util.function.Predicate;

/// Values said together with their column: `where country is France`, `with status shipped`, `named Ada`, `name
/// contains smith`, `order 42`.
final class Stated {

    private Stated() {}

    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            if (reading.free(at) && !like(reading, at) && !within(reading, at) && !stock(reading, at)) {
                ordinal(reading, at);
                key(reading, at);
                number(reading, at);
            }
        }
    }

    /// `on the second floor`
    private static void ordinal(Reading reading, int at) {
        var column = (reading.is(at, Sense.Plain.ORDINAL) || counted(reading, at)) && reading.free(at + 1)
                ? reading.column(at + 1, reading.draft().subject, Column::number)
                : Optional.<Column>empty();
        column.ifPresent(found -> {
            var number = reading.amount(at).orElseThrow().value();
            reading.draft().filters.add(new Filter.Compared(found, Comparison.EXACTLY, number));
            reading.use(at, at + 1);
        });
    }

    /// `5 star reviews`, `4 bedroom houses`
    private static boolean counted(Reading reading, int at) {
        return reading.amount(at).isPresent() && at + 2 < reading.size() && !reading.plural(at + 1)
                && (at == 0 || Comparison.of(reading.item(at - 1)) == null)
                && (reading.table(at + 2).isPresent() || reading.item(at + 2).as(Sense.Kind.class).isPresent());
    }

    /// The table's key right after its name: `order 42`, `customer #5`.
    private static void key(Reading reading, int at) {
        int named = reading.findAny(at, i -> !reading.words(i).matches("#|number|no|nr|id|with"));
        if (reading.amount(at).isEmpty() || named < 0 || reading.previous(at) > named) {
            return;
        }
        reading.table(named).flatMap(Table::key).filter(key -> !key.text()).ifPresent(key -> {
            reading.draft()
                    .filters
                    .add(new Filter.Compared(
                            key,
                            Comparison.EXACTLY,
                            reading.amount(at).orElseThrow().value()));
            reading.use(at);
            reading.use(reading.free(named) ? named : at);
            reading.use(reading.named(at - 1) ? at - 1 : at);
        });
    }

    /// `stock is 0`, `where quantity = 5`, `rating 4`.
    private static void number(Reading reading, int at) {
        int noun = reading.previous(at);
        if (reading.amount(at).isEmpty() || !reading.free(at) || noun < 0) {
            return;
        }
        if (reading.is(noun, Cue.WITH) && noun == at - 1 && reading.named(at + 1) && reading.table(at + 1).isEmpty()) {
            noun = at + 1;
        }
        int said = noun;
        reading.column(said, reading.draft().subject, column -> column.number() || column.primary() && !column.text())
                .ifPresent(column -> {
                    reading.draft()
                            .filters
                            .add(new Filter.Compared(
                                    column,
                                    Comparison.EXACTLY,
                                    reading.amount(at).orElseThrow().value()));
                    reading.use(at, said);
                });
    }

    /// `in stock`, `out of stock`
    private static boolean stock(Reading reading, int at) {
        var column = at == 0 || !reading.words(at).equals("stock")
                ? Optional.<Column>empty()
                : reading.column(at, reading.draft().subject, Column::number);
        boolean in = at > 0 && reading.words(at - 1).equals("in");
        boolean out = at > 1
                && reading.words(at - 1).equals("of")
                && reading.words(at - 2).equals("out");
        var subject = reading.draft().subject;
        if (out && column.isEmpty() && subject != null && reading.table(at).filter(table -> !table.equals(subject)).isPresent()) {
            reading.draft().filters.add(new Filter.Related(reading.table(at).orElseThrow(), true));
            reading.use(at);
            return true;
        }
        column.filter(found -> in || out).ifPresent(found -> {
            reading.draft()
                    .filters
                    .add(new Filter.Compared(
                            found, in ? Comparison.OVER : Comparison.EXACTLY, java.math.BigDecimal.ZERO));
            reading.use(at);
        });
        return column.isPresent() && (in || out);
    }

    /// `love in the name`
    private static boolean within(Reading reading, int at) {
        if (at + 2 >= reading.size() || !reading.words(at + 1).equals("in") || !value(reading, at)) {
            return false;
        }
        int noun = reading.words(at + 2).matches("the|their|its") ? at + 3 : at + 2;
        var column = reading.free(noun)
                ? reading.column(noun, reading.draft().subject, Column::text)
                : Optional.<Column>empty();
        column.ifPresent(found -> {
            var item = reading.item(at);
            reading.draft()
                    .filters
                    .add(new Filter.Like(found, reading.question().typed(item.from(), item.to()), Cue.CONTAINS));
            reading.use(at, noun);
        });
        return column.isPresent();
    }

    private static boolean value(Reading reading, int at) {
        return reading.item(at).senses().isEmpty() || reading.item(at).quoted();
    }

    /// `contains hazardous items`: names something, so no piece of text is meant.
    private static boolean meant(Reading reading, int at) {
        return !reading.item(at).quoted()
                && reading.item(at).all(Sense.Match.class).anyMatch(match -> match.score() >= Fit.LOOSE)
                && reading.table(at + 1).isPresent();
    }

    /// `parcels that contain glass`: what they contain is kept in rows of their own.
    private static boolean kept(Reading reading, int at, int value) {
        var subject = reading.draft().subject;
        var routes = reading.world().routes();
        return subject != null && reading.words(at).matches("contain(s|ing)?|that contains?")
                && reading.item(value).all(Sense.Kind.class)
                        .map(kind -> reading.world().schema().of(kind.column()))
                        .anyMatch(table -> routes.up(table, subject).isPresent());
    }

    private static boolean like(Reading reading, int at) {
        int value = reading.find(at + 1, i -> i == at + 1);
        int said = reading.next(at);
        boolean time = said >= 0 && reading.item(said).as(Sense.Period.class).isPresent();
        if (!reading.is(at, Cue.CONTAINS, Cue.STARTS, Cue.ENDS) || value < 0 || time || meant(reading, value)) {
            return false;
        }
        if (kept(reading, at, value)) {
            reading.use(at);
            return true;
        }
        int noun = reading.previous(at);
        Predicate<Column> text = Column::text;
        var named = reading.free(noun) ? reading.column(noun, reading.draft().subject, text) : Optional.<Column>empty();
        var subject = reading.draft().subject;
        var column = named.or(() -> subject == null
                ? Optional.empty()
                : Labels.of(subject).stream().filter(text).findFirst());
        column.ifPresent(found -> {
            var item = reading.item(value);
            var how = reading.item(at).as(Cue.class).orElseThrow();
            reading.draft()
                    .filters
                    .add(new Filter.Like(found, reading.question().typed(item.from(), item.to()), how));
            reading.use(at, value, named.isPresent() ? noun : at);
        });
        return column.isPresent();
    }
}
