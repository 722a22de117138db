package tablechat.chat;

import java.util.List;
import tablechat.agent.Clip;
import tablechat.database.Outcome;
import tablechat.json.Json;
import tablechat.protocol.Command.PageResult;
import tablechat.protocol.Command.Sort;
import tablechat.protocol.Event.ResultPaged;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Result.Column;
import tablechat.store.ResultStore;

/// Outcomes of queries as stored results, and pages of them.
final class Results {
    private static final int COLUMNS_BYTES_MAX = 256 * 1024;

    private final ResultStore store;

    Results(ResultStore store) {
        this.store = store;
    }

    /// Stores all rows that were kept; what it returns holds the first of them, as events show them.
    Result keep(String sql, Outcome.Rows rows, String connection, @Nullable String session) {
        var result = new Result(
                Ids.next(), sql, columns(rows.columns()), Preview.of(rows.rows()), rows.rowCount(), rows.truncated(), rows.durationMs());
        store.add(result, rows.rows(), connection, session);
        return result;
    }

    /// Names as they are, unless all together they are too long for an event.
    private static List<Column> columns(List<Column> columns) {
        List<Column> fitting = columns;
        for (int charactersMax = 256; Json.bytes(fitting).length > COLUMNS_BYTES_MAX && charactersMax > 4; charactersMax /= 2) {
            int max = charactersMax;
            fitting = columns.stream()
                    .map(column -> new Column(Clip.shortened(column.name(), max), Clip.shortened(column.type(), max)))
                    .toList();
        }
        return fitting;
    }

    ResultPaged page(PageResult page) {
        List<List<Object>> rows = store.rows(page.result())
                .orElseThrow(() -> Rejected.notFound("result", "There is no result \"%s\".".formatted(page.result())));
        if (page.sort() != null) rows = sorted(rows, page.sort());
        int from = Math.min(page.offset(), rows.size());
        return new ResultPaged(page.result(), rows.subList(from, Math.min(rows.size(), from + page.limit())), page.offset());
    }

    private static List<List<Object>> sorted(List<List<Object>> rows, Sort sort) {
        int last = rows.isEmpty() ? 0 : rows.getFirst().size() - 1;
        if (sort.column() < 0 || sort.column() > last && !rows.isEmpty()) {
            throw Rejected.field("sort.column", "\"sort.column\" must be the index of a column, from 0 to %d.".formatted(last));
        }
        return rows.stream().sorted(RowOrder.of(sort)).toList();
    }
}
