package tablechat.model.offline;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes queries with one line for each group.
final class GroupSql {
    private final SqlWriter writer;
    private final Query query;

    GroupSql(SqlWriter writer, Query query) {
        this.writer = writer;
        this.query = query;
    }

    String of(Query.Groups groups) {
        return groups.empty() ? withEmpty(groups) : filled(groups);
    }

    /// The figure for each row first, in a query within, then the mean of it.
    String of(Query.MeanOf mean) {
        var scope = new Scope(query.base(), null, writer);
        var figure = writer.measure(mean.measure(), query.base(), scope);
        var labels = mean.by().stream().flatMap(by -> labels(by, scope)).toList();
        var names = IntStream.range(0, labels.size())
                .mapToObj(i -> writer.dialect().part(called(mean.by(), i)))
                .toList();
        var named = IntStream.range(0, labels.size())
                .mapToObj(i -> labels.get(i) + " as " + names.get(i) + ", ")
                .collect(joining());
        var each = mean.each() instanceof Grouping.ByEntity(var table)
                ? Keys.all(table).map(scope::column)
                : keys(List.of(mean.each()), scope);
        var keys = Stream.concat(keys(mean.by(), scope), each).distinct().toList();
        var where = writer.where(query, scope);
        var within = SqlWriter.lines(
                "select " + named + figure + " as n",
                scope.from(),
                where,
                "group by " + String.join(", ", keys));
        return SqlWriter.lines(
                "select " + names.stream().map(name -> name + ", ").collect(joining())
                        + writer.dialect().rounded("avg(n)") + " as average",
                "from (" + within.replace("\n", " ") + ") as each_one",
                names.isEmpty() ? "" : "group by " + String.join(", ", names),
                names.isEmpty() ? "" : overTime(mean) ? "order by 1" : "order by average desc",
                SqlWriter.limit(query));
    }

    private boolean overTime(Query.MeanOf mean) {
        return query.limit() == null && mean.by().getFirst().overTime();
    }

    /// What the label at this place is: `country`, `month`.
    private static String called(List<Grouping> groups, int at) {
        var names = groups.stream()
                .flatMap(by -> switch (by) {
                    case Grouping.ByColumn(var column) -> Stream.of(String.join("_", column.words()));
                    case Grouping.ByEntity(var table) -> Labels.of(table).stream()
                            .map(label -> Labels.of(table).size() == 1 ? table.one().replace(' ', '_') : String.join("_", label.words()));
                    case Grouping.ByTime(var column, var unit) -> Stream.of(unit.word());
                })
                .toList();
        return names.indexOf(names.get(at)) < at ? names.get(at) + "_" + (at + 1) : names.get(at);
    }

    private String filled(Query.Groups groups) {
        var scope = new Scope(query.base(), null, writer);
        var labels = named(groups.by(), scope, groups.keyed());
        var keys = keys(groups.by(), scope).distinct().collect(joining(", "));
        var figure = writer.measure(groups.measure(), query.base(), scope);
        var where = writer.where(query, scope);
        return SqlWriter.lines(
                "select " + labels + figure + " as " + writer.alias(groups.measure()),
                scope.from(),
                where,
                "group by " + keys,
                having(groups, figure),
                order(groups, scope),
                SqlWriter.limit(query));
    }

    private static String having(Query.Groups groups, String figure) {
        var threshold = groups.threshold();
        return threshold == null
                ? ""
                : "having " + figure + " " + threshold.comparison().sign + " "
                        + threshold.number().toPlainString();
    }

    private String order(Query.Groups groups, Scope scope) {
        var sorting = query.sorting();
        if (sorting != null && sorting.column() != null) {
            return "order by 1" + (sorting.descending() ? " desc" : "");
        }
        var weekday = groups.by().stream().limit(1).flatMap(by -> weekday(by, scope)).findFirst();
        if (sorting == null && weekday.isPresent()) {
            return "order by " + weekday.get();
        }
        return sorting == null
                ? groups.by().size() == 1 ? "order by 1" : "order by 1, 2"
                : "order by " + writer.alias(groups.measure()) + (sorting.descending() ? " desc" : "") + ", 1";
    }

    /// From the side of the groups, so that those without anything to count are there with a zero.
    private String withEmpty(Query.Groups groups) {
        var each = ((Grouping.ByEntity) groups.by().getFirst()).entity();
        var scope = new Scope(each, null, writer);
        var way = writer.routes().any(each, groups.measure().table()).orElseThrow();
        way.forEach(hop -> scope.join(hop, "left join"));
        var count = "count(" + scope.qualified(way.getLast().to()) + ")";
        return SqlWriter.lines(
                "select " + named(groups.by(), scope, groups.keyed()) + count + " as " + writer.alias(groups.measure()),
                scope.from(),
                "group by " + keys(groups.by(), scope).distinct().collect(joining(", ")),
                order(groups, scope),
                SqlWriter.limit(query));
    }

    String named(List<Grouping> groups, Scope scope) {
        return named(groups, scope, false);
    }

    private String named(List<Grouping> groups, Scope scope, boolean keyed) {
        return groups.stream()
                .flatMap(by -> Stream.concat(labels(by, scope), keyed ? Keyed.key(by).map(scope::column) : Stream.empty())
                        .map(label -> by instanceof Grouping.ByTime(var column, var unit)
                                ? label + " as " + writer.dialect().part(unit.word())
                                : label))
                .map(label -> label + ", ")
                .collect(joining());
    }

    private Stream<String> labels(Grouping by, Scope scope) {
        return switch (by) {
            case Grouping.ByColumn(var column) -> Stream.of(scope.column(column));
            case Grouping.ByEntity(var table) -> Labels.of(table).stream().map(scope::column);
            case Grouping.ByTime(var column, var unit) ->
                Stream.of(writer.time(column, unit, scope));
        };
    }

    /// What weekdays are put in order by.
    private Stream<String> weekday(Grouping by, Scope scope) {
        return by instanceof Grouping.ByTime(var column, var unit) && unit == Unit.WEEKDAY
                ? Stream.of(writer.dialect().order(unit, writer.dialect().date(column, scope.column(column))))
                : Stream.empty();
    }

    Stream<String> keys(List<Grouping> groups, Scope scope) {
        return groups.stream()
                .flatMap(by -> by instanceof Grouping.ByEntity(var table)
                        ? Stream.concat(Keys.key(table).map(scope::column).stream(), labels(by, scope))
                        : Stream.concat(labels(by, scope), weekday(by, scope)));
    }
}
