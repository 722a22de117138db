package tablechat.model.offline;

import java.util.Locale;
import java.util.stream.Stream;

/// Writes a [Query] as SQL plain enough for SQLite, PostgreSQL, MySQL and DuckDB.
final class SqlWriter {
    private final Schema schema;
    private final Routes routes;
    private final Dialect dialect;
    private final boolean plain;

    private SqlWriter(Schema schema, Routes routes, Dialect dialect, boolean plain) {
        this.schema = schema;
        this.routes = routes;
        this.dialect = dialect;
        this.plain = plain;
    }

    static String write(Query query, Schema schema, Routes routes, Dialect dialect) {
        return new SqlWriter(schema, routes, dialect, Alone.is(query)).write(query);
    }

    Schema schema() {
        return schema;
    }

    Routes routes() {
        return routes;
    }

    Dialect dialect() {
        return dialect;
    }

    /// Only one table takes part, so columns need no table name.
    boolean plain() {
        return plain;
    }

    String measure(Measure measure, Table base, Scope scope) {
        return switch (measure.kind()) {
            case COUNT ->
                measure.table().equals(base)
                        ? "count(*)"
                        : "count(distinct " + scope.column(key(measure.table())) + ")";
            case DISTINCT -> "count(distinct " + value(measure.value(), scope) + ")";
            case SUM ->
                rounded(
                        "sum(" + value(measure.value(), scope) + ")",
                        measure.value().whole());
            case AVERAGE -> rounded("avg(" + value(measure.value(), scope) + ")", false);
            case MINIMUM -> extreme("min", measure.value(), scope);
            case MAXIMUM -> extreme("max", measure.value(), scope);
            case MEDIAN -> throw new IllegalStateException("a median needs a query of its own");
        };
    }

    private String extreme(String function, Value value, Scope scope) {
        var extreme = function + "(" + value(value, scope) + ")";
        return value instanceof Value.Lapse || value instanceof Value.Age ? dialect.rounded(extreme) : extreme;
    }

    private String write(Query query) {
        return switch (query.shape()) {
            case Query.Rows rows -> rows(query, rows);
            case Query.Figure(var measure) -> figure(query, measure);
            case Query.Groups groups -> new GroupSql(this, query).of(groups);
            case Query.MeanOf mean -> new GroupSql(this, query).of(mean);
            case Query.Firsts firsts -> new FirstsSql(this, query, firsts).write();
            case Query.Share share -> new ShareSql(this, query, share).write();
            case Query.Extent extent -> new ExtentSql(this, query).of(extent);
            case Query.Poles poles -> new ExtentSql(this, query).of(poles);
            case Query.Chain chain -> new ChainSql(this, query, chain).write();
        };
    }

    private String rows(Query query, Query.Rows rows) {
        var scope = new Scope(query.base(), null, this);
        var columns = rows.columns().stream().map(scope::column).toList();
        var all = plain ? "*" : dialect.part(unqualified(query.base())) + ".*";
        var select = "select " + (rows.distinct() ? "distinct " : "")
                + (columns.isEmpty() ? all : String.join(", ", columns));
        var sorting = query.sorting();
        var where = where(ranked(query), scope);
        var order = sorting == null || sorting.column() == null
                ? rows.distinct() ? "order by 1" : ""
                : "order by " + scope.column(sorting.column()) + (sorting.descending() ? " desc" : "");
        return lines(select, scope.from(), where, order, limit(query));
    }

    /// Rows without the value they are ranked by have no rank; databases differ in where they put them.
    static Query ranked(Query query) {
        var column = query.sorting() == null ? null : query.sorting().column();
        return column == null || !column.nullable() || column.text() || query.limit() == null && !(query.shape() instanceof Query.Rows)
                ? query
                : query.with(Stream.concat(query.filters().stream(), Stream.of(new Filter.Empty(column, true)))
                        .toList());
    }

    private String figure(Query query, Measure measure) {
        var scope = new Scope(query.base(), null, this);
        if (measure.kind() == Measure.Kind.MEDIAN) {
            return median(query, measure, scope);
        }
        var select = "select " + measure(measure, query.base(), scope) + " as " + alias(measure);
        var where = where(query, scope);
        return lines(select, scope.from(), where);
    }

    /// The mean of the one or two in the middle.
    private String median(Query query, Measure measure, Scope scope) {
        var value = value(measure.value(), scope);
        var conditions = Stream.concat(
                new Conditions(this).of(query.filters(), query.base(), scope).stream(), Stream.of(value + " is not null"));
        var within = "select " + value + " as n, row_number() over (order by " + value + ") as place, count(*) over () as total "
                + scope.from().replace("\n", " ") + " where " + String.join(" and ", conditions.toList());
        return lines(
                "select " + dialect.rounded("avg(n)") + " as " + alias(measure),
                "from (" + within + ") as ranked",
                "where place between total / 2.0 and total / 2.0 + 1");
    }

    String where(Query query, Scope scope) {
        var conditions = new Conditions(this).of(query.filters(), query.base(), scope);
        return conditions.isEmpty() ? "" : "where " + String.join("\n  and ", conditions);
    }

    String value(Value value, Scope scope) {
        return switch (value) {
            case Value.Field(var column) -> scope.column(column) + (column.cents() ? " / 100.0" : "");
            case Value.Difference(var total, var paid) -> scope.column(total) + " - coalesce(" + scope.column(paid) + ", 0)";
            case Value.Product(var quantity, var price) -> scope.column(quantity) + " * " + scope.column(price);
            case Value.Lapse(var from, var until, var unit) -> dialect.lapse(scope.column(from), from, scope.column(until), until, unit);
            case Value.Age(var birth, var today) -> birth.year()
                    ? today.getYear() + " - " + scope.column(birth)
                    : dialect.age(scope.column(birth), birth, today);
        };
    }

    /// The month, year or the like of a date; of a year its decade.
    String time(Column column, Unit unit, Scope scope) {
        var value = scope.column(column);
        return column.year() ? dialect.decade(value) : dialect.part(unit, dialect.date(column, value));
    }

    String rounded(String expression, boolean whole) {
        return whole ? expression : dialect.rounded(expression);
    }

    String alias(Measure measure) {
        return dialect.part(Aliases.of(measure).toLowerCase(Locale.ROOT));
    }

    static Column key(Table table) {
        return Keys.key(table).orElse(table.columns().getFirst());
    }

    private static String unqualified(Table table) {
        return table.name().substring(table.name().lastIndexOf('.') + 1);
    }

    static String limit(Query query) {
        return query.limit() == null ? "" : "limit " + query.limit();
    }

    static String lines(String... parts) {
        return String.join(
                "\n", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }
}
