package tablechat.model.offline;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
        return new SqlWriter(schema, routes, dialect, plain(query)).write(query);
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
            case COUNT -> measure.table().equals(base)
                    ? "count(*)"
                    : "count(distinct " + scope.column(key(measure.table())) + ")";
            case DISTINCT -> "count(distinct " + value(measure.value(), scope) + ")";
            case SUM -> rounded("sum(" + value(measure.value(), scope) + ")", measure.value().whole());
            case AVERAGE -> rounded("avg(" + value(measure.value(), scope) + ")", false);
            case MINIMUM -> "min(" + value(measure.value(), scope) + ")";
            case MAXIMUM -> "max(" + value(measure.value(), scope) + ")";
        };
    }

    private String write(Query query) {
        return switch (query.shape()) {
            case Query.Rows rows -> rows(query, rows);
            case Query.Figure(var measure) -> figure(query, measure);
            case Query.Groups groups when groups.empty() -> withEmpty(query, groups);
            case Query.Groups groups -> groups(query, groups);
            case Query.MeanOf mean -> mean(query, mean);
        };
    }

    private String rows(Query query, Query.Rows rows) {
        var scope = new Scope(query.base(), null, this);
        var columns = rows.columns().stream().map(scope::column).toList();
        var all = plain ? "*" : dialect.part(unqualified(query.base())) + ".*";
        var select = "select " + (rows.distinct() ? "distinct " : "") + (columns.isEmpty() ? all : String.join(", ", columns));
        var sorting = query.sorting();
        var where = where(ranked(query), scope);
        var order = sorting == null || sorting.column() == null
                ? rows.distinct() ? "order by 1" : ""
                : "order by " + scope.column(sorting.column()) + (sorting.descending() ? " desc" : "");
        return lines(select, scope.from(), where, order, limit(query));
    }

    /// Rows without the value they are ranked by have no rank; databases differ in where they put them.
    private static Query ranked(Query query) {
        var column = query.sorting() == null ? null : query.sorting().column();
        return column == null || !column.nullable() || column.text() || query.limit() == null
                ? query
                : query.with(Stream.concat(query.filters().stream(), Stream.of(new Filter.Empty(column, true))).toList());
    }

    private String figure(Query query, Measure measure) {
        var scope = new Scope(query.base(), null, this);
        var select = "select " + measure(measure, query.base(), scope) + " as " + alias(measure);
        var where = where(query, scope);
        return lines(select, scope.from(), where);
    }

    private String groups(Query query, Query.Groups groups) {
        var scope = new Scope(query.base(), null, this);
        var labels = groups.by().stream().flatMap(by -> labels(by, scope)).toList();
        var keys = groups.by().stream().flatMap(by -> keys(by, scope)).distinct().toList();
        var measure = measure(groups.measure(), query.base(), scope);
        var where = where(query, scope);
        var threshold = groups.threshold();
        var having = threshold == null
                ? ""
                : "having " + measure + " " + threshold.comparison().sign + " " + threshold.number().toPlainString();
        return lines("select " + String.join(", ", labels) + ", " + measure + " as " + alias(groups.measure()), scope.from(), where,
                "group by " + String.join(", ", keys), having, groupOrder(query, groups), limit(query));
    }

    private String groupOrder(Query query, Query.Groups groups) {
        var sorting = query.sorting();
        return sorting == null
                ? "order by 1"
                : "order by " + alias(groups.measure()) + (sorting.descending() ? " desc" : "") + ", 1";
    }

    /// From the side of the groups, so that those without anything to count are there with a zero.
    private String withEmpty(Query query, Query.Groups groups) {
        var each = ((Grouping.ByEntity) groups.by().getFirst()).entity();
        var scope = new Scope(each, null, this);
        var way = routes.any(each, groups.measure().table()).orElseThrow();
        way.forEach(hop -> scope.join(hop, "left join"));
        var labels = labels(groups.by().getFirst(), scope).toList();
        var count = "count(" + scope.qualified(way.getLast().to()) + ")";
        return lines("select " + String.join(", ", labels) + ", " + count + " as " + alias(groups.measure()), scope.from(),
                "group by " + String.join(", ", keys(groups.by().getFirst(), scope).distinct().toList()),
                groupOrder(query, groups), limit(query));
    }

    private String mean(Query query, Query.MeanOf mean) {
        var scope = new Scope(query.base(), null, this);
        var inner = measure(mean.measure(), query.base(), scope);
        var labels = mean.by().stream().flatMap(by -> labels(by, scope)).map(label -> label.replaceFirst(" as \\S+$", "")).toList();
        var keys = Stream.concat(mean.by().stream().flatMap(by -> keys(by, scope)), Stream.of(scope.column(key(mean.each()))));
        var names = IntStream.range(0, labels.size()).mapToObj(i -> "group_" + (i + 1)).toList();
        var named = IntStream.range(0, labels.size()).mapToObj(i -> labels.get(i) + " as " + names.get(i) + ", ").collect(joining());
        var where = where(query, scope);
        var each = lines("select " + named + inner + " as n", scope.from(), where, "group by " + keys.distinct().collect(joining(", ")));
        var groups = String.join(", ", names);
        return lines("select " + groups + (names.isEmpty() ? "" : ", ") + rounded("avg(n)", false) + " as average",
                "from (" + each.replace("\n", " ") + ") as each_one",
                names.isEmpty() ? "" : "group by " + groups,
                names.isEmpty() ? "" : "order by average desc", limit(query));
    }

    private Stream<String> labels(Grouping by, Scope scope) {
        return switch (by) {
            case Grouping.ByColumn(var column) -> Stream.of(scope.column(column));
            case Grouping.ByEntity(var table) -> Labels.of(table).stream().map(scope::column);
            case Grouping.ByTime(var column, var unit) ->
                Stream.of(dialect.part(unit, scope.column(column)) + " as " + dialect.part(unit.word()));
        };
    }

    private Stream<String> keys(Grouping by, Scope scope) {
        return switch (by) {
            case Grouping.ByColumn(var column) -> Stream.of(scope.column(column));
            case Grouping.ByEntity(var table) ->
                Stream.concat(table.key().stream(), Labels.of(table).stream()).map(scope::column);
            case Grouping.ByTime(var column, var unit) -> Stream.of(dialect.part(unit, scope.column(column)));
        };
    }

    private String where(Query query, Scope scope) {
        var conditions = new Conditions(this).of(query.filters(), query.base(), scope);
        return conditions.isEmpty() ? "" : "where " + String.join("\n  and ", conditions);
    }

    private String value(Value value, Scope scope) {
        return switch (value) {
            case Value.Field(var column) -> scope.column(column);
            case Value.Product(var quantity, var price) -> scope.column(quantity) + " * " + scope.column(price);
        };
    }

    private String rounded(String expression, boolean whole) {
        return whole ? expression : dialect.rounded(expression);
    }

    private String alias(Measure measure) {
        return dialect.part(Aliases.of(measure).toLowerCase(Locale.ROOT));
    }

    private static Column key(Table table) {
        return table.key().orElse(table.columns().getFirst());
    }

    private static String unqualified(Table table) {
        return table.name().substring(table.name().lastIndexOf('.') + 1);
    }

    private static String limit(Query query) {
        return query.limit() == null ? "" : "limit " + query.limit();
    }

    private static String lines(String... parts) {
        return String.join("\n", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static boolean plain(Query query) {
        var tables = new ArrayList<String>(List.of(query.base().name()));
        query.filters().forEach(filter -> tables.add(filter instanceof Filter.Counted ? "" : filter.table()));
        switch (query.shape()) {
            case Query.Rows(var columns, var distinct, var open) -> columns.forEach(column -> tables.add(column.table()));
            case Query.Figure(var measure) -> tables.add(measure.table().name());
            case Query.Groups groups -> {
                tables.add(groups.empty() ? "" : groups.measure().table().name());
                groups.by().forEach(by -> tables.add(by.table()));
            }
            case Query.MeanOf(var measure, var each, var by) -> tables.add(each.name());
        }
        if (query.sorting() != null && query.sorting().column() != null) {
            tables.add(query.sorting().column().table());
        }
        return tables.stream().distinct().count() == 1;
    }
}
