package tablechat.model.offline;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `how much did we spend on services`: what rows cost us, which is not what customers spent.
final class Spending {
    private static final Pattern OURS = Pattern.compile("(?s).*\\b(we|company|organi[sz]ation) (have |has )?(spen[dt]|paid)\\b.*");

    private Spending() {}

    static boolean ours(Reading reading) {
        return OURS.matcher(Words.lower(reading.question().text())).matches();
    }

    /// `paid`, which rows that are named say yes or no to.
    static boolean flagged(Reading reading, int at) {
        return reading.is(at, Cue.SPENT) && reading.item(at).all(Sense.Match.class)
                .anyMatch(match -> match.column() != null && match.column().flag() && match.score() >= Fit.LOOSE
                        && reading.mentions(match.table()));
    }

    /// The money of the table that is named, or of the rows of a kind that is.
    static Optional<Measure> of(Reading reading) {
        int cue = reading.find(Cue.SPENT);
        if (cue < 0) {
            return Optional.empty();
        }
        var spent = ours(reading)
                ? IntStream.range(cue + 1, reading.size()).boxed().flatMap(at -> tables(reading, at))
                : on(reading, cue).stream();
        var value = spent.flatMap(table -> Money.worth(table).stream()).findFirst();
        value.ifPresent(any -> reading.use(cue, reading.find(Cue.HOW_MUCH)));
        return value.map(found -> Measure.of(Measure.Kind.SUM, found, reading.world().schema()));
    }

    /// `has Brightcell spent on placements`: on rows to which no others belong, so that a price on them was paid once.
    private static Optional<Table> on(Reading reading, int cue) {
        boolean on = cue + 2 < reading.size() && reading.words(cue + 1).matches("on|for");
        var table = on ? reading.table(cue + 2) : Optional.<Table>empty();
        return table.filter(found -> found.columns().stream().anyMatch(column -> column.references() != null))
                .filter(found -> Frequencies.referring(reading.world().schema(), found).findAny().isEmpty());
    }

    private static Stream<Table> tables(Reading reading, int at) {
        var kind = reading.item(at).as(Sense.Kind.class).map(Sense.Kind::column).map(reading.world().schema()::of);
        return Stream.concat(reading.table(at).stream(), kind.stream());
    }
}
