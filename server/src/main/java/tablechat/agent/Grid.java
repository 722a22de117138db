package tablechat.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lines of tab-separated text that fit a number of bytes: a header and the first `rows` of what was given.
record Grid(String text, int rows) {
    static final int COLUMNS_MAX = 100;

    /// Characters a cell is cut to. The narrower ones are tried only where not even one row fits otherwise.
    private static final int[] CELL_CHARACTERS_MAX = {200, 60, 20};

    /// @param rows as long as `header` each; further columns than [#COLUMNS_MAX] are counted in the header's last cell
    static Grid fit(List<String> header, List<List<String>> rows, int bytesMax) {
        Grid grid = new Grid("", 0);
        for (int width : CELL_CHARACTERS_MAX) {
            grid = fit(header, rows, width, bytesMax);
            if (grid.rows > 0) break;
        }
        return grid;
    }

    private static Grid fit(List<String> header, List<List<String>> rows, int width, int bytesMax) {
        String more = "… %d more columns".formatted(header.size() - COLUMNS_MAX);
        var text = new StringBuilder(line(header, width, more));
        int bytes = bytes(text);
        int shown = 0;
        for (List<String> row : rows) {
            String line = "\n" + line(row, width, "…");
            bytes += bytes(line);
            if (bytes > bytesMax) break;
            text.append(line);
            shown++;
        }
        return new Grid(text.toString(), shown);
    }

    private static String line(List<String> cells, int width, String more) {
        var line = new ArrayList<String>();
        for (String cell : cells.subList(0, Math.min(cells.size(), COLUMNS_MAX))) line.add(Clip.cell(cell, width));
        if (cells.size() > COLUMNS_MAX) line.add(more);
        return String.join("\t", line);
    }

    static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
