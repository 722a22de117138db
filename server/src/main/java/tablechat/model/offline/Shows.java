package tablechat.model.offline;

import java.util.List;
import java.util.Optional;

/// Who came and who did not: `visitors who didn't show up`, `no-shows`, where a column says who was there.
final class Shows {
    private static final String CAME = "show|shows|shown|showed|turn|turned|come|came|appear|appeared|turns";
    private static final String THERE = "attend(ed|ance)?|present|show(ed|n)?|arrived?|appeared|came|turned";

    private Shows() {}

    /// Before all that counts: the words say nothing else once they are taken for this.
    static void read(Reading reading) {
        int verb = reading.find(0, at -> came(reading, at));
        var there = verb < 0 || reading.former() != null ? Optional.<Column>empty() : there(reading);
        there.ifPresent(column -> {
            boolean negated = verb > 0 && reading.is(verb - 1, Cue.WITHOUT, Cue.DIFFERS);
            boolean missed = column.words().contains("no");
            var draft = reading.draft();
            draft.subject = reading.world().schema().of(column);
            draft.filters.add(new Filter.Flagged(column, negated != missed));
            reading.use(verb, up(reading, verb) ? verb + 1 : -1, negated ? verb - 1 : -1);
            count(reading);
        });
    }

    /// `show up`, `never shown`, `no-shows`; `show` alone asks for a list.
    private static boolean came(Reading reading, int at) {
        boolean denied = at > 0 && reading.is(at - 1, Cue.WITHOUT, Cue.DIFFERS);
        return reading.words(at).matches(CAME) && (denied || up(reading, at));
    }

    private static boolean up(Reading reading, int verb) {
        return verb + 1 < reading.size() && reading.words(verb + 1).equals("up");
    }

    private static Optional<Column> there(Reading reading) {
        var schema = reading.world().schema();
        var all = schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.flag() && (column.words().stream().anyMatch(word -> word.matches(THERE))
                        || column.words().equals(List.of("no", "show"))))
                .toList();
        var named = all.stream().filter(column -> reading.mentions(schema.of(column))).findFirst();
        return named.or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    /// The rows are counted, whatever those are called who should have come.
    private static void count(Reading reading) {
        int cue = reading.find(Cue.COUNT);
        int noun = cue < 0 ? -1 : reading.next(cue);
        if (cue >= 0) {
            reading.draft().measure = Measure.count(reading.draft().subject);
            boolean by = noun >= 0 && reading.is(noun, Cue.BY);
            reading.use(cue, by || noun >= 0 && reading.tableNamed(noun) ? -1 : noun);
        }
    }
}
