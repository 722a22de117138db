package tablechat.model.offline;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// `average temperature`, where rows hold values of many kinds and only their kind says that they are temperatures.
final class Attributes {
    private static final Set<String> GENERIC =
            Set.of("value", "reading", "result", "measurement", "amount", "level", "score", "figure");

    private Attributes() {}

    /// Before all that ranks and counts. The kind itself is left to [Values].
    static void read(Reading reading) {
        int cue = reading.find(Cue.AVERAGE, Cue.MEDIAN, Cue.SUM, Cue.MINIMUM, Cue.MAXIMUM);
        int noun = cue < 0 ? -1 : reading.next(cue);
        var kind = noun < 0 ? Optional.<Sense.Kind>empty() : reading.item(noun).as(Sense.Kind.class);
        kind.flatMap(found -> values(reading, found.column())).ifPresent(column -> {
            reading.draft().measure = Figures.field(reading, kind(reading, cue), column);
            reading.draft().subject = reading.draft().measure.table();
            reading.settle(noun);
            reading.use(cue);
        });
    }

    private static Measure.Kind kind(Reading reading, int cue) {
        return switch (reading.item(cue).as(Cue.class).orElseThrow()) {
            case MEDIAN -> Measure.Kind.MEDIAN;
            case SUM -> Measure.Kind.SUM;
            case MINIMUM -> Measure.Kind.MINIMUM;
            case MAXIMUM -> Measure.Kind.MAXIMUM;
            default -> Measure.Kind.AVERAGE;
        };
    }

    /// The numbers of which the column says what they are: in its own table or one below.
    private static Optional<Column> values(Reading reading, Column kind) {
        var world = reading.world();
        var table = world.schema().of(kind);
        return world.schema().tables().stream()
                .filter(other -> world.routes().up(other, table).isPresent())
                .sorted(Comparator.comparingInt(other -> world.routes().distance(other, table)))
                .flatMap(other -> other.first(column -> column.number() && GENERIC.contains(column.words().getLast())).stream())
                .findFirst();
    }
}
