package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTest {

    static Stream<org.junit.jupiter.params.provider.Arguments> answers() {
        return Stream.of(
                arguments("Sales by month", "Sales by month"),
                arguments("  Sales \t by\u00A0month \n", "Sales by month"),
                arguments("Sales by month\nA longer explanation follows.", "Sales by month"),
                arguments("\r\n\r\nSales by month\r\n", "Sales by month"),
                // reasoning
                arguments("<think>They want sales.</think>Sales by month", "Sales by month"),
                arguments("<think>\nThey want \"Sales\"\n\n</think>\n\nSales by month", "Sales by month"),
                arguments("<THINKING kind=\"x\">a</THINKING >Sales by month", "Sales by month"),
                arguments("<think>a<think>b</think>c</think>Sales by month", "Sales by month"),
                arguments("They want sales, I think.\n</think>\nSales by month", "Sales by month"),
                arguments("[THINK]They want sales.[/THINK]Sales by month", "Sales by month"),
                arguments("<reasoning>a</reasoning><reflection>b</reflection>Sales by month", "Sales by month"),
                arguments("Sales by month<think>was that good?", "Sales by month"),
                // quotes and marks around it
                arguments("\"Sales by month\"", "Sales by month"),
                arguments("'Sales by month'", "Sales by month"),
                arguments("“Sales by month”", "Sales by month"),
                arguments("„Umsatz im Monat“", "Umsatz im Monat"),
                arguments("« Ventes du mois »", "Ventes du mois"),
                arguments("「月別売上」", "月別売上"),
                arguments("**Sales by month**", "Sales by month"),
                arguments("***\"Sales by month\"***", "Sales by month"),
                arguments("_Sales by month_", "Sales by month"),
                arguments("`Sales by month`", "Sales by month"),
                arguments("# Sales by month", "Sales by month"),
                arguments("### **Sales by month**", "Sales by month"),
                arguments("- Sales by month", "Sales by month"),
                arguments("> Sales by month", "Sales by month"),
                arguments("Sales by **month**", "Sales by month"),
                arguments("```\nSales by month\n```", "Sales by month"),
                arguments("<title>Sales by month</title>", "Sales by month"),
                arguments("\"Sales by month", "Sales by month"),
                // labels
                arguments("Title: Sales by month", "Sales by month"),
                arguments("title : \"Sales by month\"", "Sales by month"),
                arguments("\"Title: Sales by month\"", "Sales by month"),
                arguments("**Title:** Sales by month", "Sales by month"),
                arguments("**Title**: *Sales by month*", "Sales by month"),
                arguments("## Title: Sales by month", "Sales by month"),
                arguments("Title:\nSales by month", "Sales by month"),
                arguments("Session title: Sales by month", "Sales by month"),
                arguments("Titel: Umsatz im Monat", "Umsatz im Monat"),
                arguments("标题：月度销售", "月度销售"),
                arguments("Here's a title for it:\n\n**Sales by month**", "Sales by month"),
                arguments("Sure! Here is a title: Sales by month", "Sales by month"),
                arguments("A good one would be:\nSales by month", "Sales by month"),
                // JSON
                arguments("{\"title\": \"Sales by month\"}", "Sales by month"),
                arguments("{\"why\": \"they asked\", \"title\": \"Sales by month\"}", "Sales by month"),
                arguments("```json\n{\n  \"title\": \"Sales by month\"\n}\n```", "Sales by month"),
                arguments("Here you are: {\"session_title\":\"Sales by month\"}", "Sales by month"),
                arguments("{'title': 'Sales by month'}", "Sales by month"),
                arguments("{\"title\": \"Sales by mon", "Sales by mon"),
                arguments("{\"title\": \"The \\\"big\\\" caf\\u00e9\"}", "The \"big\" café"),
                arguments("<think>JSON?</think>{\"title\":\"Title: Sales by month\"}", "Sales by month"),
                // what belongs to it stays
                arguments("Customers' orders", "Customers' orders"),
                arguments("\"Big\" and \"small\"", "\"Big\" and \"small\""),
                arguments("#1 customers", "#1 customers"),
                arguments("3. Quartal", "3. Quartal"),
                arguments("Titles sold: 2024", "Titles sold: 2024"),
                arguments("Ratio 3:1", "Ratio 3:1"),
                arguments("Thinking about orders", "Thinking about orders"),
                arguments("Sales of snake_case_names", "Sales of snake_case_names"),
                arguments("Open questions:", "Open questions:"),
                // cut
                arguments("One two three four five six seven", "One two three four five six"),
                arguments("x".repeat(80), "x".repeat(60)),
                arguments("x".repeat(59) + "🙂", "x".repeat(59)),
                arguments("x".repeat(58) + "🙂y", "x".repeat(58) + "🙂"),
                arguments("x".repeat(59) + " yz", "x".repeat(59)),
                arguments("Sales\u0000 by\u202E month", "Sales by month"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatTheModelAnsweredIsCleaned(String answer, String title) {
        assertEquals(Optional.of(title), Title.of(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " \n\t", "\"\"", "**", "Title:", "...", "```\n```", "{}", //
        "{\"answer\": \"Sales\"}", "{\"title\": \"\"}", "{\"title\": 7}",
        "<think>They want sales", "<think>They want sales</think>", "<think></think>\n\n\"\"", "\u200B\u200B", "—"})
    void nothingUsableIsNoTitle(String answer) {
        assertEquals(Optional.empty(), Title.of(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<think>", "\"", "*", "{\"title\": \"", "\\", "Title: ", "[", "( ", "\n", "> "})
    void noAnswerIsTooLongOrTooNestedForIt(String piece) {
        String title = Title.of(piece.repeat(200_000) + "Sales").orElse("");

        assertFalse(title.length() > 60, title);
    }

    @Test
    void theFallbackIsTheFirstWordsOfTheMessage() {
        assertEquals("How many customers are there in", Titles.fallback("How many\n customers are there in \"Bremen\"?"));
        assertEquals("select * from \"orders\"", Titles.fallback("select * from \"orders\""));
        assertEquals("New session", Titles.fallback(" \u200B "));
    }
}
