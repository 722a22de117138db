package tablechat.model.offline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/// Rows as people read them: seconds since 1970 as dates.
final class Readable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Readable() {}

    /// @param base the table whose rows they are
    static Grid of(Grid grid, Table base) {
        var clocks = grid.header().stream()
                .map(name -> base.first(column -> column.name().equals(name)).map(Column::ticks).orElse(0L))
                .toList();
        return clocks.stream().allMatch(ticks -> ticks == 0)
                ? grid
                : new Grid(grid.total(), grid.exact(), grid.header(), grid.rows().stream().map(row -> row(row, clocks)).toList());
    }

    private static List<String> row(List<String> row, List<Long> clocks) {
        return IntStream.range(0, row.size())
                .mapToObj(at -> clocks.get(at) == 0 ? row.get(at) : time(row.get(at), clocks.get(at)))
                .toList();
    }

    private static String time(String cell, long ticks) {
        return cell.matches("-?\\d{1,15}") ? MINUTE.format(Instant.ofEpochSecond(Long.parseLong(cell) / ticks)) : cell;
    }
}
