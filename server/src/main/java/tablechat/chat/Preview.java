package tablechat.chat;

import java.util.ArrayList;
import java.util.List;
import tablechat.agent.Clip;
import tablechat.json.Json;

/// The first rows of a result, as many and as much of them as an event shows.
public final class Preview {
    private static final int ROWS_MAX = 50;
    private static final int BYTES_MAX = 64 * 1024;
    private static final int CELL_CHARACTERS_MAX = 1_000;

    private Preview() {}

    public static List<List<Object>> of(List<List<Object>> rows) {
        var first = new ArrayList<List<Object>>();
        long bytes = 0;
        for (List<Object> row : rows.subList(0, Math.min(rows.size(), ROWS_MAX))) {
            List<Object> cut = cut(row);
            bytes += Json.bytes(cut).length;
            if (bytes > BYTES_MAX) break;
            first.add(cut);
        }
        return first;
    }

    private static List<Object> cut(List<Object> row) {
        var cut = new ArrayList<>(row.size());
        for (Object cell : row) cut.add(cell instanceof String text ? Clip.shortened(text, CELL_CHARACTERS_MAX) : cell);
        return cut;
    }
}
