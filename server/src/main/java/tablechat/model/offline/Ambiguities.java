package tablechat.model.offline;

import java.util.List;
import java.util.stream.Stream;

/// Says which reference was followed where a table refers twice to another and the question does not say which is meant.
final class Ambiguities {

    private Ambiguities() {}

    /// Two tables that several others join: through which of them was looked.
    private static Stream<String> through(Table base, Table table, World world) {
        var way = world.routes().any(base, table).orElse(List.of());
        if (way.size() != 2 || way.getFirst().up() || !way.getLast().up()) {
            return Stream.empty();
        }
        var taken = way.getFirst().to().table();
        var others = world.schema().tables().stream()
                .filter(other -> other.refersTo(base) && other.refersTo(table) && !other.name().equals(taken))
                .toList();
        return others.isEmpty() || world.routes().spoken(world.schema().table(taken).orElseThrow())
                ? Stream.empty()
                : Stream.of("I went by " + Markdown.code(taken) + ", not by " + Markdown.code(others.getFirst().name()) + ".");
    }

    static List<String> of(Query query, World world) {
        var filtered = query.filters().stream()
                .filter(filter -> !(filter instanceof Filter.Via || filter instanceof Filter.Related))
                .map(Filter::table);
        var grouped = query.shape() instanceof Query.Groups groups
                ? groups.by().stream().map(Grouping::table)
                : Stream.<String>empty();
        return Stream.concat(filtered, grouped)
                .distinct()
                .flatMap(name -> world.schema().table(name).stream())
                .flatMap(table -> Stream.concat(remark(query.base(), table, world).stream(), through(query.base(), table, world)))
                .toList();
    }

    private static List<Column> rivals(Routes.Hop hop, World world) {
        var from = hop.up() ? hop.from() : hop.to();
        var to = hop.up() ? hop.to() : hop.from();
        return Roles.rivals(world.schema().of(from), world.schema().of(to), world.schema());
    }

    private static List<String> remark(Table base, Table table, World world) {
        return world.routes().any(base, table).orElse(List.of()).stream()
                .filter(hop -> !world.routes().said(rivals(hop, world)) && !rivals(hop, world).isEmpty())
                .map(hop -> hop.up() ? hop.from() : hop.to())
                .map(column -> Markdown.code(column.table()) + " refers to " + Markdown.code(column.references().table())
                        + " in several ways; I took " + Markdown.code(column.name()) + ".")
                .toList();
    }
}
