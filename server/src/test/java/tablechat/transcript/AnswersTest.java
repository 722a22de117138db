package tablechat.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a model may write into a document.
final class AnswersTest {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern TAG = Pattern.compile("</?([a-z0-9]+)([^>]*)>");
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:p|em|strong|code|pre|ul|ol|li|h[1-6]|blockquote|hr|br|table|thead|tbody|tr|th|td|a)");
    private static final Pattern ATTRIBUTES = Pattern.compile(
            "(?: /|(?: (?:rel=\"noopener noreferrer nofollow\"|href=\"(?:https?://|mailto:)[^\"]*\"|"
                    + "align=\"\\w+\"|start=\"\\d+\"|class=\"language-[^\"]*\"))*)");

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=alert(1)>b</b>", "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>", "<!-- a comment\n\nthat is not closed", "<?php echo 1 ?>", "<![CDATA[x]]>",
        "<style>\n* { background: url(//evil.example) }\n</style>", "![a](https://evil.example/a.png)",
        "![a][r]\n\n[r]: https://evil.example/a.png", "![r]\n\n[r]: https://evil.example/a.png",
        "[![a](https://evil.example/b)](https://a.example)",
        "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#10;script:alert(1))", "[a](&#106;avascript:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)", "[a](//evil.example)", "[a](file:///etc/passwd)", "[a](\\\\evil.example\\a)",
        "<javascript:alert(1)>", "[a](https://a.example \"t\" onmouseover=alert(1))", "[a](https://a.example/\"onmouseover=\"alert(1))",
        "| a | b |\n| --- | --- |\n| ![x](https://evil.example) | <img src=x> |", "```\"onclick=alert(1)\nx\n```",
        "> <div>\n> ![a](https://evil.example)\n> </div>", "- <img src=x\n  onerror=alert(1)>", "<div>\n![a](https://evil.example)\n\n<p>x",
        "<a href='https://a.example'>x</a>", "<!DOCTYPE html>", "&lt;script&gt;", "<https://a.example/\u202e>", "a\u0000<b>"})
    void nothingRunsAndNothingIsFetched(String markdown) {
        String html = Answers.html(markdown);
        String again = Answers.markdown(markdown);

        TAG.matcher(html).results().forEach(tag -> {
            assertTrue(HARMLESS.matcher(tag.group(1)).matches(), html);
            assertTrue(ATTRIBUTES.matcher(tag.group(2)).matches(), html);
        });
        assertEquals(html.chars().filter(character -> character == '<').count(), TAG.matcher(html).results().count(), html);
        PARSER.parse(again).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                throw new AssertionError(again);
            }

            @Override
            public void visit(HtmlInline inline) {
                throw new AssertionError(again);
            }

            @Override
            public void visit(HtmlBlock block) {
                throw new AssertionError(again);
            }
        });
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        String markdown = "# Kiwis\n\n| a | b |\n| --- | --: |\n| `x` | **1** |\n\n"
                + "1. [more](https://a.example)\n\n```sql\nselect '![a](b)' < 1\n```";

        assertEquals(markdown + "\n", Answers.markdown(markdown));
        String html = Answers.html(markdown);
        assertTrue(html.contains("<td align=\"right\"><strong>1</strong></td>"), html);
        assertTrue(html.contains("<a href=\"https://a.example\" rel=\"noopener noreferrer nofollow\">more</a>"), html);
        assertTrue(html.contains("select '![a](b)' &lt; 1"), html);
    }

    @Test
    void anImageIsWordsAndALinkElsewhereIsNone() {
        assertEquals("<p>a <em>b</em> (https://evil.example/x) <a>c</a></p>\n",
                Answers.html("![a *b*](https://evil.example/x) [c](javascript:alert)"));
        assertEquals("\\![a *b*](https://evil.example/x) \\<b>c\\</b>\n", Answers.markdown("![a *b*](https://evil.example/x) <b>c</b>"));
    }

    @Test
    void aBlockOfCodeThatWasLeftOpenIsClosed() {
        assertEquals("so:\n\n````sql\nselect 1\n```\n````\n", Answers.markdown("so:\n\n````sql\nselect 1\n```"));
        assertEquals("~~~\n<b>\n~~~\n", Answers.markdown("~~~\n<b>"));
    }

    @Test
    void aVeryLongOneIsShownAsItWasWritten() {
        String markdown = "*a* <b>\n".repeat(20_000);

        assertTrue(Answers.html(markdown).startsWith("<pre>*a* &lt;b&gt;\n"));
        assertTrue(Answers.markdown(markdown).startsWith("```\n*a* <b>\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*a _b ", "[", "![", "**", "<", "`a", "[a](", "| a ", "&", "<!--", "1. "})
    void whatIsNestedForEverIsWrittenAllTheSame(String nested) {
        String markdown = nested.repeat(5_000) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertFalse(Answers.html(markdown).isEmpty());
            assertFalse(Answers.markdown(markdown).isEmpty());
        });
    }
}
