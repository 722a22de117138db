package tablechat.model.offline;

import java.util.List;
import java.util.stream.Stream;

/// Says which reference was followed where a table refers twice to another and the question does not say which is meant.
final class Ambiguities {

    private Ambiguities() {}

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
                .flatMap(table -> remark(query.base(), table, world).stream())
                .toList();
    }

    private static List<String> remark(Table base, Table table, World world) {
        var rivals = Roles.rivals(base, table, world.schema());
        if (rivals.isEmpty() || world.routes().said(rivals)) {
            return List.of();
        }
        var taken = world.routes().up(base, table).orElse(List.of()).stream()
                .map(Routes.Hop::from)
                .filter(rivals::contains)
                .findFirst();
        return taken.stream()
                .map(column -> Markdown.code(base.name()) + " refers to " + Markdown.code(table.name())
                        + " in several ways; I took " + Markdown.code(column.name()) + ".")
                .toList();
    }
}
