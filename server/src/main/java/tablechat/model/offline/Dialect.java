package tablechat.model.offline;

import java.util.Set;
import java.util.regex.Pattern;

/// Where the SQL of the databases differs: quoting, parts of dates, rounding.
enum Dialect {
    SQLITE,
    POSTGRESQL,
    MYSQL,
    DUCKDB;

    private static final Pattern LINE = Pattern.compile("(?im)^\\W*SQL dialect:\\s*(\\w+)");
    private static final Set<String> RESERVED = Set.of(
            "all",
            "and",
            "as",
            "asc",
            "between",
            "by",
            "case",
            "check",
            "column",
            "create",
            "cross",
            "current",
            "date",
            "default",
            "delete",
            "desc",
            "describe",
            "distinct",
            "drop",
            "else",
            "end",
            "except",
            "exists",
            "false",
            "for",
            "foreign",
            "from",
            "full",
            "grant",
            "group",
            "groups",
            "having",
            "in",
            "index",
            "inner",
            "insert",
            "interval",
            "into",
            "is",
            "join",
            "key",
            "keys",
            "left",
            "like",
            "limit",
            "match",
            "natural",
            "not",
            "null",
            "of",
            "offset",
            "on",
            "or",
            "order",
            "outer",
            "primary",
            "rank",
            "range",
            "references",
            "right",
            "row",
            "rows",
            "select",
            "set",
            "show",
            "some",
            "table",
            "then",
            "to",
            "transaction",
            "true",
            "union",
            "unique",
            "update",
            "user",
            "using",
            "values",
            "view",
            "when",
            "where",
            "window",
            "with");

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
        return switch (this) {
            case SQLITE -> sqlite(unit, date);
            case POSTGRESQL ->
                unit == Unit.WEEKDAY
                        ? "extract(dow from " + date + ")"
                        : "to_char(" + date + ", '" + pick(unit, "YYYY", "YYYY-\"Q\"Q", "YYYY-MM", "YYYY-MM-DD", "")
                                + "')";
            case MYSQL ->
                unit == Unit.QUARTER
                        ? "concat(year(" + date + "), '-Q', quarter(" + date + "))"
                        : "date_format(" + date + ", '" + pick(unit, "%Y", "", "%Y-%m", "%Y-%m-%d", "%w") + "')";
            case DUCKDB ->
                unit == Unit.QUARTER
                        ? "concat(year(" + date + "), '-Q', quarter(" + date + "))"
                        : "strftime(" + date + ", '" + pick(unit, "%Y", "", "%Y-%m", "%Y-%m-%d", "%w") + "')";
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
        return unit == Unit.QUARTER
                ? "strftime('%Y', " + date + ") || '-Q' || ((strftime('%m', " + date + ") + 2) / 3)"
                : "strftime('" + pick(unit, "%Y", "", "%Y-%m", "%Y-%m-%d", "%w") + "', " + date + ")";
    }

    private static String pick(Unit unit, String year, String quarter, String month, String day, String weekday) {
        return switch (unit) {
            case YEAR -> year;
            case QUARTER -> quarter;
            case MONTH -> month;
            case DAY -> day;
            case WEEKDAY -> weekday;
        };
    }
}
