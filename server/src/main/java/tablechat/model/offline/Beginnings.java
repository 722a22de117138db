package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// The time that a verb before it is said of, where rows hold only one that it can be: `staff hired after 2015`, `cars built before 2016`.
final class Beginnings {
    private static final String MADE = "built|made|manufactured|produced|constructed|founded|established|released|published";
    /// What a year is called that is the rows' own.
    private static final String OWN = "model|make|made|build|built|production|founded|established|release|released|published|construction";

    private Beginnings() {}

    /// @param verb where it stands; it is accounted for if something is found
    static Optional<Column> of(Reading reading, int verb, Table rows) {
        if (verb < 0 || !reading.item(verb).unknown()) {
            return Optional.empty();
        }
        var found = hired(reading, verb, rows).or(() -> made(reading, verb, rows));
        reading.use(found.isPresent() ? verb : -1);
        return found;
    }

    /// Of people, a date that is that of their start.
    private static Optional<Column> hired(Reading reading, int verb, Table rows) {
        return reading.words(verb).matches("hired|joined|started|employed") && People.are(rows)
                ? rows.first(column -> column.date()
                        && column.words().stream().anyMatch(word -> word.matches("start|hire|join|since|begin")))
                : Optional.empty();
    }

    /// Of things, the only year, if its name does not say that it is of anything else.
    private static Optional<Column> made(Reading reading, int verb, Table rows) {
        var years = reading.words(verb).matches(MADE) && !People.are(rows)
                ? rows.columns().stream().filter(Column::year).toList()
                : List.<Column>of();
        boolean plain = years.size() == 1 && years.getFirst().words().stream()
                .allMatch(word -> Lexicon.alike("year", word) || word.matches(OWN) || rows.words().contains(word));
        return plain ? Optional.of(years.getFirst()) : Optional.empty();
    }
}
