package tablechat.model.offline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the SQL of the databases differs: quoting, parts of dates, rounding.
enum Dialect {
    SQLITE,
    POSTGRESQL,
    MYSQL,
    DUCKDB;

    private static final Pattern LINE = Pattern.compile("(?im)^\\W*SQL dialect:\\s*(\\w+)");
    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    /// Of any of the databases, so that the same SQL reads in all of them.
    private static final Set<String> RESERVED = Set.of("""
            all analyze and any array as asc between both by call case cast change char character check collate column condition
            constraint create cross cube cume_dist current database date day_hour dec decimal default deferrable delete desc
            describe distinct div do double drop each else empty end escape except exists explain false fetch float for foreign from
            full function generated grant group groups having if ignore in index inner insert int integer interval into is join key
            keys lag lateral lead leading leave left like limit lines load localtime lock long loop match mod natural not null
            numeric of offset on only option or order out outer over partition pivot placing primary procedure qualify range rank
            read real references release rename repeat replace require returning right row rows schema select set show signal some
            sql starting summarize symmetric system table then to trailing transaction trigger true undo union unique unlock unpivot
            update usage use user using values variadic varying view when where while window with write xor zerofill
            """.strip().split("\\s+"));

    /// By the line `SQL dialect: …` of the instructions; SQLite when there is none.
    static Dialect of(String instructions) {
        var line = LINE.matcher(instructions);
        var name = line.find() ? Words.lower(line.group(1)) : "";
        return switch (name) {
            case "postgresql", "postgres" -> POSTGRESQL;
            case "mysql", "mariadb" -> MYSQL;
            case "duckdb" -> DUCKDB;
            default -> SQLITE;
        };
    }

    /// A name, with its schema if it has one, quoted where it would not be read as it is.
    String name(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? part(name) : part(name.substring(0, dot)) + "." + part(name.substring(dot + 1));
    }

    String part(String name) {
        var plain = this == POSTGRESQL ? "[a-z_][a-z0-9_]*" : "[A-Za-z_][A-Za-z0-9_]*";
        if (name.matches(plain) && !RESERVED.contains(Words.lower(name))) {
            return name;
        }
        return this == MYSQL ? "`" + name.replace("`", "``") + "`" : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    String text(String value) {
        var escaped = value.replace("'", "''");
        return "'" + (this == MYSQL ? escaped.replace("\\", "\\\\") : escaped) + "'";
    }

    String part(Unit unit, String date) {
        if (unit == Unit.DECADE) {
            return decade(part(Unit.YEAR, date));
        }
        return switch (this) {
            case SQLITE -> sqlite(unit, date);
            case POSTGRESQL ->
                unit == Unit.WEEKDAY
                        ? "to_char(" + date + ", 'FMDay')"
                        : "to_char(" + date + ", '" + pick(unit, "YYYY", "YYYY-\"Q\"Q", "YYYY-MM", "YYYY-MM-DD",
                                        "IYYY-\"W\"IW")
                                + "')";
            case MYSQL ->
                unit == Unit.WEEKDAY
                        ? "dayname(" + date + ")"
                        : unit == Unit.QUARTER
                        ? "concat(year(" + date + "), '-Q', quarter(" + date + "))"
                        : "date_format(" + date + ", '" + pick(unit, "%Y", "", "%Y-%m", "%Y-%m-%d", "%x-W%v") + "')";
            case DUCKDB ->
                unit == Unit.WEEKDAY
                        ? "dayname(" + date + ")"
                        : unit == Unit.QUARTER
                        ? "concat(year(" + date + "), '-Q', quarter(" + date + "))"
                        : "strftime(" + date + ", '" + pick(unit, "%Y", "", "%Y-%m", "%Y-%m-%d", "%G-W%V") + "')";
        };
    }

    /// Of a year, which may be a number.
    String decade(String year) {
        var begin = "substr(cast(" + year + " as char(4)), 1, 3)";
        return this == MYSQL ? "concat(" + begin + ", '0s')" : begin + " || '0s'";
    }

    /// That a date is one of these days of the week.
    String on(List<DayOfWeek> days, String date) {
        int monday = this == SQLITE || this == MYSQL ? 0 : 1;
        var numbers = days.stream().map(day -> Integer.toString(day.ordinal() + monday)).collect(Collectors.joining(", "));
        return order(Unit.WEEKDAY, date) + " in (" + numbers + ")";
    }

    /// What a unit of time is ordered by: weekdays from Monday.
    String order(Unit unit, String date) {
        if (unit != Unit.WEEKDAY) {
            return part(unit, date);
        }
        return switch (this) {
            case SQLITE -> "(strftime('%w', " + date + ") + 6) % 7";
            case POSTGRESQL -> "extract(isodow from " + date + ")";
            case MYSQL -> "weekday(" + date + ")";
            case DUCKDB -> "isodow(" + date + ")";
        };
    }

    /// A column that holds dates, perhaps as text.
    String date(Column column, String expression) {
        if (column.ticks() > 0) {
            return since1970(column.ticks() == 1 ? expression : expression + " / " + column.ticks());
        }
        boolean text = column.characters() && !column.type().isBlank();
        return text && (this == POSTGRESQL || this == DUCKDB) ? "cast(" + expression + " as timestamp)" : expression;
    }

    /// How long it is from one date to another.
    String lapse(String start, Column from, String end, Column until, Clock unit) {
        var first = date(from, start);
        var last = date(until, end);
        var seconds = switch (this) {
            case SQLITE -> "(julianday(" + last + ") - julianday(" + first + ")) * 86400";
            case POSTGRESQL -> "extract(epoch from (cast(" + last + " as timestamp) - cast(" + first + " as timestamp)))";
            case MYSQL -> "timestampdiff(second, " + first + ", " + last + ")";
            case DUCKDB -> "date_diff('second', cast(" + first + " as timestamp), cast(" + last + " as timestamp))";
        };
        return seconds + " / " + unit.seconds + ".0";
    }

    /// Years from a birth to a day.
    String age(String birth, Column column, LocalDate today) {
        var born = date(column, birth);
        var days = switch (this) {
            case SQLITE -> "julianday('" + today + "') - julianday(" + born + ")";
            case POSTGRESQL, DUCKDB -> "cast('" + today + "' as date) - cast(" + born + " as date)";
            case MYSQL -> "datediff('" + today + "', " + born + ")";
        };
        return "(" + days + ") / 365.25";
    }

    private String since1970(String seconds) {
        return switch (this) {
            case SQLITE -> "datetime(" + seconds + ", 'unixepoch')";
            case POSTGRESQL, DUCKDB -> "to_timestamp(" + seconds + ")";
            case MYSQL -> "from_unixtime(" + seconds + ")";
        };
    }

    /// Two decimals.
    String rounded(String expression) {
        return rounded(expression, 2);
    }

    String rounded(String expression, int decimals) {
        var number = this == POSTGRESQL ? "cast(" + expression + " as numeric)" : expression;
        return "round(" + number + ", " + decimals + ")";
    }

    private static String sqlite(Unit unit, String date) {
        if (unit == Unit.WEEKDAY) {
            var names = new StringBuilder("case strftime('%w', " + date + ")");
            for (int day = 0; day < 7; day++) {
                names.append(" when '").append(day).append("' then '").append(DAYS.get(day)).append("'");
            }
            return names.append(" end").toString();
        }
        return unit == Unit.QUARTER
                ? "strftime('%Y', " + date + ") || '-Q' || ((strftime('%m', " + date + ") + 2) / 3)"
                : "strftime('" + pick(unit, "%Y", "", "%Y-%m", "%Y-%m-%d", "%G-W%V") + "', " + date + ")";
    }

    private static String pick(Unit unit, String year, String quarter, String month, String day, String week) {
        return switch (unit) {
            case YEAR -> year;
            case QUARTER -> quarter;
            case MONTH -> month;
            case DAY -> day;
            case WEEK -> week;
            case WEEKDAY, DECADE -> throw new IllegalStateException("written by itself");
        };
    }
}
