package tablechat.model.offline;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes queries for the first rows, or groups, within each of other groups. Equal ones share a place.
final class FirstsSql {
    private final SqlWriter writer;
    private final Query query;
    private final Query.Firsts firsts;
    private final Scope scope;
    private final List<String> names = new ArrayList<>();
    private final List<String> selected = new ArrayList<>();

    FirstsSql(SqlWriter writer, Query query, Query.Firsts firsts) {
        this.writer = writer;
        this.query = query;
        this.firsts = firsts;
        this.scope = new Scope(query.base(), null, writer);
    }

    String write() {
        var each = new GroupSql(writer, query);
        select(firsts.each());
        var figure = firsts.measure() == null ? rows() : groups();
        var order = " order by " + figure + (query.sorting().descending() ? " desc" : "");
        selected.add("rank() over (partition by "
                + each.keys(List.of(firsts.each()), scope).distinct().collect(joining(", ")) + order + ") as place");
        var where = writer.where(SqlWriter.ranked(query), scope);
        var within = SqlWriter.lines(
                "select " + String.join(", ", selected),
                scope.from(),
                where,
                firsts.measure() == null
                        ? ""
                        : "group by "
                                + each.keys(List.of(firsts.each(), firsts.of()), scope)
                                        .distinct()
                                        .collect(joining(", ")));
        return SqlWriter.lines(
                "select " + String.join(", ", names),
                "from (" + within.replace("\n", " ") + ") as ranked",
                "where place <= " + query.limit(),
                "order by 1, place, 2");
    }

    /// @return by what they are ranked
    private String rows() {
        var sorted = query.sorting().column();
        Stream.concat(firsts.columns().stream(), Stream.of(sorted)).distinct().forEach(this::select);
        return scope.column(sorted);
    }

    private String groups() {
        select(firsts.of());
        var figure = writer.measure(firsts.measure(), query.base(), scope);
        named(figure, Aliases.of(firsts.measure()));
        return figure;
    }

    private void select(Grouping by) {
        switch (by) {
            case Grouping.ByColumn(var column) -> select(column);
            case Grouping.ByEntity(var table) -> Labels.of(table).forEach(this::select);
            case Grouping.ByTime(var column, var unit) ->
                named(writer.time(column, unit, scope), unit.word());
        }
    }

    /// `name` stands in many tables, so it is called by its table too.
    private void select(Column column) {
        var own = String.join("_", Words.parts(column.name()));
        var table = writer.schema().of(column);
        boolean label = Labels.of(table).equals(List.of(column)) && !column.key();
        named(scope.column(column), label ? table.one().replace(' ', '_') : own);
    }

    private void named(String expression, String wanted) {
        var name = writer.dialect().part(Words.lower(wanted));
        for (int i = 2; names.contains(name); i++) {
            name = writer.dialect().part(Words.lower(wanted) + "_" + i);
        }
        names.add(name);
        selected.add(expression + " as " + name);
    }
}
