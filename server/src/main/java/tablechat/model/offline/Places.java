package tablechat.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;

/// In which column a value of the question is most likely meant.
final class Places {
    private static final int HOPS_MAX = 4;
    private static final double FULL_NAME = 8;
    private static final double NAMED = 6;
    private static final double BESIDE = 5;
    private static final double OWN = 2;
    private static final double FITTING = 2;
    private static final double ABOVE = 1;
    private static final double LABEL = 0.5;
    private static final double HOP = -0.5;

    private static final Set<String> LOCATIONS =
            Set.of("country", "city", "state", "region", "place", "location", "province", "town", "address");

    /// Who does or makes things.
    private static final Set<String> MAKERS = Set.of(
            "artist",
            "author",
            "customer",
            "employee",
            "user",
            "person",
            "company",
            "supplier",
            "doctor",
            "director",
            "composer",
            "brand",
            "manufacturer",
            "publisher",
            "teacher",
            "student",
            "patient",
            "member",
            "seller");

    private final Reading reading;
    private final @Nullable Table subject;

    Places(Reading reading) {
        this.reading = reading;
        this.subject = reading.draft().measure == null
                ? reading.draft().subject
                : reading.draft().measure.table();
    }

    /// All text columns within reach, the nearest first.
    List<Column> all() {
        var routes = reading.world().routes();
        return reading.world().schema().tables().stream()
                .filter(table -> subject == null || routes.distance(subject, table) <= HOPS_MAX || near(table))
                .sorted(Comparator.comparingInt(table -> subject == null ? 0 : routes.distance(subject, table)))
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.text() && column.references() == null)
                .toList();
    }

    /// `customers who bought tracks by …`: what belongs to the tracks is as near as they are.
    private boolean near(Table table) {
        var routes = reading.world().routes();
        return maker(table) && routes.any(subject, table).isPresent() && IntStream.range(0, reading.size())
                .mapToObj(reading::table)
                .flatMap(Optional::stream)
                .anyMatch(named -> routes.up(named, table).isPresent() && routes.distance(named, table) <= HOPS_MAX);
    }

    /// The likeliest of those where the value was found.
    ///
    /// @param all what was found for this and for other values of the question
    Optional<Probe.Found> best(List<Probe.Found> found, Span span, List<Probe.Found> all) {
        return found.stream().max(Comparator.comparingDouble(one -> score(one.column(), span, all)));
    }

    /// Another column that would have done nearly as well.
    Optional<Probe.Found> other(List<Probe.Found> found, Probe.Found best, Span span, List<Probe.Found> all) {
        return found.stream()
                .filter(one -> !one.column().equals(best.column()))
                .filter(one -> score(best.column(), span, all) - score(one.column(), span, all) <= OWN || made(one.column(), span))
                .findFirst();
    }

    private double score(Column column, Span span, List<Probe.Found> all) {
        var table = reading.world().schema().of(column);
        int from = span.from();
        int before = beside(from, -1);
        double score = named(column, span, all) ? FULL_NAME : 0;
        for (int neighbour : new int[] {before, beside(span.to() - 1, 1)}) {
            score += names(neighbour, column) ? NAMED : 0;
            score += tables(neighbour, table) ? BESIDE : 0;
        }
        var label = Labels.is(column, table);
        score += label ? LABEL : 0;
        if (subject != null) {
            score +=
                    table.equals(subject) ? OWN : HOP * reading.world().routes().distance(subject, table);
            score += reading.world().routes().up(subject, table).isPresent() ? ABOVE : 0;
        }
        return score + preposition(from, column, label, table);
    }

    /// First and last name stand side by side.
    private boolean named(Column column, Span span, List<Probe.Found> all) {
        var label = Labels.of(reading.world().schema().of(column));
        return label.size() > 1 && label.contains(column)
                && IntStream.of(span.from() - 1, span.to()).filter(at -> at >= 0 && at < reading.size()).anyMatch(at -> all.stream()
                        .anyMatch(one -> label.contains(one.column()) && !one.column().equals(column)
                                && Words.lower(one.value()).equals(reading.words(at))));
    }

    private double preposition(int from, Column column, boolean label, Table table) {
        return switch (from == 0 ? "" : reading.words(from - 1)) {
            case "in", "from", "to", "at" -> column.words().stream().anyMatch(LOCATIONS::contains) ? FITTING : 0;
            case "by" -> (label && !table.equals(subject) ? FITTING + OWN : 0) + (maker(table) ? FITTING : 0);
            case "of", "does", "did", "has" -> label && !table.equals(subject) ? FITTING + OWN : 0;
            default -> 0;
        };
    }

    /// `by AC/DC`, which also stands among the composers.
    private boolean made(Column column, Span span) {
        return span.from() > 0 && reading.words(span.from() - 1).equals("by")
                && MAKERS.contains(column.words().getLast());
    }

    private static boolean maker(Table table) {
        return MAKERS.stream()
                .anyMatch(word -> Lexicon.alike(word, table.words().getLast()));
    }

    /// The items beside a value that say where it stands: its column or its table.
    int[] neighbours(Column column, Span span) {
        var table = reading.world().schema().of(column);
        return IntStream.of(beside(span.from(), -1), beside(span.to() - 1, 1))
                .filter(at -> reading.free(at) && (names(at, column) || tables(at, table)))
                .toArray();
    }

    private int beside(int at, int step) {
        int beside = at + step;
        while (beside >= 0 && beside < reading.size() && reading.words(beside).matches("the|a|an|is|=|named|called")) {
            beside += step;
        }
        return beside >= 0 && beside < reading.size() ? beside : -1;
    }

    private boolean names(int at, Column column) {
        return at >= 0 && reading.item(at).all(Sense.Match.class).anyMatch(match -> column.equals(match.column()));
    }

    private boolean tables(int at, Table table) {
        return at >= 0
                && !table.equals(subject)
                && reading.table(at).filter(table::equals).isPresent();
    }
}
