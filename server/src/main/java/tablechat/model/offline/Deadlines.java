package tablechat.model.offline;

import java.util.Optional;

/// What had a term: `overdue books`, `delivered late`, `orders shipped after the required date`.
final class Deadlines {
    private Deadlines() {}

    static void read(Reading reading) {
        crossed(reading);
        int at = reading.find(0, i -> said(reading, i));
        var subject = reading.draft().subject;
        if (at < 0 || subject == null) {
            return;
        }
        Ends.below(reading.world(), subject)
                .filter(table -> table.first(Ends::due).isPresent() && Ends.done(table).isPresent())
                .findFirst()
                .ifPresent(table -> add(reading, at, table, table.first(Ends::due).orElseThrow()));
    }

    private static boolean said(Reading reading, int at) {
        boolean value = reading.item(at).as(Sense.Kind.class).isPresent()
                || reading.item(at).all(Sense.Match.class).anyMatch(match -> match.score() >= Fit.LOOSE);
        return !value && reading.words(at).matches("overdue|past due|late|too late|on time");
    }

    private static void add(Reading reading, int at, Table table, Column due) {
        int deed = deed(reading, at, table);
        var said = reading.column(deed, table, column -> Ends.end(column) && column.table().equals(table.name()));
        var done = said.or(() -> Ends.done(table)).orElseThrow();
        var filters = reading.draft().filters;
        if (reading.words(at).endsWith("due")) {
            filters.add(new Filter.Empty(done, false));
            filters.add(new Filter.During(due, null, reading.world().today(), "before " + reading.world().today()));
        } else {
            int not = said.isPresent() ? reading.previous(deed) : deed;
            boolean negated = reading.is(not, Cue.DIFFERS, Cue.WITHOUT);
            boolean late = !reading.words(at).equals("on time");
            boolean never = negated && !table.equals(reading.draft().subject);
            var pair = new Filter.Pair(done, late == (negated && !never) ? Comparison.AT_MOST : Comparison.OVER, due);
            filters.add(never ? Filter.some(table, pair, true) : pair);
            reading.use(negated ? not : -1, said.isPresent() ? deed : -1);
        }
        boolean back = deed >= 0 && reading.words(deed).matches("back|in");
        reading.use(at, said.isPresent() && reading.table(deed).isEmpty() || back ? deed : at);
    }

    /// Right before, or with a noun between: `returned a book late`.
    private static int deed(Reading reading, int at, Table table) {
        int before = reading.previous(at);
        int verb = reading.tableNamed(before) ? reading.previous(before) : before;
        return reading.column(verb, table, column -> Ends.end(column) && column.table().equals(table.name())).isPresent() ? verb : before;
    }

    /// One date, or one number, of a row against another: `after the required date`, `stock below reorder level`.
    private static void crossed(Reading reading) {
        for (int at = 1; at < reading.size(); at++) {
            var comparison = reading.free(at) ? comparison(reading, at) : null;
            int right = comparison == null ? -1 : reading.next(at);
            var subject = reading.draft().subject;
            if (right < 0 || subject == null || reading.amount(right).isPresent()) {
                continue;
            }
            var other = reading.column(right, subject, column -> column.date() || column.number());
            int left = reading.previous(at);
            int here = at;
            other.flatMap(found -> left(reading, left, found)).ifPresent(column -> {
                reading.draft().filters.add(new Filter.Pair(column, comparison, other.orElseThrow()));
                reading.use(here, right, reading.table(left).isEmpty() ? left : here);
            });
        }
    }

    private static Optional<Column> left(Reading reading, int at, Column other) {
        var table = reading.world().schema().of(other);
        var said = reading.column(at, table, column -> column.table().equals(other.table()) && !column.equals(other)
                && (column.date() ? other.date() : column.number() && other.number()));
        return said.or(() -> Stocks.level(other) ? Stocks.held(table) : Optional.empty());
    }

    private static Comparison comparison(Reading reading, int at) {
        return switch (reading.words(at)) {
            case "after", "later than" -> Comparison.OVER;
            case "before", "earlier than", "prior to" -> Comparison.UNDER;
            default -> Comparison.of(reading.item(at));
        };
    }
}
