package tablechat.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Result;
import tablechat.protocol.Result.Column;

/// A page of its own that asks for nothing else. It runs one script, ours, told by its hash, and says so to the browser: were
/// anything in it not escaped, it still would not run.
final class HtmlDocument implements Document {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("sort.js");
    private static final String POLICY =
            "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'".formatted(hash(STYLE), hash(SCRIPT));

    @Override
    public void begin(Head head, Appendable out) throws IOException {
        String title = HtmlText.escaped(head.session().title());
        out.append("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>""".formatted(POLICY, title));
        out.append(STYLE).append("</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">").append(title).append("</h1>\n<p>");
        out.append(HtmlText.escaped(Words.about(head))).append("</p>\n</header>\n<main>\n");
    }

    @Override
    public void message(Entry entry, Rows rows, Appendable out) throws IOException {
        out.append("<article class=\"").append(entry.role() == Role.USER ? "question" : "answer").append("\">\n<h2>");
        out.append(Words.heading(entry)).append("</h2>\n");
        for (Part part : entry.parts()) {
            switch (part) {
                case Part.Text(String text) when entry.role() == Role.USER -> element("p class=\"said\" dir=\"auto\"", text, out);
                case Part.Text(String text) ->
                    out.append("<div class=\"text\" dir=\"auto\">\n").append(Answers.html(text)).append("</div>\n");
                case Part.Thinking(String text) -> {
                    out.append("<details>\n<summary>Thinking</summary>\n");
                    element("p class=\"said\" dir=\"auto\"", text.strip(), out);
                    out.append("</details>\n");
                }
                case Part.Tool(Call call) -> call(call, rows, out);
            }
        }
        element("p class=\"trouble\"", Words.trouble(entry), out);
        element("p class=\"foot\"", Words.foot(entry), out);
        out.append("</article>\n");
    }

    private static void call(Call call, Rows rows, Appendable out) throws IOException {
        String sql = Words.sql(call);
        out.append(sql == null ? "<details>\n<summary>" : "<details open>\n<summary>");
        out.append(HtmlText.escaped(Words.call(call))).append("</summary>\n");
        element("pre", sql == null ? Json.write(call.input()) : sql, out);
        if (call.result() == null && call.error() == null) element("pre", call.output(), out);
        element("p class=\"trouble\"", call.error(), out);
        out.append("</details>\n");
        if (call.result() != null) table(call.result(), rows, out);
    }

    private static void table(Result result, Rows rows, Appendable out) throws IOException {
        List<Object> kept = Json.readList(rows.json(result));
        out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Result\">\n<table>\n<thead>\n<tr>");
        for (Column column : result.columns()) {
            out.append("<th scope=\"col\"><button type=\"button\">").append(HtmlText.escaped(column.name()));
            out.append(" <small>").append(HtmlText.escaped(column.type())).append("</small></button></th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (Object row : kept) {
            out.append("<tr>");
            for (Object value : Json.list(row)) cell(value, out);
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
        element("p class=\"foot\"", Words.cut(result, kept.size(), kept.size()), out);
    }

    private static void cell(@Nullable Object value, Appendable out) throws IOException {
        String text = Words.cell(value);
        if (text == null) out.append("<td class=\"null\">NULL</td>");
        else out.append(value instanceof Number ? "<td class=\"number\">" : "<td>").append(HtmlText.escaped(text)).append("</td>");
    }

    /// Nothing where there is no text.
    ///
    /// @param tag a name, and attributes of ours
    private static void element(String tag, @Nullable String text, Appendable out) throws IOException {
        if (text == null || text.isEmpty()) return;
        out.append('<').append(tag).append('>').append(HtmlText.escaped(text));
        out.append("</").append(tag.split(" ")[0]).append(">\n");
    }

    @Override
    public void end(Appendable out) throws IOException {
        out.append("</main>\n<script>").append(SCRIPT).append("</script>\n</body>\n</html>\n");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlDocument.class.getResourceAsStream(name)) {
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
