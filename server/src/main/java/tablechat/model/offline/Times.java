package tablechat.model.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tablechat.protocol.Nullable;

/// Conditions with dates: `in 2024`, `since March 2023`, `before 2022`, `between 2023-01-01 and 2023-06-30`.
final class Times {

    private Times() {}

    static void read(Reading reading) {
        int at = reading.find(0, i -> period(reading, i).isPresent());
        if (at < 0 || reading.is(at - 1, Cue.DIFFERS)) {
            return;
        }
        int second = reading.find(at + 1, i -> i <= at + 2 && period(reading, i).isPresent() && joined(reading, at, i));
        int cue = reading.findBack(
                at, i -> i == at - 1 && (reading.is(i, Cue.SINCE, Cue.UNTIL, Cue.BETWEEN) || comparing(reading, i)));
        if (quantity(reading, cue, at)) {
            return;
        }
        var column = column(reading, cue < 0 ? at : cue);
        column.filter(found -> !found.year() || years(reading, at) && (second < 0 || years(reading, second))).ifPresent(found -> {
            add(reading, found, cue, at, second);
            reading.use(cue, at, second);
            Nevers.at(reading, cue < 0 ? at : cue, reading.draft().filters.getLast());
        });
    }

    /// `over 2000`, of no date: nobody says so of a year.
    private static boolean quantity(Reading reading, int cue, int at) {
        boolean more = cue >= 0 && comparing(reading, cue) && reading.words(cue).matches("\\p{L}.*");
        var base = reading.draft().measure != null ? reading.draft().measure.table() : reading.draft().subject;
        return more && period(reading, at).orElseThrow().uncertain()
                && reading.column(reading.previous(cue), base, column -> column.date() || column.year()).isEmpty();
    }

    /// `2023 to 2025` is a span; `2023 and 2025` is not, as a year lies between.
    private static boolean joined(Reading reading, int at, int second) {
        boolean both = second == at + 1 || reading.words(at + 1).matches("and|or|vs|versus") || reading.item(at + 1).is(Cue.COMPARE);
        boolean between = reading.is(at - 1, Cue.BETWEEN);
        var first = period(reading, at).orElseThrow();
        return between || !both || period(reading, second).orElseThrow().from().equals(first.until());
    }

    /// Of a column that holds only the year a month is not known.
    private static boolean years(Reading reading, int at) {
        var period = period(reading, at).orElseThrow();
        return period.from().getDayOfYear() == 1 && period.until().getDayOfYear() == 1;
    }

    private static void add(Reading reading, Column column, int cue, int at, int second) {
        var cueWords = cue < 0 ? "" : onward(reading, reading.words(cue), at);
        var first = period(reading, at).orElseThrow();
        if (column.year()) {
            reading.draft().filters.addAll(years(column, cueWords, first, period(reading, second).orElse(null)));
            return;
        }
        var until = period(reading, second).map(Sense.Period::until).orElse(null);
        var words = (cueWords.isEmpty() ? "in" : cueWords) + " " + first.words()
                + period(reading, second)
                        .map(last -> (cueWords.equals("between") ? " and " : " to ") + last.words())
                        .orElse("");
        var during = until != null
                ? new Filter.During(column, first.from(), until, words)
                : bounded(column, cueWords, first, words);
        reading.draft().filters.add(during);
    }

    /// `from 2023` is that year; `from 2023 on` is since then.
    private static String onward(Reading reading, String cue, int at) {
        if (!cue.equals("from")) {
            return cue;
        }
        boolean on = at + 1 < reading.size() && reading.words(at + 1).matches("on|onwards?");
        reading.use(on ? at + 1 : -1);
        return on ? "since" : "";
    }

    private static Filter.During bounded(Column column, String cue, Sense.Period period, String words) {
        return new Filter.During(column, from(cue, period), until(cue, period), words);
    }

    private static @Nullable LocalDate from(String cue, Sense.Period period) {
        return switch (cue) {
            case "after", "later than", "over", "more than", ">" -> period.until();
            case "before", "until", "till", "up until", "earlier than", "prior to", "through", "<", "under" -> null;
            default -> period.from();
        };
    }

    private static @Nullable LocalDate until(String cue, Sense.Period period) {
        return switch (cue) {
            case "before", "earlier than", "prior to", "<", "under" -> period.from();
            case "after", "later than", "since", "on or after", "starting in", "starting from", "as of", "over", "more than", ">",
                    "at least", ">=" -> null;
            default -> period.until();
        };
    }

    /// A column that holds only the year is compared as a number.
    private static List<Filter> years(
            Column column, String cue, Sense.Period first, Sense.@Nullable Period second) {
        var during = bounded(column, cue, first, "");
        var low = during.from() == null
                ? null
                : java.math.BigDecimal.valueOf(during.from().getYear());
        var end = second != null ? second.until() : during.until();
        var high = end == null ? null : java.math.BigDecimal.valueOf(end.getYear() - 1);
        if (low != null && low.equals(high)) {
            return List.of(new Filter.Compared(column, Comparison.EXACTLY, low));
        }
        if (low != null && high != null) {
            return List.of(new Filter.Between(column, low, high));
        }
        return List.of(low != null
                ? new Filter.Compared(column, Comparison.AT_LEAST, low)
                : new Filter.Compared(column, Comparison.AT_MOST, high));
    }

    private static boolean comparing(Reading reading, int at) {
        return reading.free(at) && Comparison.of(reading.item(at)) != null;
    }

    private static Optional<Sense.Period> period(Reading reading, int at) {
        return reading.free(at) ? reading.item(at).as(Sense.Period.class) : Optional.empty();
    }

    /// A time in a question about buying is the time of the purchase.
    private static Optional<Column> bought(Reading reading) {
        boolean verb = reading.question().tokens().stream()
                .anyMatch(token -> token.word().matches("bought|buys?|purchased?|ordered|spent|spend|sold|paid"));
        return verb
                ? Money.line(reading.world().schema()).flatMap(line -> Dates.near(line, reading.world()))
                : Optional.empty();
    }

    /// `ending in May`, `starts in 2025`
    private static Optional<Column> bound(Reading reading, int at, Table base) {
        int cue = reading.findBack(at, i -> reading.is(i, Cue.STARTS, Cue.ENDS));
        var date = cue < 0 || reading.find(cue + 1, i -> i < at && !reading.silent(i)) >= 0
                ? Optional.<Column>empty()
                : base.first(column -> column.date() && (reading.is(cue, Cue.ENDS)
                        ? Ends.end(column)
                        : column.words().stream().anyMatch(word -> Lexicon.alike("start", word))));
        reading.use(date.isPresent() ? cue : -1);
        return date;
    }

    /// The one named right before, else the date of the rows, their year, or the nearest date.
    static Optional<Column> column(Reading reading, int at) {
        var draft = reading.draft();
        var base = draft.measure != null ? draft.measure.table() : draft.subject;
        if (base == null) {
            return Optional.empty();
        }
        var bound = bound(reading, at, base);
        if (bound.isPresent()) {
            return bound;
        }
        int noun = reading.previous(at);
        var begun = Beginnings.of(reading, noun, base);
        if (begun.isPresent()) {
            return begun;
        }
        boolean beside = noun >= 0 && at - noun <= 3;
        var named = beside
                ? reading.column(noun, base, column -> column.date() || column.year())
                : Optional.<Column>empty();
        var table = beside && reading.tableNamed(noun) && named.isEmpty()
                ? reading.table(noun).flatMap(Dates::of)
                : Optional.<Column>empty();
        if (named.isPresent() || table.isPresent()) {
            reading.use(noun);
        }
        return named.or(() -> table.flatMap(any -> Occasions.with(reading, at, base, noun)))
                .or(() -> table)
                .or(() -> Occasions.date(reading, at, base))
                .or(() -> bought(reading))
                .or(() -> Dates.of(base))
                .or(() -> base.first(Column::year))
                .or(() -> Dates.near(base, reading.world()));
    }
}
