package tablechat.model.offline;

import java.util.Optional;
import java.util.stream.IntStream;

/// What of rows is to be seen, where a table that they refer to is a part of it: `title and author of all books`, `each employee with
/// department`, `orders with customer name and total`.
final class Listings {

    private Listings() {}

    /// `with brewer and total`: the column of that name is to be seen, nothing is added up.
    static void read(Reading reading) {
        var subject = reading.draft().subject;
        for (int at = 2; subject != null && at < reading.size(); at++) {
            boolean last = at == reading.size() - 1 || joined(reading, at + 1);
            boolean listed = reading.is(at, Cue.SUM) && last && joined(reading, at - 1) && shown(reading, at - 2, subject)
                    && reading.column(at, subject, column -> column.table().equals(subject.name())).isPresent();
            if (listed) {
                reading.mean(at, reading.item(at).senses().stream().filter(Sense.Match.class::isInstance).toList());
            }
        }
    }

    /// A table beside a column of the rows that are named after `of`: those are asked for.
    static boolean of(Reading reading, int at) {
        int of = IntStream.range(at + 1, reading.size()).filter(i -> reading.words(i).matches("of|from|for")).findFirst().orElse(-1);
        var table = of < 0 ? Optional.<Table>empty() : rows(reading, of);
        return table.isPresent() && above(reading, table.get(), at)
                && IntStream.of(at - 2, at + 2).anyMatch(i -> i >= 0 && i < of && joined(reading, (at + i) / 2)
                        && reading.table(i).isEmpty() && own(reading, i, table.get()));
    }

    /// Also by a word for what kind of rows they are: `of all stouts`.
    private static Optional<Table> rows(Reading reading, int of) {
        var schema = reading.world().schema();
        return reading.table(reading.find(of + 1, reading::tableNamed))
                .or(() -> IntStream.range(of + 1, reading.size()).filter(reading::plural).boxed()
                        .flatMap(at -> reading.item(at).all(Sense.Kind.class).map(kind -> schema.of(kind.column())))
                        .findFirst());
    }

    /// `with` asks to see something of each row.
    static boolean with(Reading reading, int cue) {
        var subject = reading.draft().subject;
        int noun = reading.next(cue);
        if (subject == null || noun < 0 || reading.draft().measure != null || reading.plural(noun)) {
            return false;
        }
        boolean each = reading.findAny(cue, i -> reading.words(i).matches("each|every")) >= 0;
        boolean its = IntStream.range(cue + 1, noun).anyMatch(i -> reading.words(i).matches("its|the|his|her"));
        boolean list = noun + 2 < reading.size() && joined(reading, noun + 1) && shown(reading, noun + 2, subject);
        return (each || its || list) && shown(reading, noun, subject);
    }

    private static boolean shown(Reading reading, int at, Table subject) {
        return reading.free(at) && (above(reading, subject, at) || own(reading, at, subject));
    }

    private static boolean joined(Reading reading, int at) {
        return reading.words(at).matches("and|,|&");
    }

    private static boolean above(Reading reading, Table rows, int at) {
        return reading.table(at).filter(table -> !table.equals(rows) && reading.world().routes().up(rows, table).isPresent()).isPresent();
    }

    /// A column of the rows, or of what they refer to.
    private static boolean own(Reading reading, int at, Table rows) {
        return reading.column(at, rows, column -> true)
                .filter(column -> reading.world().routes().up(rows, reading.world().schema().of(column)).isPresent())
                .isPresent();
    }
}
