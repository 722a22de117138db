package tablechat.model.offline;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/// Writes queries for the part of a whole, in percent.
final class ShareSql {
    private static final int DECIMALS = 1;

    private final SqlWriter writer;
    private final Query query;
    private final Query.Share share;
    private final Scope scope;

    ShareSql(SqlWriter writer, Query query, Query.Share share) {
        this.writer = writer;
        this.query = query;
        this.share = share;
        this.scope = new Scope(query.base(), null, writer);
    }

    String write() {
        return share.part().isEmpty() ? ofAll() : ofPart();
    }

    /// What each group holds of all.
    private String ofAll() {
        var groups = new GroupSql(writer, query);
        var labels = groups.named(share.by(), scope);
        var keys = groups.keys(share.by(), scope).distinct().collect(joining(", "));
        var figure = writer.measure(share.measure(), query.base(), scope);
        var where = writer.where(query, scope);
        return SqlWriter.lines(
                "select " + labels + figure + " as " + writer.alias(share.measure()) + ", "
                        + percent(figure, "sum(" + figure + ") over ()"),
                scope.from(),
                where,
                "group by " + keys,
                "order by " + writer.alias(share.measure()) + " desc, 1");
    }

    /// How much of the whole, or of each group, fulfils the conditions.
    private String ofPart() {
        var groups = new GroupSql(writer, query);
        var labels = groups.named(share.by(), scope);
        var keys = groups.keys(share.by(), scope).distinct().collect(joining(", "));
        var value = share.measure().value() == null ? "1" : writer.value(share.measure().value(), scope);
        var condition = String.join(" and ", new Conditions(writer).of(share.part(), query.base(), scope));
        var part = "sum(case when " + condition + " then " + value + " else 0 end)";
        var whole = share.measure().value() == null ? "count(*)" : "sum(" + value + ")";
        var where = writer.where(query, scope);
        return SqlWriter.lines(
                "select " + labels + rounded(part) + " as part, " + rounded(whole) + " as whole, " + percent(part, whole),
                scope.from(),
                where,
                share.by().isEmpty() ? "" : "group by " + keys,
                share.by().isEmpty() ? "" : "order by percent desc, 1");
    }

    private String rounded(String expression) {
        var value = share.measure().value();
        return writer.rounded(expression, value == null || value.whole());
    }

    private String percent(String part, String whole) {
        return writer.dialect().rounded("100.0 * " + part + " / nullif(" + whole + ", 0)", DECIMALS) + " as percent";
    }

    /// Tables that take part beside the base.
    static List<String> tables(Query.Share share) {
        var tables = new ArrayList<String>();
        share.part().forEach(filter -> tables.add(filter instanceof Filter.Counted || filter instanceof Filter.Via ? "" : filter.table()));
        share.by().forEach(by -> tables.add(by.table()));
        return tables;
    }
}
