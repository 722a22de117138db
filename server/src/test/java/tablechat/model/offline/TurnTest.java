package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.model.ToolCall;

final class TurnTest {
    @Test
    void todayIsTheOneThatIsCalledSo() {
        for (String today : List.of("2026-11-27", "2026-11-30", "2028-02-29")) {
            var prompt = prompt("The database \"copy of 2020-01-01\".\nSQL dialect: SQLite 3.54\nToday's date: " + today
                    + "\ntable a(b date -- since 2019-01-01)");

            assertEquals(LocalDate.parse(today), Turn.of(prompt).today());
        }
    }

    @Test
    void theLastQueryIsThatOfTheTurnBefore() {
        var call = new ToolCall("1", "run_query", Map.of("sql", "select 1"), null);
        var turn = Turn.of(prompt("", new PromptMessage.User("First?"), new PromptMessage.Assistant("One.", "", List.of(call), Map.of()),
                new PromptMessage.User("And then?"),
                new PromptMessage.Assistant("", "", List.of(new ToolCall("2", "run_query", Map.of("sql", "select 2"), null)), Map.of())));

        assertEquals("select 1", turn.lastSql());
        assertEquals(List.of("First?"), turn.earlier());
        assertEquals("And then?", turn.question());
    }

    private static Prompt prompt(String instructions, PromptMessage... messages) {
        return new Prompt(instructions, List.of(messages), List.of(), false);
    }
}
