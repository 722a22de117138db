package tablechat.model.offline;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Units a number may be said in: `5000 km`, `200 euros`. What the name of a column says it is counted in agrees with them or not.
final class Units {
    private static final List<Set<String>> MEASURES = List.of(
            Set.of("km", "kilometre", "kilometer"), Set.of("m", "metre", "meter"), Set.of("cm", "centimetre", "centimeter"), Set.of("mm"),
            Set.of("mile", "mi"), Set.of("foot", "feet", "ft"), Set.of("kg", "kilogram", "kilo"), Set.of("g", "gram"),
            Set.of("lb", "pound"),
            Set.of("ton", "tonne"), Set.of("l", "litre", "liter"), Set.of("ml"), Set.of("mb", "megabyte"), Set.of("gb", "gigabyte"),
            Set.of("kwh"), Set.of("kw"), Set.of("sqm"), Set.of("sqft"));
    private static final List<Set<String>> MONEY = List.of(
            Set.of("eur", "euro"), Set.of("usd", "dollar"), Set.of("gbp", "pound"), Set.of("chf", "franc"), Set.of("jpy", "yen"));
    private static final Set<String> TIMES = Set.of("millisecond", "second", "minute", "hour", "day", "week", "month", "year");

    private Units() {}

    /// A number in the unit at this item may be one of the column's: no unit stands there, the column is counted in it, or
    /// it is money and the column does not say in what.
    static boolean agree(Reading reading, int at, Column column) {
        var word = at >= 0 && at < reading.size() ? Words.stem(reading.words(at)) : "";
        if (TIMES.contains(word)) {
            return MEASURES.stream().noneMatch(unit -> held(column, unit)) && MONEY.stream().noneMatch(unit -> held(column, unit));
        }
        var said = Stream.concat(MEASURES.stream(), MONEY.stream()).filter(unit -> unit.contains(word)).toList();
        boolean money = MONEY.stream().anyMatch(unit -> unit.contains(word));
        boolean told = Stream.concat(MEASURES.stream(), MONEY.stream()).anyMatch(unit -> held(column, unit)) || Spans.held(column) >= 0;
        return said.isEmpty() || said.stream().anyMatch(unit -> held(column, unit)) || money && !told;
    }

    /// Says once more in what the column is counted: `the elevation in feet`.
    static boolean repeats(Reading reading, int at, Column column) {
        return said(reading, at) && agree(reading, at, column) || Spans.same(reading, at, column);
    }

    /// Such a unit stands there.
    static boolean said(Reading reading, int at) {
        var word = at >= 0 && at < reading.size() ? Words.stem(reading.words(at)) : "";
        return Stream.concat(MEASURES.stream(), MONEY.stream()).anyMatch(unit -> unit.contains(word));
    }

    private static boolean held(Column column, Set<String> unit) {
        return unit.contains(column.words().getLast());
    }
}
