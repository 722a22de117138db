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

    /// The money of the table that is named, or of the rows of a kind that is.
    static Optional<Measure> of(Reading reading) {
        int cue = ours(reading) ? reading.find(Cue.SPENT) : -1;
        if (cue < 0) {
            return Optional.empty();
        }
        var column = IntStream.range(cue + 1, reading.size())
                .boxed()
                .flatMap(at -> tables(reading, at))
                .flatMap(table -> Money.own(table).stream())
                .findFirst();
        column.ifPresent(found -> reading.use(cue, reading.find(Cue.HOW_MUCH)));
        return column.map(found -> Figures.field(reading, Measure.Kind.SUM, found));
    }

    private static Stream<Table> tables(Reading reading, int at) {
        var kind = reading.item(at).as(Sense.Kind.class).map(Sense.Kind::column).map(reading.world().schema()::of);
        return Stream.concat(reading.table(at).stream(), kind.stream());
    }
}
