package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `earned` speaks of: what people are paid, or what came in. `who earns the most`, `which driver earns the most` go by a number
/// of their own that says what they are paid.
final class Earnings {
    private Earnings() {}

    /// The columns that say what people earn; none where the word is another, or it is not they who earn: `we earned`, `was earned`,
    /// `which shop earned`.
    static List<Sense.Match> of(String word, String before, Linker linker) {
        if (!word.matches("earn(s|ed|ing)?") || before.matches("we|was|is|were|been|are|money|much")) return List.of();
        List<Sense.Match> pay = pay(linker);
        List<Sense.Match> rows = linker.matches(List.of(Words.stem(before))).stream()
                .filter(match -> match.column() == null && match.score() >= Fit.ALIKE)
                .toList();
        boolean theirs = rows.isEmpty() || rows.stream().anyMatch(row -> pay.stream().anyMatch(match -> match.table().equals(row.table())));
        return theirs ? pay : List.of();
    }

    private static List<Sense.Match> pay(Linker linker) {
        return Stream.of(List.of("salary"), List.of("hourly", "rate"), List.of("pay", "rate"))
                .flatMap(words -> linker.matches(words).stream())
                .filter(match -> match.column() != null && match.column().number())
                .distinct()
                .toList();
    }

    static boolean who(Reading reading, int cue, boolean most) {
        int figure = reading.find(1, at -> column(reading, at).isPresent());
        var column = column(reading, figure);
        column.ifPresent(found -> {
            Ranking.byColumn(reading, figure, found, most, 1);
            reading.use(cue, 0);
        });
        return column.isPresent();
    }

    /// A number of people that an item behind the first names.
    static Optional<Column> column(Reading reading, int at) {
        return reading.free(at) && at > 0
                ? reading.column(at, null, found -> found.number() && People.are(reading.world().schema().of(found)))
                : Optional.empty();
    }

    /// Only where one column can be meant.
    static boolean entity(Reading reading, int cue, int entity, boolean most) {
        int verb = reading.find(entity + 1, at -> at < cue && reading.words(at).matches("earn(s|ed)?"));
        var table = reading.table(entity).map(Table::name);
        var columns = verb < 0 ? List.<Column>of() : reading.item(verb).all(Sense.Match.class)
                .map(Sense.Match::column)
                .filter(column -> column != null && column.number() && table.filter(column.table()::equals).isPresent())
                .toList();
        if (columns.size() == 1) {
            Ranking.byColumn(reading, entity, columns.getFirst(), most, Ranking.limit(reading, cue, entity));
            reading.use(cue, verb);
        }
        return columns.size() == 1;
    }

    /// `a year`, of a figure that is kept for as long, or whose name does not say for how long and is what is paid for a year.
    static boolean period(Reading reading, int at) {
        return (lasting(reading, at) || lasting(reading, at - 1)) && reading.draft().filters.stream()
                .flatMap(filter -> filter instanceof Filter.Compared compared ? Stream.of(compared.column()) : Stream.empty())
                .anyMatch(column -> lasting(column, reading.words(lasting(reading, at) ? at + 1 : at)));
    }

    /// `earn more than 5000 per month`: what is paid for so long, which asks for no lines of their own.
    static boolean lasting(Reading reading, int per) {
        return per > 1 && per + 1 < reading.size() && reading.words(per).matches("an?|per|each|every")
                && reading.words(per + 1).matches("hour|day|week|month|year")
                && reading.item(per - 1).as(Sense.Amount.class).isPresent()
                && reading.findAny(per, at -> reading.words(at)
                        .matches("earn(s|ed|ing)?|paid|makes?|made|making|salary|wage|salaries")) >= 0;
    }

    private static boolean lasting(Column column, String unit) {
        var told = column.words().stream().filter(word -> Unit.of(word) != null || word.matches("hourly|hour|annum")).toList();
        return told.isEmpty()
                ? unit.equals("year") && column.number() && Lexicon.alike("salary", column.words().getLast())
                : told.stream().allMatch(word -> word.startsWith(unit) || unit.equals("day") && word.equals("daily")
                        || unit.equals("year") && word.matches("annual.*|annum"));
    }
}
