package tablechat.model.offline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Writes conditions on days.
final class Days {

    private Days() {}

    static List<String> during(Filter.During during, Scope scope) {
        var column = scope.column(during.column());
        var conditions = new ArrayList<String>();
        if (during.from() != null) {
            conditions.add(column + " >= " + day(during.column(), during.from()));
        }
        if (during.until() != null) {
            conditions.add(column + " < " + day(during.column(), during.until()));
        }
        return conditions;
    }

    static String lasting(Column end, LocalDate today, boolean negated, Scope scope) {
        var column = scope.column(end);
        var tomorrow = day(end, today.plusDays(1));
        return negated ? column + " < " + tomorrow : "(" + column + " is null or " + column + " >= " + tomorrow + ")";
    }

    private static String day(Column column, LocalDate day) {
        return column.ticks() == 0 ? "'" + day + "'" : Long.toString(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * column.ticks());
    }
}
