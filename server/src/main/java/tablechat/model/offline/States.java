package tablechat.model.offline;

import java.util.Optional;
import java.util.function.Predicate;

/// How rows stand, where only a date says so: `active members` have not cancelled, `unpaid invoices` have no date of payment.
final class States {
    private static final String ON = "active|current|ongoing|existing|present|open|running|valid";
    private static final String NOW = "current|ongoing|running|present";
    private static final String OVER = "former|inactive|ex|expired|ended|past";
    private static final String OWED = "unpaid|outstanding|open|unsettled|owed|due";

    private static final String LIVING = "living|alive";
    private static final String DEAD = "dead|deceased|died";
    private static final String DEATH = "death|died|deceased|dod";

    private States() {}

    static void read(Reading reading) {
        var subject = reading.draft().subject;
        for (int at = 0; subject != null && at < reading.size(); at++) {
            if (reading.free(at) && !reading.item(at).quoted() && reading.item(at).as(Sense.Kind.class).isEmpty()
                    && !Leftovers.running(reading, at)) {
                said(reading, at, of(reading, at, subject));
            }
        }
    }

    /// `clients with open matters`: of the rows it stands before.
    private static Table of(Reading reading, int at, Table subject) {
        return at + 1 >= reading.size() ? subject : reading.table(at + 1)
                .filter(table -> reading.world().routes().any(subject, table).isPresent())
                .orElse(subject);
    }

    private static void said(Reading reading, int at, Table subject) {
        var word = reading.words(at);
        if (word.matches(LIVING + "|" + DEAD)) {
            subject.first(column -> (column.date() || column.year()) && column.words().stream().anyMatch(part -> part.matches(DEATH)))
                    .ifPresent(death -> {
                        reading.draft().filters.add(new Filter.Empty(death, word.matches(DEAD)));
                        reading.use(at);
                    });
            return;
        }
        var paid = word.matches(OWED) ? open(subject, column -> column.words().contains("paid")) : Optional.<Column>empty();
        var missing = paid.or(() -> undone(subject, word));
        if (missing.isPresent()) {
            reading.draft().filters.add(new Filter.Empty(missing.get(), false));
            amount(reading, subject, word);
            reading.use(at);
        } else if (word.matches(ON + "|" + OVER)) {
            open(subject, Ends::end).ifPresent(end -> {
                var today = reading.world().today();
                reading.draft().filters.add(new Filter.Lasting(end, today, word.matches(OVER)));
                if (word.matches(NOW)) {
                    Ends.lapse(subject, Optional.of(end)).ifPresent(term -> reading.draft().filters.add(
                            new Filter.During(term.from(), null, today.plusDays(1), "not after " + today)));
                }
                reading.use(at);
            });
        }
    }

    /// `unshipped`: the date says `shipped`.
    private static Optional<Column> undone(Table subject, String word) {
        var rest = word.replaceFirst("^(un|non-?)", "");
        return rest.equals(word) || !Fit.past(rest)
                ? Optional.empty()
                : open(subject, column -> column.words().stream().anyMatch(part -> Fit.derived(Words.present(rest), part)));
    }

    private static Optional<Column> open(Table subject, Predicate<Column> wanted) {
        return subject.first(column -> column.date() && column.nullable() && wanted.test(column));
    }

    /// `how much is outstanding` is a sum.
    private static void amount(Reading reading, Table subject, String word) {
        int much = reading.find(Cue.HOW_MUCH);
        if (much >= 0 && reading.draft().measure == null && word.matches(OWED)) {
            Money.own(subject).ifPresent(column -> {
                reading.draft().measure = Figures.field(reading, Measure.Kind.SUM, column);
                reading.use(much);
            });
        }
    }
}
