package tablechat.model.offline;

import java.util.Optional;

/// `what did Helena Holý buy`: neither a thing nor a figure is named, but the verb says that goods are meant.
final class Purchases {
    private static final String ASKED = "(?s)\\W*what (all |else )?(did|does|do|has|have)\\b.*";
    private static final String BUYING = "buy|buys|bought|purchase|purchases|purchased";

    private Purchases() {}

    static void read(Reading reading) {
        var draft = reading.draft();
        boolean open = draft.subject == null && draft.measure == null && reading.former() == null;
        int verb = open && asked(reading) ? reading.find(1, at -> reading.words(at).matches(BUYING)) : -1;
        if (verb >= 0) {
            goods(reading.world().schema()).ifPresent(table -> {
                draft.subject = table;
                reading.use(verb);
            });
        }
    }

    /// A verb after `what did …` says what is wanted; rows of whoever did it are no answer.
    static boolean unanswered(Reading reading, int at) {
        var draft = reading.draft();
        boolean who = draft.measure == null && draft.subject != null && People.are(draft.subject) && draft.columns.isEmpty()
                && reading.former() == null;
        return who && asked(reading) && at > 1 && at == reading.size() - 1 && !reading.mentions(draft.subject);
    }

    private static boolean asked(Reading reading) {
        return Words.lower(reading.question().text()).matches(ASKED);
    }

    /// To what the lines of orders refer beside the order itself, which has a date.
    static Optional<Table> goods(Schema schema) {
        return Money.line(schema).stream()
                .flatMap(line -> line.columns().stream())
                .filter(column -> column.references() != null)
                .flatMap(column -> schema.table(column.references().table()).stream())
                .filter(table -> !Relations.event(table) && !People.are(table))
                .findFirst();
    }
}
