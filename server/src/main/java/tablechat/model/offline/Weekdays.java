package tablechat.model.offline;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Conditions with days of the week: `on a Sunday`, `on weekends`, `on Mondays and Tuesdays`.
final class Weekdays {
    private Weekdays() {}

    /// @param before the word before it
    static Sense.@Nullable Days sense(String word, String before) {
        if (word.matches("weekends?")) {
            return new Sense.Days(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        if (word.equals("weekdays") && before.matches("on|during")) {
            return new Sense.Days(Stream.of(DayOfWeek.values()).limit(5).toList());
        }
        return Stream.of(DayOfWeek.values())
                .filter(day -> word.equals(Words.lower(day.name())) || word.equals(Words.lower(day.name()) + "s"))
                .findFirst()
                .map(day -> new Sense.Days(List.of(day)))
                .orElse(null);
    }

    static void read(Reading reading) {
        int first = reading.find(0, at -> reading.item(at).as(Sense.Days.class).isPresent());
        var draft = reading.draft();
        var table = draft.measure != null ? draft.measure.table() : draft.subject;
        if (first < 0 || table == null || table.columns().stream().anyMatch(Weekdays::named)) {
            return;
        }
        var days = new ArrayList<DayOfWeek>();
        int last = first;
        for (int at = first; at >= 0 && reading.item(at).as(Sense.Days.class).isPresent(); at = next(reading, at)) {
            days.addAll(reading.item(at).as(Sense.Days.class).orElseThrow().days());
            last = at;
        }
        int end = last;
        Times.column(reading, first).filter(Column::date).ifPresent(column -> {
            draft.filters.add(new Filter.OnDays(column, days.stream().distinct().sorted().toList()));
            for (int at = first; at <= end; at++) {
                reading.use(at);
            }
        });
    }

    /// After `and` or `or`.
    private static int next(Reading reading, int at) {
        return at + 2 < reading.size() && reading.words(at + 1).matches("and|or") && reading.free(at + 2) ? at + 2 : -1;
    }

    /// `opening_day`: which day it is stands in the row.
    private static boolean named(Column column) {
        return column.text() && column.words().stream().anyMatch(word -> word.matches("day|weekday|dow"));
    }
}
