package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OfflineChartTest {
    private Connection connection;
    private Talk talk;

    @BeforeEach
    void openAHarbour() throws Exception {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("create table boats (id integer primary key, name text, kind text, length numeric, built date)");
            statement.executeUpdate("insert into boats values (1, 'Argo', 'sail', 20, '2021-03-01'), (2, 'Nef', 'motor', 12, '2022-05-01'),"
                    + " (3, 'Punt', 'sail', 5, '2022-06-01')");
        }
        talk = new Talk(connection);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void groupsAreShownAsBars() throws Exception {
        var answer = talk.ask("boats by kind");

        assertEquals(List.of(Map.of("type", "bar", "x", "kind", "y", List.of("boats"))), talk.charts());
        assertTrue(answer.contains("A bar chart is shown with it."), answer);
    }

    @Test
    void aCourseOverTimeIsShownAsALine() throws Exception {
        talk.ask("boats per year");

        assertEquals(List.of(Map.of("type", "line", "x", "year", "y", List.of("boats"))), talk.charts());
    }

    @Test
    void aLongCourseIsShownAsALineThoughNotAllOfItIsLookedAt() throws Exception {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into boats (name, built) with recursive n (i) as (select 1 union all select i + 1 from n"
                    + " where i < 60) select 'Boat ' || i, date('2010-01-15', i || ' months') from n");
        }
        talk.ask("boats by month built");

        assertEquals(List.of("line"), talk.charts().stream().map(chart -> chart.get("type")).toList());
    }

    @Test
    void sharesOfAWholeAreShownAsAPie() throws Exception {
        var answer = talk.ask("what share of boats has each kind");
        var drawn = talk.charts();

        assertEquals(List.of(Map.of("type", "pie", "x", "kind", "y", List.of("percent"))), drawn, answer);
    }

    @Test
    void ranksAreShownAsBars() throws Exception {
        talk.ask("top 3 boats by length");

        assertEquals(List.of(Map.of("type", "bar", "x", "name", "y", List.of("length"))), talk.charts());
    }

    @Test
    void oneFigureIsNoPicture() throws Exception {
        var answer = talk.ask("how many boats are there");

        assertEquals(List.of(), talk.charts());
        assertFalse(answer.contains("chart"), answer);
    }

    @Test
    void aPictureThatWasAskedForIsDrawnAsAskedFor() throws Exception {
        talk.ask("boats by kind");
        talk.ask("as a pie chart");

        assertEquals("pie", talk.charts().getFirst().get("type"));
    }

    @Test
    void whatCannotBeDrawnIsSaid() throws Exception {
        var answer = talk.ask("chart how many boats there are");

        assertEquals(List.of(), talk.charts());
        assertTrue(answer.contains("I drew no chart"), answer);
    }
}
