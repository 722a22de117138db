package tablechat.model.offline;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/// Writes queries for the least and the most of a number, and for the rows that have it.
final class ExtentSql {
    private final SqlWriter writer;
    private final Query query;
    private final Scope scope;

    ExtentSql(SqlWriter writer, Query query) {
        this.writer = writer;
        this.query = query;
        this.scope = new Scope(query.base(), null, writer);
    }

    String of(Query.Extent extent) {
        var groups = new GroupSql(writer, query);
        var value = writer.value(extent.value(), scope);
        var span = writer.rounded("max(" + value + ") - min(" + value + ")", extent.value().whole());
        var labels = groups.named(extent.by(), scope);
        var keys = groups.keys(extent.by(), scope).distinct().collect(joining(", "));
        var where = writer.where(query, scope);
        return SqlWriter.lines(
                "select " + labels + "min(" + value + ") as lowest, max(" + value + ") as highest, " + span + " as difference",
                scope.from(),
                where,
                keys.isEmpty() ? "" : "group by " + keys,
                keys.isEmpty() ? "" : "order by difference desc, 1");
    }

    /// Equal ones share a place.
    String of(Query.Poles poles) {
        var columns = Stream.concat(Labels.of(query.base()).stream(), Stream.of(poles.column())).distinct().toList();
        var value = scope.column(poles.column());
        var inner = columns.stream().map(scope::column).collect(joining(", "));
        var names = columns.stream().map(column -> writer.dialect().part(column.name())).collect(joining(", "));
        var known = poles.column().nullable() ? Stream.of(new Filter.Empty(poles.column(), true)) : Stream.<Filter>empty();
        var where = writer.where(query.with(Stream.concat(query.filters().stream(), known).toList()), scope);
        var within = SqlWriter.lines(
                "select " + inner + ", rank() over (order by " + value + " desc) as from_top, rank() over (order by " + value
                        + ") as from_bottom",
                scope.from(),
                where);
        return SqlWriter.lines(
                "select " + names,
                "from (" + within.replace("\n", " ") + ") as ranked",
                "where from_top = 1 or from_bottom = 1",
                "order by from_top, 1");
    }
}
