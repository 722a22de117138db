package tablechat.model.offline;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/// Rows beside those of the same table they refer to, or how many refer to each.
final class ChainSql {
    private static final String LOWER = "below";
    private static final String UPPER = "above";

    private final SqlWriter writer;
    private final Query query;
    private final Query.Chain chain;

    ChainSql(SqlWriter writer, Query query, Query.Chain chain) {
        this.writer = writer;
        this.query = query;
        this.chain = chain;
    }

    String write() {
        var table = query.base();
        var key = table.column(chain.reference().references().column()).orElseThrow();
        var name = writer.dialect().name(table.name());
        var from = "from " + name + " as " + LOWER + "\n" + (chain.counted() ? "join " : "left join ") + name + " as " + UPPER + " on "
                + column(UPPER, key) + " = " + column(LOWER, chain.reference());
        return chain.counted() ? counted(from, key) : pairs(from);
    }

    private String pairs(String from) {
        var labels = Labels.of(query.base());
        var role = String.join("_", Words.parts(Names.bare(chain.reference().name())));
        var above = labels.stream().map(label -> column(UPPER, label) + " as "
                + writer.dialect().part(role + (labels.size() > 1 ? "_" + label.name() : "_" + query.base().words().getLast())));
        var all = Stream.concat(labels.stream().map(label -> column(LOWER, label)), above).collect(joining(", "));
        return SqlWriter.lines("select " + all, from, "order by 1", SqlWriter.limit(query));
    }

    private String counted(String from, Column key) {
        var labels = Labels.of(query.base()).stream().map(label -> column(UPPER, label)).collect(joining(", "));
        var count = writer.alias(Measure.count(query.base()));
        return SqlWriter.lines(
                "select " + labels + ", count(*) as " + count,
                from,
                "group by " + column(UPPER, key) + ", " + labels,
                "order by " + count + " desc, 1",
                SqlWriter.limit(query));
    }

    private String column(String side, Column column) {
        return side + "." + writer.dialect().part(column.name());
    }
}
