package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tablechat.database.Outcome;
import tablechat.json.Json;
import tablechat.model.ToolCall;
import tablechat.protocol.Call.Status;

class ToolboxTest {
    private static final String RUN = " run_query expects: sql (a string).";
    private static final String LIST = " list_tables expects: search (a string, optional), like (a string, optional), limit (a whole"
            + " number, optional).";
    private static final String DESCRIBE = " describe_tables expects: names (a list of strings).";
    private static final String NAMES = "error: \"names\" must be a list of 1 to 20 strings." + DESCRIBE;
    private static final String LIMIT = "error: \"limit\" must be a whole number from 1 to 500." + LIST;

    private final FakeSource source = new FakeSource();

    static Stream<org.junit.jupiter.params.provider.Arguments> unusable() {
        String tooMany = Json.write(Map.of("names", IntStream.range(0, 21).mapToObj(i -> "t" + i).toList()));
        return Stream.of(
                arguments("run_query", "{}", "error: \"sql\" is missing." + RUN),
                arguments("run_query", "{\"sql\": null}", "error: \"sql\" is missing." + RUN),
                arguments("run_query", "{\"sql\": \" \"}", "error: \"sql\" is missing." + RUN),
                arguments("run_query", "{\"sql\": 7}", "error: \"sql\" must be a string." + RUN),
                arguments("run_query", "{\"query\": \"select 1\"}", "error: \"sql\" is missing." + RUN),
                arguments("list_tables", "{\"like\": [\"a\"]}", "error: \"like\" must be a string." + LIST),
                arguments("list_tables", "{\"limit\": \"10\"}", LIMIT),
                arguments("list_tables", "{\"limit\": 0}", LIMIT),
                arguments("list_tables", "{\"limit\": 501}", LIMIT),
                arguments("list_tables", "{\"limit\": 1.5}", LIMIT),
                arguments("list_tables", "{\"limit\": 99999999999999999999}", LIMIT),
                arguments("describe_tables", "{}", NAMES),
                arguments("describe_tables", "{\"names\": []}", NAMES),
                arguments("describe_tables", "{\"names\": \"orders\"}", NAMES),
                arguments("describe_tables", "{\"names\": [7]}", NAMES),
                arguments("describe_tables", "{\"names\": [\"\"]}", NAMES),
                arguments("describe_tables", "{\"names\": [null]}", NAMES),
                arguments("describe_tables", tooMany, NAMES),
                arguments("drop_tables", "{}",
                        "error: There is no tool \"drop_tables\". The tools are list_tables, describe_tables, run_query, chart."));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatDoesNotFitIsSaidBackToTheModel(String tool, String input, String text) throws Exception {
        Output output = run(tool, Json.readObject(input));

        assertEquals(text, output.text());
        assertEquals(Status.FAILED, output.status());
        assertEquals(text, "error: " + output.error());
        assertEquals(List.of(), source.queries);
    }

    @Test
    void argumentsThatCouldNotBeReadAreSaidBackToTheModel() throws Exception {
        var broken = new ToolCall("a", "run_query", Map.of(), "The arguments are not JSON.");

        Output output = new Toolbox(source).run(broken);

        assertEquals("error: The arguments are not JSON." + RUN, output.text());
        assertEquals(Status.FAILED, output.status());
    }

    @Test
    void aQueryGivesItsRowsToTheModelAsTextAndToTheUserWhole() throws Exception {
        source.gives("select n from t", List.of("n"), new ArrayList<>(Collections.nCopies(60, List.of(7L))));

        Output output = run("run_query", Map.of("sql", "select n from t"));

        assertTrue(output.text().startsWith("60 rows, the first 50 follow\nn\n7\n"), output.text());
        assertEquals(60, output.rows().rows().size());
        assertEquals(Status.COMPLETE, output.status());
    }

    @Test
    void anErrorOfTheDatabaseComesWithTheNearestNames() throws Exception {
        source.gives("select 1", new Outcome.Failed("no such table: order.", "Did you mean orders?", 1));
        source.gives("select 2", new Outcome.Failed("Timed out.", null, 1));

        Output hinted = run("run_query", Map.of("sql", "select 1"));
        Output bare = run("run_query", Map.of("sql", "select 2"));

        assertEquals("error: no such table: order. Did you mean orders?", hinted.text());
        assertEquals("error: Timed out.", bare.text());
        assertEquals("Timed out.", bare.error());
        assertEquals(Status.FAILED, bare.status());
    }

    @Test
    void aDatabaseTooBusyToAskIsAnErrorToTheModel() throws Exception {
        source.gives("select 1", new Outcome.Unavailable("Too many queries."));

        Output output = run("run_query", Map.of("sql", "select 1"));

        assertEquals("error: Too many queries.", output.text());
        assertEquals(Status.FAILED, output.status());
    }

    @Test
    void whatTheGuardRefusesIsRefused() throws Exception {
        source.gives("delete from t", new Outcome.Refused("Only reading is allowed."));

        Output output = run("run_query", Map.of("sql", "delete from t"));

        assertEquals("refused: Only reading is allowed.", output.text());
        assertEquals("Only reading is allowed.", output.error());
        assertEquals(Status.REFUSED, output.status());
    }

    @Test
    void anEndlessErrorIsShortened() throws Exception {
        source.gives("select 1", new Outcome.Failed("x".repeat(100_000), null, 1));

        assertEquals(2_000 + "error: ".length(), run("run_query", Map.of("sql", "select 1")).text().length());
    }

    @Test
    void sqlBeyondTheLimitIsNotRun() throws Exception {
        Output output = run("run_query", Map.of("sql", "x".repeat(100_001)));

        assertEquals("error: \"sql\" may have at most 100000 characters." + RUN, output.text());
        assertEquals(List.of(), source.queries);
    }

    @Test
    void aDatabaseThatIsDownIsAnErrorForTheModel() throws Exception {
        source.down("The database cannot be reached.");

        assertEquals("error: The database cannot be reached.", run("list_tables", Map.of()).text());
        assertEquals("error: The database cannot be reached.", run("describe_tables", Map.of("names", List.of("t"))).text());
    }

    @Test
    void nullsAndWholeDecimalsAreTakenAsModelsWriteThem() throws Exception {
        source.table("a", "id INTEGER").table("b", "id INTEGER");
        Map<String, Object> input = new HashMap<>();
        input.put("like", null);
        input.put("limit", new BigDecimal("1.0"));

        assertEquals("2 tables, the first 1 follow\ntable\tkind\trows\tcomment\na\ttable\t\t", run("list_tables", input).text());
    }

    @Test
    void everyToolIsDescribedToTheModel() {
        var specs = new Toolbox(source).specs();

        assertEquals(List.of("list_tables", "describe_tables", "run_query", "chart"), specs.stream().map(spec -> spec.name()).toList());
        specs.forEach(spec -> assertTrue(spec.description().endsWith("."), spec.name()));
        assertEquals(Arrays.asList(false, false, false, true, true, true, true, true, false), specs.stream()
                .flatMap(spec -> spec.parameters().stream())
                .map(parameter -> parameter.required())
                .toList());
    }

    private Output run(String tool, Map<String, Object> input) throws InterruptedException {
        return new Toolbox(source).run(new ToolCall("a", tool, input, null));
    }
}
