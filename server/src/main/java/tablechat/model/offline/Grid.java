package tablechat.model.offline;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a tool said, read as a table.
///
/// @param total how many rows there are
/// @param exact false when there are at least so many
/// @param rows those that were told, perhaps fewer
record Grid(long total, boolean exact, List<String> header, List<List<String>> rows) {
    private static final Pattern SUMMARY = Pattern.compile(
            "(?<least>at least )?(?<total>[\\d,]+) (?:rows?|tables?)(?:, the first (?<told>[\\d,]+) follow)?.*");

    static final Grid EMPTY = new Grid(0, true, List.of(), List.of());

    /// Text of `list_tables` or `run_query`; anything else reads as empty.
    static Grid of(String text) {
        var lines = text.lines().toList();
        var summary = SUMMARY.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!summary.matches() || lines.size() < 2) {
            return new Grid(summary.matches() ? number(summary.group("total")) : 0, true, List.of(), List.of());
        }
        var told = number(summary.group(summary.group("told") == null ? "total" : "told"));
        var header = cells(lines.get(1));
        var rows = lines.stream()
                .skip(2)
                .map(Grid::cells)
                .filter(cells -> cells.size() == header.size())
                .limit(told)
                .toList();
        return new Grid(number(summary.group("total")), summary.group("least") == null, header, rows);
    }

    static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    String cell(int row, int column) {
        return rows.get(row).get(column);
    }

    String count() {
        return (exact ? "" : "at least ") + Numbers.prose(Long.toString(total));
    }

    private static long number(String digits) {
        var plain = digits.replace(",", "");
        return plain.length() > 18 ? Long.MAX_VALUE : Long.parseLong(plain);
    }
}
