package tablechat.model.offline;

import java.time.LocalDate;

/// What is still to come: `upcoming events`, `the next appointment`, `future flights`; or what is past.
final class Schedules {
    private static final String COMING = "upcoming|future|coming|forthcoming";

    private Schedules() {}

    static void read(Reading reading) {
        int at = reading.find(0, i -> reading.words(i).matches(COMING + "|next|past"));
        int noun = at < 0 ? -1 : reading.next(at);
        var draft = reading.draft();
        var number = Ranking.number(reading, noun);
        noun = number == null ? noun : reading.next(noun);
        if (noun < 0 || reading.former() != null || reading.table(noun).isEmpty()) {
            return;
        }
        var table = reading.table(noun).orElseThrow();
        var date = Dates.of(table);
        if (date.isEmpty()) {
            return;
        }
        var today = reading.world().today();
        boolean past = reading.words(at).equals("past");
        if (reading.words(at).equals("next")) {
            Ranking.byColumn(reading, noun, date.get(), false, number == null ? 1 : number);
            reading.use(number == null ? -1 : reading.next(at));
        }
        draft.filters.add(during(date.get(), today, past));
        reading.use(at);
    }

    private static Filter.During during(Column date, LocalDate today, boolean past) {
        return past
                ? new Filter.During(date, null, today, "before " + today)
                : new Filter.During(date, today, null, "from " + today + " on");
    }
}
