package tablechat.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Failure;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Part;
import tablechat.protocol.Result;
import tablechat.protocol.Result.Column;
import tablechat.protocol.Session.TitleSource;
import tablechat.protocol.Usage;

final class MarkdownDocumentTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String ID = "019ab0e3-5c81-7a10-b7d2-4e5f60718293";

    @Test
    void aSessionIsADocumentThatAPersonReads() throws IOException {
        var result = new Result(ID, "select name, `n|m`\nfrom fruit", List.of(new Column("name", "TEXT"), new Column("n|m", "INTEGER")),
                List.of(), 3L, false, 18);
        var rows = Arrays.asList(
                List.of("a|b `c` *d*\n<e> \\ NULL", 1), Arrays.asList(null, 2), List.of("$x_y$ [z](u) &amp;", 1.5),
                List.of(true, new BigDecimal("1000.0")), List.of(Map.of("$bytes", "AA==", "length", 1), 1.5e-20));
        var call = new Call("1", "run_query", Map.of("sql", "x"), Call.Status.COMPLETE, "tsv", result, null, 20L);

        String document = document(rows,
                entry(Role.USER, Status.COMPLETE, null, new Part.Text("How many *kiwis*?\n\n# 1. what\n    - <b>")),
                entry(Role.ASSISTANT, Status.FAILED, new Failure(Code.MODEL_ERROR, "It *broke*."), new Part.Thinking("Hm."),
                        new Part.Tool(new Call("0", "list_tables", Map.of(), Call.Status.FAILED, "no tables", null, "It is `gone`.", 7L)),
                        new Part.Tool(call), new Part.Text("**Three**, see ![x](https://evil.example)\n")));

        assertEquals("""
                # My \\*fruit\\*

                Connection: shop (sqlite) · begun 2026-01-31 12:00 UTC · last activity 2026-01-31 12:00 UTC

                ## Question, 2026-01-31 12:00 UTC

                > How many \\*kiwis\\*?
                >\s
                > \\# 1. what\\
                > \u00a0\u00a0\u00a0\u00a0\\- \\<b\\>

                ## Answer, 2026-01-31 12:00 UTC

                *Thinking:*

                > Hm.

                **List of tables · failed · 7 ms**

                *It is \\`gone\\`.*

                **Query · 3 rows · 20 ms**

                ```sql
                select name, `n|m`
                from fruit
                ```

                | name | n\\|m |
                | --- | --: |
                | a\\|b \\`c\\` \\*d\\*<br>\\<e\\> \\\\ NULL | 1 |
                | *NULL* | 2 |
                | \\$x\\_y\\$ \\[z\\](u) \\&amp; | 1.5 |
                | true | 1000 |
                | bytes, 1 of them | 1.5e-20 |

                **Three**, see \\![x](https://evil.example)

                *This answer failed. It \\*broke\\*.*

                *openai/x · 3.2 s · 1,200 tokens in, 80 out*
                """, document);
        String html = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build()
                .render(Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(document));
        assertTrue(html.contains("<td>a|b `c` *d*<br>&lt;e&gt; \\ NULL</td>"), html);
        assertTrue(html.contains("<td>$x_y$ [z](u) &amp;amp;</td>"), html);
        assertTrue(html.contains("<p># 1. what<br />\n\u00a0\u00a0\u00a0\u00a0- &lt;b&gt;</p>"), html);
    }

    @Test
    void aLongTableIsCutWithANote() throws IOException {
        var result = new Result(ID, "select 1", List.of(new Column("n", "TEXT")), List.of(), null, true, 18);
        var call = new Call("1", "run_query", Map.of(), Call.Status.COMPLETE, null, result, null, 20L);

        String document = document(Collections.nCopies(60, List.of("x".repeat(299) + "\ud83d\ude00y")),
                entry(Role.USER, Status.COMPLETE, null, new Part.Tool(call)));

        assertEquals(50, document.lines().filter(("| " + "x".repeat(299) + "… |")::equals).count());
        assertTrue(document.contains("\n*The first 50 of more rows; 60 were kept.*\n"), document);
        assertTrue(document.contains("## Own query, "), document);
    }

    private static Entry entry(Role role, Status status, Failure error, Part... parts) {
        boolean isAnswer = role == Role.ASSISTANT;
        return new Entry(ID, role, status, NOON, ID, isAnswer ? "openai/x" : null, null, isAnswer ? new Usage(1_200, 80) : null,
                isAnswer ? 3_200L : null, error, List.of(parts));
    }

    private static String document(List<?> rows, Entry... entries) throws IOException {
        var facts = new Head.Facts(ID, "My *fruit*", TitleSource.USER, NOON, NOON, false, false, null, null, null);
        var out = new StringBuilder();
        var document = new MarkdownDocument();
        document.begin(new Head(Head.FORMAT, Head.VERSION, facts, new Head.Origin("shop", "sqlite")), out);
        for (Entry entry : entries) document.message(entry, result -> Json.write(rows), out);
        document.end(out);
        return out.toString();
    }
}
