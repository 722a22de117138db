package tablechat.model.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tablechat.protocol.Nullable;

/// The tables of one `select`, joined as columns of them are asked for, each under a name that no enclosing `select`
/// uses.
final class Scope {
    private final Table base;
    private final @Nullable Scope outer;
    private final SqlWriter writer;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> joins = new ArrayList<>();

    Scope(Table base, @Nullable Scope outer, SqlWriter writer) {
        this.base = base;
        this.outer = outer;
        this.writer = writer;
        names.put(base.name(), free(base.name()));
    }

    Table base() {
        return base;
    }

    /// The column as it is written here; its table is joined if it was not.
    String column(Column column) {
        if (!names.containsKey(column.table())) {
            var target = writer.schema().of(column);
            writer.routes().up(base, target).orElse(List.of()).forEach(this::join);
        }
        return qualified(column);
    }

    /// The column of a table that is joined already, without table name where there is only one table.
    String qualified(Column column) {
        var part = writer.dialect().part(column.name());
        return writer.plain()
                ? part
                : writer.dialect().part(names.getOrDefault(column.table(), column.table())) + "." + part;
    }

    void join(Routes.Hop hop) {
        join(hop, "join");
    }

    void join(Routes.Hop hop, String kind) {
        var table = hop.to().table();
        if (!names.containsKey(table)) {
            names.put(table, free(table));
            joins.add(kind + " " + declared(table) + " on " + equal(hop, this));
        }
    }

    /// That a row here is one of those the hop leads to.
    ///
    /// @param from where it leads from
    String equal(Routes.Hop hop, Scope from) {
        return hop.parts()
                .map(part -> qualified(part.to()) + " = " + from.qualified(part.from()))
                .collect(Collectors.joining(" and "));
    }

    String from() {
        var lines = new ArrayList<String>();
        lines.add("from " + declared(base.name()));
        lines.addAll(joins);
        return String.join("\n", lines);
    }

    private String declared(String table) {
        var name = writer.dialect().name(table);
        var alias = writer.dialect().part(names.get(table));
        return name.equals(alias) || writer.plain() ? name : name + " as " + alias;
    }

    private String free(String table) {
        var name = table.substring(table.lastIndexOf('.') + 1);
        var free = name;
        for (int i = 2; taken(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private boolean taken(String name) {
        return names.containsValue(name) || outer != null && outer.taken(name);
    }
}
