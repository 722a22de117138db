package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people ask of schemas that nobody prepared, each on as small a database as shows it.
final class FirstContactTest {
    private Connection connection;

    @BeforeEach
    void openAnEmptyDatabase() throws Exception {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void aValueThatRowsShareNamesThem() throws Exception {
        execute("create table players (id integer primary key, name text, position text, height integer)",
                "insert into players values (1, 'Ada', 'Striker', 180), (2, 'Bo', 'Striker', 170), (3, 'Cy', 'Keeper', 160)");

        assertTrue(ask("how many strikers are there").contains("**2** players"));
        assertTrue(ask("shortest striker").contains("**Bo**"));
    }

    @Test
    void namesakesAreToldApartByTheirKeys() throws Exception {
        execute("create table customers (id integer primary key, name text)",
                "create table orders (id integer primary key, customer_id integer references customers(id))",
                "insert into customers values (1, 'Ada'), (2, 'Ada'), (3, 'Bo')",
                "insert into orders values (1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3)");

        var answer = ask("orders per customer");

        assertTrue(answer.contains("| Ada (id 1) | 3 |"), answer);
        assertTrue(answer.contains("| Ada (id 2) | 2 |"), answer);
    }

    @Test
    void nothingIsNoLeader() throws Exception {
        execute("create table tracks (id integer primary key, title text, composer text)",
                "insert into tracks values (1, 'a', null), (2, 'b', null), (3, 'c', 'Bach')");

        assertTrue(ask("which composer wrote the most tracks").contains("**Bach**: **1**"));
    }

    @Test
    void aWayThatNeedsNoGuessIsTaken() throws Exception {
        execute("create table team (id integer primary key, name text)",
                "create table game (id integer primary key, home_team_id integer references team(id),"
                        + " away_team_id integer references team(id))",
                "create table player (id integer primary key, name text, team_id integer references team(id))",
                "create table goal (id integer primary key, game_id integer references game(id), player_id integer references player(id))",
                "insert into team values (1, 'Reds'), (2, 'Blues')", "insert into game values (1, 1, 2)",
                "insert into player values (1, 'Ada', 2)", "insert into goal values (1, 1, 1), (2, 1, 1)");

        assertTrue(ask("how many goals did each team score").contains("**Blues** has the most with **2**"));
    }

    @Test
    void tellsWhenThereAreDataWhereATimeFindsNone() throws Exception {
        execute("create table visits (id integer primary key, visited_on text)",
                "insert into visits values (1, '2021-03-04'), (2, '2022-05-06')");

        assertTrue(ask("how many visits in 2030").contains("from 2021-03-04 to 2022-05-06"));
        assertFalse(ask("how many visits in 2021").contains("The data have"));
    }

    @Test
    void aPartOfAWordIsNoValue() throws Exception {
        execute("create table books (id integer primary key, title text)", "insert into books values (1, 'The Silent River')");

        assertFalse(ask("books lent").contains("Silent"));
    }

    @Test
    void bothMeansBoth() throws Exception {
        execute("create table dish (id integer primary key, name text)", "create table food (id integer primary key, name text)",
                "create table dish_food (dish_id integer references dish(id), food_id integer references food(id),"
                        + " primary key (dish_id, food_id))",
                "insert into dish values (1, 'Pilaf'), (2, 'Soup')", "insert into food values (1, 'rice'), (2, 'beans')",
                "insert into dish_food values (1, 1), (1, 2), (2, 1)");

        var answer = ask("dishes with both rice and beans");

        assertTrue(answer.contains("Pilaf"), answer);
        assertFalse(answer.contains("Soup"), answer);
    }

    @Test
    void aRowWithoutItsReferenceIsFound() throws Exception {
        execute("create table agents (id integer primary key, name text)",
                "create table tickets (id integer primary key, subject text, agent_id integer references agents(id))",
                "insert into agents values (1, 'Ada')", "insert into tickets values (1, 'x', 1), (2, 'y', null)");

        assertTrue(ask("how many tickets are without an agent").contains("**1**"));
    }

    @Test
    void ofWordsOnlyThoseAreNamedThatNothingExplains() throws Exception {
        execute("create table boats (id integer primary key, name text, length integer)", "insert into boats values (1, 'Argo', 20)");

        var answer = ask("how many boats were built before 2016 by frobnicators");

        assertTrue(answer.contains("“frobnicators”"), answer);
        assertFalse(answer.contains("“how many”"), answer);
        assertTrue(ask("boats that are still out").contains("what to do with “still”, “out”"));
    }

    @Test
    void aRefusalOfOursIsNotPutIntoTheDatabasesMouth() {
        assertFalse(Replies.failed("refused: Only SELECT is run.", "drop table x").contains("database"));
        assertTrue(Replies.failed("no such table: x", "select * from x").contains("The database did not run"));
    }

    @Test
    void moneyHasTwoDecimalsAndMeansHaveNoMost() throws Exception {
        execute("create table products (id integer primary key, name text, kind text, price numeric(8,2))",
                "insert into products values (1, 'Pin', 'small', 2), (2, 'Lamp', 'big', 153)");

        assertTrue(ask("cheapest product").contains("**2.00**"));
        assertTrue(ask("average price by kind").contains("has the highest with **153.00**"));
    }

    @Test
    void ofMoreRowsThanAreKeptNoWholeResultIsPromised() throws Exception {
        execute("create table points (id integer primary key, label text)",
                "insert into points (label) with recursive n(i) as (select 1 union all select i + 1 from n where i < 1200)"
                        + " select 'p' || i from n");

        var answer = ask("list points");

        assertTrue(answer.contains("the first 1,000 are in the query's card"), answer);
        assertFalse(answer.contains("whole result"), answer);
    }

    @Test
    void aMakerWithATableOfItsOwnComesBeforeAFreeText() throws Exception {
        execute("create table artist (id integer primary key, name text)",
                "create table track (id integer primary key, name text, composer text, artist_id integer references artist(id))",
                "insert into artist values (1, 'Volt'), (2, 'Amp')",
                "insert into track values (1, 'One', 'Volt', 1), (2, 'Two', 'Ada', 1), (3, 'Three', 'Bo', 2)");

        var answer = ask("which tracks are by Volt");

        assertTrue(answer.contains("**2** tracks"), answer);
        assertTrue(answer.contains("it also stands in `track.composer`"), answer);
    }

    @Test
    void aQuestionInChineseIsToldInChineseWhatToDo() throws Exception {
        execute("create table artist (id integer primary key, name text)");

        assertTrue(ask("有多少个艺术家？").contains("离线模型只懂英语"));
        assertFalse(ask("how many unicorns").contains("离线模型"));
    }

    @Test
    void aWordWithoutVowelsIsThatWhichAloneHasItsConsonants() {
        var bones = new Bones(List.of("salary", "shipping", "stock", "stack"));

        assertEquals("salary", bones.word("slry").orElseThrow());
        assertEquals("shipping", bones.word("shpg").orElseThrow());
        assertEquals("stock", bones.word("stck").orElseThrow());
        assertTrue(bones.word("salar").isEmpty());
        assertTrue(bones.word("xq").isEmpty());
    }

    private String ask(String question) throws Exception {
        return new Talk(connection).ask(question);
    }

    private void execute(String... statements) throws Exception {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
