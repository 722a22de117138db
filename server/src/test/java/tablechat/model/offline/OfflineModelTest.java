package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.model.Tool;
import tablechat.model.ToolCall;

final class OfflineModelTest {
    private static final List<Tool> TOOLS =
            List.of(new Tool("list_tables", "", List.of()), new Tool("run_query", "", List.of()));

    private final OfflineModel model = new OfflineModel();
    private final Talk.Ear ear = new Talk.Ear();
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
    void itSaysThatItIsOffline() {
        assertTrue(model.info().offline());
        assertEquals("offline", model.info().provider());
    }

    @Test
    void theFirstStepIsALookAtTheTables() throws Exception {
        var reply = model.ask(prompt("How many customers are there?"), ear);

        assertEquals(
                List.of("list_tables"),
                reply.calls().stream().map(ToolCall::name).toList());
        assertEquals("", reply.text());
    }

    @Test
    void sqlIsRunAsItWasTyped() throws Exception {
        var reply = model.ask(prompt("```sql\nselect 1;\n```"), ear);

        assertEquals(Map.of("sql", "select 1;"), reply.calls().getFirst().input());
    }

    @Test
    void aTitleIsShortAndFreeOfPoliteness() throws Exception {
        assertEquals("How many customers", title("How many customers are there?"));
        assertEquals("Top 5 products by price", title("Show me the top 5 products by price"));
        assertEquals(
                "Average order value in each country",
                title("please tell me: what is the average order value in each country since 2020"));
        assertEquals("Top 2 products by price", title("Top 2 products by price per category"));
        assertEquals("Hello", title("hello!"));
        assertEquals("Question", title("???"));
    }

    @Test
    void aTitleOfSqlSaysWhatItIsAbout() throws Exception {
        assertEquals("Customers by country", title("select country, count(*) from shop.customers group by country"));
        assertEquals("Query on order items", title("SELECT * FROM \"order_items\" LIMIT 5"));
        assertEquals(
                "Query on orders",
                title("with recursive n(i) as (select 1 union all select i + 1 from n) select * from n join orders"));
        assertEquals("SQL query", title("select 1"));
    }

    @Test
    void whatIsLeftOutIsSaid() throws Exception {
        execute(
                "create table wide (id integer primary key, name text, a, b, c, d, e, f, g)",
                "insert into wide (name) with recursive n(i) as (select 1 union all select i + 1 from n where i < 1001)"
                        + " select 'row ' || i from n");

        assertTrue(new Talk(connection).ask("show wide").contains("(5 of 9 columns)"));
        assertTrue(new Talk(connection).ask("select * from wide").contains("(8 of 9 columns)"));
        assertTrue(new Talk(connection).ask("select id from wide limit 10").contains("| 10 |"));
        assertTrue(new Talk(connection).ask("select id from wide limit 11").contains("… and 6 more;"));
    }

    @Test
    void aGreetingUsesAToolAndOffersQuestionsOfThisSchema() throws Exception {
        execute(
                "create table boats (id integer primary key, name text, length numeric)",
                "insert into boats values (1, 'Argo', 20)");
        var talk = new Talk(connection);

        var answer = talk.ask("Hello there");

        assertTrue(talk.calls() > 0);
        assertTrue(answer.contains("boats"), answer);
    }

    @Test
    void everyExampleItOffersIsUnderstood() throws Exception {
        execute(
                "create table owner (id integer primary key, name text)",
                "create table boat (id integer primary key, name text, length numeric, owner_id integer references"
                        + " owner(id))",
                "insert into owner values (1, 'Jason')",
                "insert into boat values (1, 'Argo', 20, 1)");
        var offered = new Talk(connection)
                .ask("hi")
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();

        assertEquals(3, offered.size());
        for (var example : offered) {
            assertFalse(new Talk(connection).ask(example).contains("did not understand"), example);
        }
    }

    @Test
    void anEmptyDatabaseIsSaidToBeEmpty() throws Exception {
        assertTrue(new Talk(connection).ask("how many customers are there").contains("no tables"));
    }

    @Test
    void aFailureOfTheDatabaseIsPassedOnInItsWords() throws Exception {
        execute("create table boats (id integer primary key)");

        var answer = new Talk(connection).ask("select lenght from boats");

        assertTrue(answer.contains("no such column: lenght"), answer);
    }

    @Test
    void anUnreachableDatabaseIsNoReasonToGuess() throws Exception {
        var call = model.ask(prompt("how many boats"), ear).calls().getFirst();
        var messages = List.<PromptMessage>of(
                new PromptMessage.User("how many boats"),
                new PromptMessage.Assistant("", null, List.of(call), Map.of()),
                new PromptMessage.ToolOutput(call.id(), call.name(), "error: connection refused", true));

        var reply = model.ask(new Prompt("", messages, TOOLS, false), ear);

        assertTrue(reply.text().contains("connection refused"), reply.text());
    }

    @Test
    void withoutFurtherCallsItAnswersInText() throws Exception {
        var reply = model.ask(new Prompt("", List.of(new PromptMessage.User("how many boats")), TOOLS, true), ear);

        assertEquals(List.of(), reply.calls());
        assertFalse(reply.text().isBlank());
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> model.ask(prompt("how many boats"), ear));

        assertFalse(Thread.interrupted());
    }

    @Test
    void aValueWithAQuoteDoesNotBreakOutOfItsString() throws Exception {
        execute(
                "create table people (id integer primary key, name text)",
                "insert into people values (1, 'Miles O''Brien'), (2, 'x')");

        var answer = new Talk(connection).ask("how many people are named \"Miles O'Brien\"");

        assertTrue(answer.contains("**1**"), answer);
    }

    @Test
    void aTieForTheFirstPlaceIsSaidToBeOne() throws Exception {
        execute(
                "create table boats (id integer primary key, name text, length numeric)",
                "insert into boats values (1, 'Argo', 20), (2, 'Nef', 20), (3, 'Punt', 5)");

        assertTrue(new Talk(connection).ask("what is the longest boat?").contains("tie"));
        assertFalse(new Talk(connection).ask("what is the shortest boat?").contains("tie"));
    }

    @Test
    void tablesWithReservedAndOddNamesAreQuoted() throws Exception {
        execute(
                "create table \"order\" (id integer primary key, \"group\" text, \"unit price\" numeric)",
                "insert into \"order\" values (1, 'a', 2), (2, 'b', 4)");

        assertTrue(new Talk(connection).ask("average unit price of orders").contains("**3.00**"));
        assertTrue(new Talk(connection).ask("orders by group").contains("| b | 1 |"));
    }

    @Test
    void noInputMakesItThrow() throws Exception {
        execute(
                "create table boats (id integer primary key, name text, length numeric, built date, owner_id integer"
                        + " references owners(id))",
                "create table owners (id integer primary key, name text)",
                "create table t (a)",
                "insert into t values (null)");
        var random = new Random(42);
        var words = """
            how many top by per boats owners owner length name in 2024 since before between and 5 most the longest
            with without no not more than cheaper average sum of total each select from ' " ` ( ) , ? 2024-13-45 0
            -1 99999999999999999999 1e9 \uD83D\uDE00 order sort first last latest different is null empty like named
            what about only show sql describe never = > < # % _ March Q3
            """.split("\\s+");
        var talk = new Talk(connection);
        for (int round = 0; round < 600; round++) {
            var question = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                question.append(words[random.nextInt(words.length)]).append(' ');
            }
            if (round % 4 == 0) {
                talk = new Talk(connection);
            }

            assertFalse(talk.ask(question.toString()).isBlank(), question.toString());
        }
    }

    @Test
    void strangeToolOutputsMakeItNeitherThrowNorCallForEver() throws Exception {
        var outputs = List.of(
                "",
                "\n\n\n",
                "5 tables",
                "x tables\na\tb",
                "2 tables\ntable\tkind\nboats",
                "9999999999999999999999 rows\na\n1",
                "1 rows\ntable\tkind\trows\tcomment\nboats\ttable\t\t",
                "table boats (",
                "table boats (table)\ncolumn\n\t\t\t\t",
                "refused: no");
        for (var output : outputs) {
            var messages = new java.util.ArrayList<PromptMessage>(List.of(new PromptMessage.User("how many boats")));
            for (int round = 0; round < 8; round++) {
                var reply = model.ask(new Prompt("", messages, TOOLS, round == 7), new Talk.Ear());
                messages.add(new PromptMessage.Assistant(reply.text(), null, reply.calls(), Map.of()));
                reply.calls()
                        .forEach(call ->
                                messages.add(new PromptMessage.ToolOutput(call.id(), call.name(), output, false)));
            }

            assertFalse(((PromptMessage.Assistant) messages.getLast()).text().isBlank(), output);
        }
    }

    private String title(String message) throws Exception {
        return model.ask(
                        new Prompt(
                                "Write a title of at most 6 words.",
                                List.of(new PromptMessage.User(message)),
                                List.of(),
                                true),
                        ear)
                .text();
    }

    private static Prompt prompt(String question) {
        return new Prompt("SQL dialect: SQLite 3.54", List.of(new PromptMessage.User(question)), TOOLS, false);
    }

    private void execute(String... statements) throws Exception {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
