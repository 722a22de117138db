package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;

/// Whether only one table takes part in a query.
final class Alone {

    private Alone() {}

    static boolean is(Query query) {
        var tables = new ArrayList<String>(List.of(query.base().name()));
        query.filters()
                .forEach(filter -> tables.add(filter instanceof Filter.Counted || filter instanceof Filter.Via
                        || filter instanceof Filter.BesideMean ? "" : filter.table()));
        switch (query.shape()) {
            case Query.Rows(var columns, var distinct, var open) ->
                columns.forEach(column -> tables.add(column.table()));
            case Query.Figure(var measure) -> tables.add(measure.table().name());
            case Query.Groups groups -> {
                tables.add(groups.empty() ? "" : groups.measure().table().name());
                groups.by().forEach(by -> tables.add(by.table()));
            }
            case Query.MeanOf(var measure, var each, var by) -> {
                tables.add(each.table());
                by.forEach(one -> tables.add(one.table()));
            }
            case Query.Share share -> tables.addAll(ShareSql.tables(share));
            case Query.Extent(var value, var by) -> by.forEach(one -> tables.add(one.table()));
            case Query.Poles(var column) -> tables.add(column.table());
            case Query.Chain chain -> tables.add("");
            case Query.Firsts(var each, var columns, var of, var measure) -> {
                tables.add(each.table());
                tables.add(of == null ? query.base().name() : of.table());
            }
        }
        if (query.sorting() != null && query.sorting().column() != null) {
            tables.add(query.sorting().column().table());
        }
        return tables.stream().distinct().count() == 1;
    }
}
