package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// `the 5 most expensive products`, `cheapest product`, `longest track`, `newest order`.
final class Superlatives {

    private static final Set<String> OF_PEOPLE = Set.of("age", "salary", "wage", "income", "height", "weight", "rating", "score");

    private static final Set<String> JUDGED = Set.of("rating", "score", "star");

    private Superlatives() {}

    static boolean read(Reading reading) {
        int at = reading.find(0, i -> superlative(reading, i));
        if (at < 0
                || reading.is(at, Cue.MAXIMUM, Cue.MINIMUM) && !reading.tableNamed(afterNumber(reading, at))
                || reading.is(reading.next(at), Cue.SUM, Cue.AVERAGE, Cue.COUNT)) {
            return false;
        }
        int top = reading.findBack(at, i -> reading.is(i, Cue.TOP, Cue.BOTTOM));
        boolean led = top >= 0 && (top == at - 1 || top == at - 2 && Ranking.number(reading, at - 1) != null);
        reading.use(led ? top : -1);
        int entity = entity(reading, at);
        // `who is the highest paid in each department`
        boolean who = entity > at && People.asked(reading) && reading.is(reading.previous(entity), Cue.BY);
        if (entity < 0 || who) {
            return who(reading, at) || SuperlativeClauses.column(reading, at) || SuperlativeClauses.former(reading, at);
        }
        if (SuperlativeClauses.named(reading, at, entity) || SuperlativeClauses.owners(reading, at, entity)
                || SuperlativeClauses.doing(reading, at)) {
            return true;
        }
        boolean base = degree(reading, at).orElseThrow().form() == Adjective.Form.BASE;
        boolean inverse = base && reading.is(at - 1, Cue.FEWEST);
        for (var hint : degree(reading, at).orElseThrow().adjective().hints()) {
            if (ranked(reading, base ? at - 1 : at, entity, hint, hint.high() != inverse)) {
                reading.use(at, base ? at - 1 : at);
                return true;
            }
        }
        return false;
    }

    /// `who has been with us the longest`: the people of this database.
    private static boolean who(Reading reading, int at) {
        int who = reading.find(0, i -> reading.words(i).matches("who( has| have)?"));
        if (who < 0) {
            return false;
        }
        for (var hint : degree(reading, at).orElseThrow().adjective().hints()) {
            var wanted = like(hint.concept()).and(found -> found.date() || OF_PEOPLE.contains(hint.concept()));
            var column = People.of(reading.world())
                    .flatMap(table -> table.first(wanted).stream())
                    .findFirst();
            if (column.isPresent()) {
                Ranking.byColumn(reading, who, column.get(), hint.high(), 1);
                reading.use(at);
                reading.use(reading.is(at - 1, Cue.MOST, Cue.FEWEST) ? at - 1 : -1);
                return true;
            }
        }
        return false;
    }

    private static boolean superlative(Reading reading, int at) {
        var form = degree(reading, at).map(Sense.Degree::form).orElse(null);
        return form == Adjective.Form.SUPERLATIVE
                || form == Adjective.Form.BASE && reading.is(at - 1, Cue.MOST, Cue.FEWEST);
    }

    static Optional<Sense.Degree> degree(Reading reading, int at) {
        return reading.item(at).as(Sense.Degree.class);
    }

    /// The table right after it, else the one spoken of before, else a later one.
    private static int entity(Reading reading, int at) {
        int after = afterNumber(reading, at);
        if (reading.tableNamed(after)) {
            return after;
        }
        int before = reading.findBack(at, reading::tableNamed);
        return before >= 0 ? before : reading.find(at + 1, reading::tableNamed);
    }

    /// `largest 3 …`: what is ranked stands behind the number.
    private static int afterNumber(Reading reading, int at) {
        int after = reading.next(at);
        return reading.amount(after).isPresent() ? reading.next(after) : after;
    }

    static boolean ranked(Reading reading, int cue, int entity, Adjective.Hint hint, boolean high) {
        var table = reading.table(entity).orElseThrow();
        var column = column(table, hint)
                .filter(found -> !hint.concept().matches("rating|score") || named(found, hint) || !judgedElsewhere(reading, table, hint));
        if (column.isPresent()) {
            Ranking.byColumn(reading, entity, column.get(), high, Ranking.limit(reading, cue, entity));
            return true;
        }
        if (JUDGED.contains(hint.concept())) {
            return judged(reading, cue, entity, table, hint, high);
        }
        if (hint.concept().equals("paid")) {
            return below(reading, cue, entity, table, Money::price, high);
        }
        var schema = reading.world().schema();
        var value = switch (hint.concept()) {
            case "money" -> Money.revenue(schema);
            case "sold" -> Money.units(schema);
            default -> Optional.<Value>empty();
        };
        return value.filter(found -> reading.world()
                        .routes()
                        .up(schema.table(found.table()).orElseThrow(), table)
                        .isPresent())
                .map(found -> Measure.of(Measure.Kind.SUM, found, schema))
                .filter(measure ->
                        Ranking.byMeasure(reading, entity, measure, high, Ranking.limit(reading, cue, entity)))
                .isPresent();
    }

    static Optional<Column> column(Table table, Adjective.Hint hint) {
        return switch (hint.concept()) {
            case "date" -> Dates.of(table);
            case "year" -> table.first(Column::year);
            case "money", "paid" -> Money.own(table);
            case "sold" -> Optional.empty();
            default -> table.first(like(hint.concept()));
        };
    }

    private static boolean named(Column column, Adjective.Hint hint) {
        return column.words().stream().anyMatch(word -> word.equals(hint.concept()) || word.equals("rated"));
    }

    private static boolean judgedElsewhere(Reading reading, Table table, Adjective.Hint hint) {
        return reading.world().schema().tables().stream()
                .filter(other -> !other.equals(table) && reading.world().routes().up(other, table).isPresent())
                .anyMatch(other -> other.first(column -> column.number() && named(column, hint)).isPresent());
    }

    /// Marks that stand in another table, one for each time it was judged.
    private static boolean judged(Reading reading, int cue, int entity, Table table, Adjective.Hint hint, boolean high) {
        return below(reading, cue, entity, table, other -> other.first(like(hint.concept())), high);
    }

    /// By the mean of a number of the rows that belong to each.
    private static boolean below(
            Reading reading, int cue, int entity, Table table, Function<Table, Optional<Column>> number, boolean high) {
        var routes = reading.world().routes();
        return reading.world().schema().tables().stream()
                .filter(other -> !other.equals(table) && routes.up(other, table).isPresent())
                .sorted(Comparator.comparingInt(other -> routes.distance(other, table)))
                .flatMap(other -> number.apply(other).stream())
                .map(column -> Figures.field(reading, Measure.Kind.AVERAGE, column))
                .anyMatch(measure -> Ranking.byMeasure(reading, entity, measure, high, Ranking.limit(reading, cue, entity)));
    }

    /// `longest flights`: by a column that says how far or long they are.
    static boolean measured(Reading reading, int at, Table table) {
        return at >= 0 && reading.words(at).matches("longest|shortest") && degree(reading, at).stream()
                .flatMap(degree -> degree.adjective().hints().stream())
                .anyMatch(hint -> table.first(like(hint.concept()).and(Column::number)).isPresent());
    }

    static Predicate<Column> like(String concept) {
        boolean dated = Set.of("birth", "hire", "join", "start").contains(concept);
        boolean timed = concept.matches("length|duration|millisecond|second|minute|hour|day|night|time");
        return column -> !(concept.equals("rate") && column.words().contains("percent")) && !(timed && Spans.late(column))
                && likely(concept, dated, column);
    }

    private static boolean likely(String concept, boolean dated, Column column) {
        return concept.equals("duration") && column.number() && Spans.held(column) >= 0
                || (dated ? column.date() || column.year() : column.number())
                && column.words().stream().anyMatch(word -> Lexicon.alike(concept, word)
                        || dated && Words.root(concept).equals(Words.root(word)));
    }
}
