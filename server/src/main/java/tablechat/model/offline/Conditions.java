package tablechat.model.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Writes filters as conditions. What belongs to many rows of another table becomes an `exists`, so that nothing is
/// counted twice.
final class Conditions {
    private final SqlWriter writer;

    Conditions(SqlWriter writer) {
        this.writer = writer;
    }

    /// @param nth of several values that one row of its own has to have each
    private record Beyond(Routes.Hop hop, boolean negated, int nth) {}

    List<String> of(List<Filter> filters, Table base, Scope scope) {
        var conditions = new ArrayList<String>();
        var beyond = new LinkedHashMap<Beyond, List<Filter>>();
        for (var filter : filters) {
            var target = writer.schema().table(filter.table()).orElseThrow();
            var counted = filter instanceof Filter.Counted;
            if (!counted
                    && (target.equals(base) || writer.routes().up(base, target).isPresent())) {
                conditions.addAll(here(filter, scope));
                continue;
            }
            var way = writer.routes().any(base, target).orElse(List.of());
            way.stream().takeWhile(Routes.Hop::up).forEach(scope::join);
            var down = way.stream().filter(hop -> !hop.up()).findFirst();
            if (counted) {
                down.ifPresent(hop -> conditions.add(count((Filter.Counted) filter, hop, scope)));
            } else {
                down.ifPresent(
                        hop -> beyond.computeIfAbsent(new Beyond(hop, filter.absent(), nth(filter, filters)), any -> new ArrayList<>())
                                .add(filter.absent() ? filter.positive() : filter));
            }
        }
        beyond.forEach((where, inner) -> conditions.add(exists(where, inner, scope)));
        return conditions;
    }

    private static int nth(Filter filter, List<Filter> all) {
        return filter instanceof Filter.OneOf one
                ? (int) all.subList(0, all.indexOf(filter)).stream()
                        .filter(other -> other instanceof Filter.OneOf before && before.column().equals(one.column()))
                        .count()
                : 0;
    }

    private String exists(Beyond beyond, List<Filter> filters, Scope outer) {
        var base = writer.schema().of(beyond.hop.to());
        var scope = new Scope(base, outer, writer);
        var conditions = new ArrayList<String>();
        conditions.add(scope.equal(beyond.hop, outer));
        conditions.addAll(
                of(filters.stream().filter(filter -> !trivial(filter, base)).toList(), base, scope));
        return (beyond.negated ? "not exists (select 1 " : "exists (select 1 ")
                + scope.from().replace("\n", " ") + " where " + String.join(" and ", conditions) + ")";
    }

    private static boolean trivial(Filter filter, Table base) {
        return filter instanceof Filter.Related(var other, var negated) && other.equals(base);
    }

    private String count(Filter.Counted filter, Routes.Hop hop, Scope outer) {
        var target = filter.base();
        var scope = new Scope(target, outer, writer);
        scope.column(hop.to());
        var measure = writer.measure(filter.measure(), target, scope);
        var conditions = new ArrayList<>(List.of(scope.equal(hop, outer)));
        conditions.addAll(of(filter.where(), target, scope));
        var rows = " " + scope.from().replace("\n", " ") + " where " + String.join(" and ", conditions) + ")";
        if (filter.any()) {
            return (filter.comparison() == Comparison.OVER ? "exists (select 1" : "not exists (select 1") + rows;
        }
        return "(select " + measure + rows + " " + filter.comparison().sign + " " + filter.number().toPlainString();
    }

    private List<String> here(Filter filter, Scope scope) {
        var dialect = writer.dialect();
        return switch (filter) {
            case Filter.OneOf(var column, var values, var negated) ->
                List.of(oneOf(scope.column(column), values, negated));
            case Filter.Compared(var column, var comparison, var number) ->
                List.of(scope.column(column) + " " + comparison.sign + " " + number.toPlainString());
            case Filter.BesideMean beside -> List.of(besideMean(beside, scope));
            case Filter.Between(var column, var low, var high) ->
                List.of(scope.column(column) + " between " + low.toPlainString() + " and " + high.toPlainString());
            case Filter.Pair(var column, var comparison, var other) ->
                List.of(scope.column(column) + " " + comparison.sign + " " + scope.column(other));
            case Filter.Lasting(var end, var today, var negated) -> List.of(Days.lasting(end, today, negated, scope));
            case Filter.Took(var time, var comparison, var number) ->
                List.of(writer.value(time, scope) + " " + comparison.sign + " " + number.toPlainString());
            case Filter.During during -> Days.during(during, scope);
            case Filter.OnDays(var column, var days) -> List.of(dialect.on(days, dialect.date(column, scope.column(column))));
            case Filter.Empty(var column, var negated) -> List.of(empty(column, negated, scope));
            case Filter.Flagged(var column, var negated) ->
                List.of(scope.column(column) + " = " + flag(column, !negated));
            case Filter.Like(var column, var text, var how) ->
                List.of("lower(" + scope.column(column) + ") like " + dialect.text(pattern(Words.lower(text), how)));
            case Filter.Related(var other, var negated) -> List.of(related(other, negated, scope));
            case Filter.Counted counted -> List.of();
            case Filter.Via(var references, var there) -> List.of(via(references, there, scope));
            case Filter.Kin kin -> List.of(kin(kin, scope));
            case Filter.Among(var key, var first) -> List.of(among(key, first, scope));
        };
    }

    private String besideMean(Filter.BesideMean beside, Scope scope) {
        var within = new Scope(beside.rows(), scope, writer);
        var same = beside.within();
        return scope.column(beside.column()) + " " + beside.comparison().sign
                + " (select avg(" + within.column(beside.column()) + ") " + within.from().replace("\n", " ")
                + (same == null ? "" : " where " + within.column(same) + " = " + scope.column(same)) + ")";
    }

    private String via(List<Column> references, Filter.OneOf there, Scope scope) {
        var each = references.stream().map(reference -> via(reference, there, scope)).toList();
        var any = String.join(there.negated() ? " and " : " or ", each);
        return each.size() == 1 ? any : "(" + any + ")";
    }

    private String via(Column reference, Filter.OneOf there, Scope scope) {
        var target = writer.schema().of(there.column());
        var within = new Scope(target, scope, writer);
        return scope.column(reference) + " in (select " + within.column(Keys.key(target).orElseThrow()) + " "
                + within.from().replace("\n", " ") + " where " + String.join(" and ", here(there, within)) + ")";
    }

    private String kin(Filter.Kin kin, Scope scope) {
        var table = writer.schema().of(kin.reference());
        var within = new Scope(table, scope, writer);
        var key = table.column(kin.reference().references().column()).orElseThrow();
        var conditions = kin.there().stream().flatMap(one -> here(one, within).stream()).toList();
        return scope.column(kin.up() ? key : kin.reference()) + " in (select " + within.column(kin.up() ? kin.reference() : key) + " "
                + within.from().replace("\n", " ") + " where " + String.join(" and ", conditions) + ")";
    }

    /// MySQL takes a limit only in a query within another.
    private String among(Column key, Query first, Scope scope) {
        var keys = SqlWriter.write(first, writer.schema(), writer.routes(), writer.dialect()).replace("\n", " ");
        return scope.column(key) + " in (select " + writer.dialect().part(key.name()) + " from (" + keys + ") as shown)";
    }

    private String oneOf(String column, List<String> values, boolean negated) {
        var texts = values.stream().map(writer.dialect()::text).collect(Collectors.joining(", "));
        return values.size() == 1
                ? column + (negated ? " <> " : " = ") + texts
                : column + (negated ? " not in (" : " in (") + texts + ")";
    }

    private static String empty(Column column, boolean negated, Scope scope) {
        var name = scope.column(column);
        if (!column.text()) {
            return name + (negated ? " is not null" : " is null");
        }
        return negated ? name + " <> ''" : "(" + name + " is null or " + name + " = '')";
    }

    /// As the sample rows spell it: `true`, `1`, `Y`.
    private String flag(Column column, boolean yes) {
        var spelt = column.spelt(yes);
        if (spelt.isPresent()) {
            return writer.dialect().text(spelt.get());
        }
        var upper = column.type().toUpperCase(java.util.Locale.ROOT);
        if (upper.contains("BOOL") && writer.dialect() != Dialect.SQLITE) {
            return Boolean.toString(yes);
        }
        return upper.equals("BIT") && writer.dialect() == Dialect.POSTGRESQL
                ? (yes ? "B'1'" : "B'0'")
                : (yes ? "1" : "0");
    }

    private static String pattern(String text, Cue how) {
        return switch (how) {
            case STARTS -> text + "%";
            case ENDS -> "%" + text;
            default -> "%" + text + "%";
        };
    }

    /// A row above belongs to it exactly when the reference to it is set.
    private String related(Table other, boolean negated, Scope scope) {
        var way = writer.routes().up(scope.base(), other).orElse(List.of());
        var reference = way.isEmpty() ? SqlWriter.key(other) : way.getLast().from();
        return scope.column(reference) + (negated ? " is null" : " is not null");
    }
}
