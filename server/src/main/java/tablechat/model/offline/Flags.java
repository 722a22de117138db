package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// Columns that say yes or no: `discontinued products`, `products that are not discontinued`, `unpaid invoices`.
final class Flags {
    private static final List<String> OPPOSITES = List.of("un", "in", "non", "dis");
    private static final int REST_LETTERS_MIN = 4;

    private Flags() {}

    static void read(Reading reading) {
        var subject = subject(reading);
        for (int at = 0; subject != null && at < reading.size(); at++) {
            if (reading.free(at) && reading.table(at).isEmpty()) {
                said(reading, at, subject);
            }
        }
    }

    /// Without a table in the question a flag says whose rows are meant: `captains`.
    private static @Nullable Table subject(Reading reading) {
        var draft = reading.draft();
        if (draft.subject == null && draft.measure == null && reading.former() == null) {
            int noun = reading.find(0, at -> reading.item(at).all(Sense.Match.class)
                    .anyMatch(match -> match.column() != null && match.column().flag() && match.score() >= Fit.LOOSE));
            draft.subject = noun < 0
                    ? null
                    : reading.column(noun, null, Column::flag).map(reading.world().schema()::of).orElse(null);
        }
        return draft.subject;
    }

    private static void said(Reading reading, int at, Table subject) {
        int not = reading.previous(at);
        boolean negated = reading.is(not, Cue.DIFFERS, Cue.WITHOUT);
        var column = reading.column(at, subject, Column::flag);
        var opposite = column.isPresent() ? Optional.<Column>empty() : opposite(reading, at, subject);
        column.or(() -> opposite).ifPresent(found -> {
            reading.draft().filters.add(new Filter.Flagged(found, negated == opposite.isEmpty()));
            reading.use(at, negated ? not : -1);
        });
    }

    /// The column that says `paid`, for `unpaid`.
    private static Optional<Column> opposite(Reading reading, int at, Table subject) {
        if (!reading.item(at).unknown()) {
            return Optional.empty();
        }
        var word = reading.words(at);
        var denied = subject.first(column -> column.flag() && column.words().stream().anyMatch(yes -> Lexicon.opposite(word, yes)));
        if (denied.isPresent()) {
            return denied;
        }
        return OPPOSITES.stream()
                .filter(before -> word.startsWith(before) && word.length() - before.length() >= REST_LETTERS_MIN)
                .map(before -> List.of(word.substring(before.length())))
                .flatMap(rest -> reading.world().linker().matches(rest).stream())
                .map(Sense.Match::column)
                .filter(column -> column != null && column.flag() && column.table().equals(subject.name()))
                .findFirst();
    }
}
