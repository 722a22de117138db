package tablechat.model.offline;

import java.util.Optional;

/// Which column a number of the question is compared with.
final class NumberColumns {

    private NumberColumns() {}

    /// @param at the comparison; `number` is what it compares with
    static Optional<Column> of(Reading reading, int at, int number) {
        return found(reading, at, number).filter(column -> Units.agree(reading, number + 1, column));
    }

    private static Optional<Column> found(Reading reading, int at, int number) {
        var degree = reading.item(at).as(Sense.Degree.class);
        if (degree.isPresent()) {
            var hinted = degree.get().adjective().hints().stream()
                    .flatMap(hint -> hinted(reading, hint.concept()).stream())
                    .filter(column -> Units.agree(reading, number + 1, column))
                    .findFirst();
            if (hinted.isEmpty()) {
                return at(reading, number + 1).or(() -> Spans.column(reading, number + 1, reading.draft().subject));
            }
            hinted.ifPresent(column -> reading.use(names(reading, number + 1, column) ? number + 1 : -1));
            return hinted;
        }
        var found = before(reading, at);
        return found.isPresent()
                ? found
                : at(reading, number + 1)
                        .or(() -> stocked(reading, number))
                        .or(() -> Spans.column(reading, number + 1, reading.draft().subject))
                        .or(() -> verb(reading, reading.previous(at)) || CountedNoun.of(reading, number).isPresent()
                                ? Optional.empty()
                                : implied(reading));
    }

    /// `rated above 4`: of what the verb says, not of whatever number the rows have.
    private static boolean verb(Reading reading, int at) {
        return reading.free(at) && !reading.silent(at) && reading.words(at).matches("\\p{L}{3,}(ed|ing)")
                && reading.item(at).as(Sense.Kind.class).isEmpty();
    }

    /// The one named right before: `price over`, `with a price of more than`.
    static Optional<Column> before(Reading reading, int at) {
        int noun = reading.previous(at);
        return at(reading, reading.is(noun, Cue.WITH) ? reading.previous(noun) : noun)
                .or(() -> done(reading, reading.is(noun, Cue.BY) ? reading.previous(noun) : noun));
    }

    /// `delayed more than`, `weighing over`: the only number of the rows that is named after the verb.
    private static Optional<Column> done(Reading reading, int verb) {
        var subject = reading.draft().subject;
        if (subject == null || !reading.free(verb) || !reading.item(verb).unknown() || !reading.words(verb).matches("\\p{L}{2,}(ed|ing)")) {
            return Optional.empty();
        }
        var all = subject.columns().stream()
                .filter(column -> column.number() && column.words().stream().anyMatch(word -> Fit.derived(reading.words(verb), word)))
                .toList();
        reading.use(all.size() == 1 ? verb : -1);
        reading.use(all.size() == 1 && reading.is(verb + 1, Cue.BY) ? verb + 1 : -1);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// `less than 5 in stock`
    private static Optional<Column> stocked(Reading reading, int number) {
        boolean in = number + 2 < reading.size() && reading.words(number + 1).equals("in");
        return in ? at(reading, number + 2) : Optional.empty();
    }

    /// Without a name: what a row costs or is worth, or its only number.
    static Optional<Column> implied(Reading reading) {
        var subject = reading.draft().subject;
        var measure = reading.draft().measure;
        if (subject == null || measure != null && measure.value() != null) {
            return Optional.empty();
        }
        var numbers = subject.columns().stream()
                .filter(column -> column.number() && !column.year())
                .toList();
        return Money.own(subject).or(() -> numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty());
    }

    private static Optional<Column> at(Reading reading, int noun) {
        var column = reading.free(noun)
                ? reading.column(noun, reading.draft().subject, NumberColumns::measured)
                : Optional.<Column>empty();
        reading.use(column.isPresent() ? noun : -1);
        return column;
    }

    private static Optional<Column> hinted(Reading reading, String concept) {
        var subject = reading.draft().subject;
        if (subject == null) {
            return Optional.empty();
        }
        return concept.equals("money") || concept.equals("paid")
                ? Money.own(subject)
                : subject.first(Superlatives.like(concept).and(Column::number));
    }

    private static boolean names(Reading reading, int at, Column column) {
        return reading.free(at)
                && reading.item(at).all(Sense.Match.class).anyMatch(match -> column.equals(match.column()));
    }

    private static boolean measured(Column column) {
        return column.number() || column.primary() && !column.text();
    }
}
