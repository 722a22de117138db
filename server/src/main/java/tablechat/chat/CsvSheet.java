package tablechat.chat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;
import tablechat.protocol.Result.Column;

/// RFC 4180: a header, commas, CRLF, quotes where they are needed. NULL is nothing, an empty text is `""`, bytes are base64.
/// A text that a spreadsheet would take for a formula gets a `'` in front (https://owasp.org/www-community/attacks/CSV_Injection),
/// names of columns too; a number that came as text, such as `-5`, stays one.
final class CsvSheet implements Sheet {
    static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("-(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|-Infinity");
    private static final String LINE_END = "\r\n";

    private final boolean marked;

    /// @param marked whether it begins with a byte order mark: Excel needs it to read UTF-8, and many other programs
    /// would take it for a part of the first column's name
    CsvSheet(boolean marked) {
        this.marked = marked;
    }

    @Override
    public void begin(List<Column> columns, StringBuilder out) {
        if (marked) out.append(BYTE_ORDER_MARK);
        line(columns.stream().<Object>map(Column::name).toList(), out);
    }

    @Override
    public void row(List<Object> cells, StringBuilder out) {
        line(cells, out);
    }

    @Override
    public void end(long rows, StringBuilder out) {}

    private static void line(List<Object> cells, StringBuilder out) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.append(',');
            cell(cells.get(i), out);
        }
        out.append(LINE_END);
    }

    private static void cell(@Nullable Object cell, StringBuilder out) {
        switch (cell) {
            case null -> {}
            case String text -> text(text, out);
            case Map<?, ?> bytes -> out.append(bytes.get("$bytes"));
            // Plain digits: `1.0E10` is what Java prints.
            case Double number -> out.append(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
            default -> out.append(cell);
        }
    }

    private static void text(String text, StringBuilder out) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
        if (!text.isEmpty() && !formula && !needsQuotes(text)) {
            out.append(text);
            return;
        }
        out.append('"');
        if (formula) out.append('\'');
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') out.append('"');
            out.append(text.charAt(i));
        }
        out.append('"');
    }

    private static boolean needsQuotes(String text) {
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') return true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';' || c == '\t') return true;
        }
        return false;
    }
}
