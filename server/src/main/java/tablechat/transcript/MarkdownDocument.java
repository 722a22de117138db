package tablechat.transcript;

import java.io.IOException;
import java.util.List;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Result;
import tablechat.protocol.Result.Column;

/// A document that a person reads, as Markdown with GitHub's tables. Answers keep theirs; all else is text.
final class MarkdownDocument implements Document {
    private static final int ROWS_MAX = 50;
    private static final int CELL_CHARACTERS_MAX = 300;

    @Override
    public void begin(Head head, Appendable out) throws IOException {
        out.append("# ").append(MarkdownText.line(head.session().title())).append("\n\n");
        out.append(MarkdownText.line(Words.about(head))).append('\n');
    }

    @Override
    public void message(Entry entry, Rows rows, Appendable out) throws IOException {
        out.append("\n## ").append(Words.heading(entry)).append('\n');
        for (Part part : entry.parts()) {
            switch (part) {
                case Part.Text(String text) when text.isBlank() -> { }
                case Part.Text(String text) when entry.role() == Role.USER -> out.append('\n').append(MarkdownText.quote(text));
                case Part.Text(String text) -> out.append('\n').append(Answers.markdown(text));
                case Part.Thinking(String text) ->
                    out.append("\n*Thinking:*\n\n").append(MarkdownText.quote(text.strip()));
                case Part.Tool(Call call) -> call(call, rows, out);
            }
        }
        note(Words.trouble(entry), out);
        String foot = Words.foot(entry);
        if (!foot.isEmpty()) note(foot, out);
    }

    private static void call(Call call, Rows rows, Appendable out) throws IOException {
        out.append("\n**").append(MarkdownText.line(Words.call(call))).append("**\n");
        String sql = Words.sql(call);
        // What the model was told by other tools is long, and for it alone.
        if (sql != null) out.append('\n').append(MarkdownText.code("sql", sql));
        if (call.result() != null) table(call.result(), rows, out);
        note(call.error(), out);
    }

    private static void table(Result result, Rows rows, Appendable out) throws IOException {
        List<Object> kept = Json.readList(rows.json(result));
        List<Object> shown = kept.subList(0, Math.min(kept.size(), ROWS_MAX));
        out.append("\n|");
        for (Column column : result.columns()) out.append(' ').append(column.name().isBlank() ? "?" : cell(column.name())).append(" |");
        out.append("\n|");
        for (int i = 0; i < result.columns().size(); i++) out.append(isNumeric(shown, i) ? " --: |" : " --- |");
        out.append('\n');
        for (Object row : shown) {
            out.append('|');
            for (Object value : Json.list(row)) out.append(' ').append(cell(Words.cell(value))).append(" |");
            out.append('\n');
        }
        note(Words.cut(result, shown.size(), kept.size()), out);
    }

    private static boolean isNumeric(List<Object> rows, int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> Json.list(row).get(column)).allMatch(cell -> cell == null || cell instanceof Number);
    }

    /// A missing value is told from the text NULL by its slant.
    private static String cell(@Nullable String text) {
        if (text == null) return "*NULL*";
        if (text.length() <= CELL_CHARACTERS_MAX) return MarkdownText.cell(text);
        int end = CELL_CHARACTERS_MAX - (Character.isHighSurrogate(text.charAt(CELL_CHARACTERS_MAX - 1)) ? 1 : 0);
        return MarkdownText.cell(text.substring(0, end)) + "…";
    }

    private static void note(@Nullable String text, Appendable out) throws IOException {
        if (text != null && !text.isBlank()) out.append("\n*").append(MarkdownText.line(text.strip())).append("*\n");
    }

    @Override
    public void end(Appendable out) {}
}
