package tablechat.model.offline;

/// `without an email`, `where company is empty`, `customers without orders`, `customers who have orders`, `empty racks`.
final class Absences {

    private Absences() {}

    static void read(Reading reading) {
        int without = reading.find(Cue.WITHOUT);
        if (without >= 0) {
            absent(reading, without, true);
        }
        state(reading);
        int with = reading.find(
                0, at -> reading.is(at, Cue.WITH) && reading.free(reading.next(at)) && !listed(reading, at));
        if (with >= 0) {
            absent(reading, with, false);
        }
    }

    private static void absent(Reading reading, int cue, boolean negated) {
        if (reading.draft().subject != null) {
            new Absence(reading, cue, negated).read();
        }
    }

    /// `products with their category` asks to see it.
    private static boolean listed(Reading reading, int at) {
        boolean with = Listings.with(reading, at);
        reading.use(with ? at : -1);
        return with || reading.words(at).contains("their") || reading.draft().subject == null;
    }

    private static void state(Reading reading) {
        int state = reading.find(Cue.MISSING, Cue.PRESENT);
        int noun = state < 0 ? -1 : reading.previous(state);
        boolean present = reading.is(state, Cue.PRESENT);
        var column = reading.column(noun, reading.draft().subject, any -> true).filter(found -> reading.free(noun));
        column.ifPresent(found -> {
            reading.draft().filters.add(new Filter.Empty(found, present));
            reading.use(state, noun);
        });
        if (column.isEmpty() && state >= 0 && reading.words(state).endsWith("empty")) {
            vacant(reading, state, present);
        }
    }

    /// `racks that are empty`: where only one table refers to them, it has no such row.
    private static void vacant(Reading reading, int state, boolean present) {
        var subject = reading.draft().subject;
        if (subject != null) {
            Frequencies.onlyReferring(reading.world().schema(), subject).ifPresent(table -> {
                reading.draft().filters.add(new Filter.Related(table, !present));
                reading.use(state);
            });
        }
    }
}
