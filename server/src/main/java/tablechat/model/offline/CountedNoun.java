package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// What a number of the question counts, with what narrows it in between: `5 orders`, `3 injured players`, `2 penalties`, `4 strikers`.
///
/// @param at where the noun stands
/// @param flag of a noun that names rows by a yes or no of theirs; null for others
record CountedNoun(int at, Table table, @Nullable Column flag) {
    private static final int ADJECTIVES_MAX = 3;

    /// @param number where the number stands
    static Optional<CountedNoun> of(Reading reading, int number) {
        boolean one = reading.amount(number).filter(amount -> amount.value().compareTo(BigDecimal.ONE) == 0).isPresent();
        for (int at = number + 1; at <= number + 1 + ADJECTIVES_MAX && at < reading.size(); at++) {
            var noun = noun(reading, at, one);
            if (noun.isPresent() || !adjective(reading, at)) {
                return noun;
            }
        }
        return Optional.empty();
    }

    private static Optional<CountedNoun> noun(Reading reading, int at, boolean one) {
        var table = reading.table(at).filter(found -> reading.free(at) || found.equals(reading.draft().subject));
        boolean several = reading.free(at) && (one || reading.plural(at)) && reading.table(at + 1).isEmpty();
        if (table.isPresent() || !several) {
            return table.map(found -> new CountedNoun(at, found, null));
        }
        var schema = reading.world().schema();
        var flag = reading.column(at, reading.draft().subject, Column::flag);
        return flag.map(column -> new CountedNoun(at, schema.of(column), column))
                .or(() -> reading.item(at).as(Sense.Kind.class).map(kind -> new CountedNoun(at, schema.of(kind.column()), null)));
    }

    /// A value, a yes or no, something unknown, or what a rule before has taken in: no small word, no unit and no number but `five star`.
    static boolean adjective(Reading reading, int at) {
        var item = reading.item(at);
        boolean star = reading.amount(at - 1).isPresent() && reading.table(at + 1).isPresent();
        if (!reading.plural(at) && (star || reading.amount(at).isPresent() && reading.table(at + 2).isPresent())) {
            return true;
        }
        boolean other = item.noise() || item.as(Cue.class).isPresent() || item.as(Unit.class).isPresent()
                || item.as(Sense.Amount.class).isPresent() || item.as(Sense.Period.class).isPresent();
        return !other && !reading.plural(at)
                && item.all(Sense.Match.class).noneMatch(match -> match.column() != null && match.column().number());
    }
}
