package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables whose rows hold counts: of `downloads`, with a `download_count` for each day, there are more than rows.
final class Tallies {
    private static final Set<String> COUNTS = Set.of("count", "quantity", "qty", "total");
    /// `number_of_visits` is a count, `room_number` is not.
    private static final Set<String> NUMBERS = Set.of("count", "number", "num", "quantity", "qty", "total");
    private static final String ROWS = "rows?|records?|entry|entries|lines?";

    private Tallies() {}

    /// After all that counts: what was taken for a number of rows.
    static void read(Reading reading) {
        var draft = reading.draft();
        boolean rows = reading.question().tokens().stream().anyMatch(token -> token.word().matches(ROWS));
        if (rows || draft.share) {
            return;
        }
        var measure = draft.measure == null ? draft.filters.stream().flatMap(filter -> counted(filter).stream()).findFirst().orElse(null)
                : draft.measure;
        var column = measure == null || measure.kind() != Measure.Kind.COUNT ? Optional.<Column>empty() : of(measure.table());
        column.ifPresent(found -> {
            var sum = Figures.field(reading, Measure.Kind.SUM, found);
            draft.measure = draft.measure == null ? null : sum;
            draft.filters.replaceAll(filter -> counted(filter).filter(measure::equals).isPresent() ? summed(filter, sum) : filter);
            draft.remarks.add("I added up " + Markdown.code(found.name()) + "; I did not count rows.");
        });
    }

    /// `passengers who never checked in` are tickets, each with a yes or no, and not the different names on them.
    static void names(Reading reading) {
        var draft = reading.draft();
        boolean named = draft.measure != null && draft.measure.kind() == Measure.Kind.DISTINCT && draft.groups.isEmpty()
                && draft.measure.value() instanceof Value.Field(var column) && column.words().getLast().equals("name");
        if (named && draft.filters.stream().anyMatch(filter ->
                filter instanceof Filter.Flagged flagged && flagged.column().table().equals(draft.measure.table().name()))) {
            draft.measure = Measure.count(draft.measure.table());
        }
    }

    private static Optional<Measure> counted(Filter filter) {
        return filter instanceof Filter.Counted counted ? Optional.of(counted.measure()) : Optional.empty();
    }

    private static Filter summed(Filter filter, Measure sum) {
        var counted = (Filter.Counted) filter;
        return new Filter.Counted(sum, sum.table(), counted.where(), counted.comparison(), counted.number());
    }

    /// The column called after what the rows are: `vote_count` of votes, `number_of_visits` of visits.
    private static Optional<Column> of(Table table) {
        var noun = table.words().getLast();
        return table.first(column -> {
            var words = Words.split(column.name());
            return column.number() && (words.equals(List.of(noun))
                    || words.size() == 2 && words.getFirst().equals(noun) && COUNTS.contains(words.getLast())
                    || words.size() > 1 && words.getLast().equals(noun) && NUMBERS.contains(words.getFirst()));
        });
    }
}
