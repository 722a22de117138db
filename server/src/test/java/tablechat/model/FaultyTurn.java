package tablechat.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tablechat.model.http.Limits;
import tablechat.protocol.Nullable;
import tablechat.testing.Answer;
import tablechat.testing.Proofs;
import tablechat.testing.Step;

/// What a provider answers while one turn runs, request by request, and how that turn has to end.
///
/// @param requests how many are made, exactly
/// @param said     the text of the answer at its end; null for any
/// @param words    what the sentence has to hold; null where the turn is complete
record FaultyTurn(
        String name, @Nullable Speaker only, List<Answer> answers, int requests, Limits limits, @Nullable String said,
        @Nullable List<String> words) {
    /// More than are ever asked for.
    private static final int ENOUGH = 6;
    private static final int FEW = 10;
    private static final Step ASK_AGAIN = call("again", "list_tables", "{}");
    private static final Answer FINE = Answer.text("Fine.");
    private static final Answer BUSY = Answer.status(503, "", Map.of("Retry-After", "0"));
    private static final Answer NO_COUNTS = Answer.error(400, "x", "stream_options is unknown here");
    private static final Answer RESET = Answer.of(new Step.Reset());
    private static final Step CUT_SHORT = new Step.Raw("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n");
    private static final Step ENDED = new Step.Raw("data: [DONE]\n\n");

    @Override
    public String toString() {
        return only == null ? name : name + " of " + only;
    }

    /// Those of [Fault], which models are tried with anyhow, so that some do, and those that need a turn to be seen.
    static Stream<FaultyTurn> all() {
        var ofModels = Stream.concat(Fault.ofAll().map(FaultyTurn::of), statuses()).toList();
        return Stream.of(Proofs.some(ofModels, FEW).stream(), slow(), calls(), large(), odd()).flatMap(turns -> turns);
    }

    private static FaultyTurn of(Fault fault) {
        var answers = Collections.nCopies(ENOUGH, fault.answer());
        return new FaultyTurn(fault.name(), null, answers, fault.requests(), fault.limits(), fault.heard(), List.of(fault.words()));
    }

    /// With and without a word on when to come back.
    private static Stream<FaultyTurn> statuses() {
        var whens = Proofs.ALL ? List.of("0", "", "60", "Wed, 21 Oct 2015 07:28:00 GMT", "soon") : List.of("0");
        var all = List.of(400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 415, 422, 425, 429, 500, 501, 502, 503, 504, 520, 529);
        return all.stream().flatMap(status -> whens.stream().map(after -> {
            var headers = after.isEmpty() ? Map.<String, String>of() : Map.of("Retry-After", after);
            boolean again = (status >= 500 || List.of(408, 409, 425, 429).contains(status)) && !after.equals("60");
            var answers = Collections.nCopies(ENOUGH, Answer.status(status, "", headers));
            return new FaultyTurn(status + ", come back \"" + after + "\"", null, answers, again ? 3 : 1, Speaker.PATIENT, "", List.of());
        }));
    }

    private static Stream<FaultyTurn> slow() {
        return Stream.of(
                complete("dripping", "a ß€😀 b", Answer.text("a ß", "€😀 b").byteByByte(Duration.ofMillis(1))),
                complete("lines ended as on Windows", "ab", Answer.text("a", "b").withCrlf()),
                failed("reset before the first token", 3, List.of("broke"), RESET, RESET, RESET, FINE),
                complete("at last", "Fine.", BUSY, BUSY, FINE),
                failed("busy in every round", 5, List.of("(503)"), BUSY, Answer.of(ASK_AGAIN, new Step.End()), BUSY,
                        Answer.of(call("b", "list_tables", "{}"), new Step.End()), BUSY, FINE, FINE, FINE));
    }

    private static Stream<FaultyTurn> calls() {
        Step[] fifty = IntStream.rangeClosed(0, 50)
                .mapToObj(i -> i == 50 ? new Step.End() : call("c" + i, "run_query", "{\"sql\":\"select " + i + "\"}"))
                .toArray(Step[]::new);
        var forEver = Stream.generate(() -> Answer.of(ASK_AGAIN, new Step.End())).limit(20).toArray(Answer[]::new);
        return Stream.of(
                complete("a call cut off", "Fine.", Answer.of(call("a", "run_query", "{\"sql\":"), new Step.End()), FINE),
                complete("a call of a list", "Fine.", Answer.of(call("a", "run_query", "[\"select 1\"]"), new Step.End()), FINE),
                complete("a call of wrong types", "Fine.", Answer.of(call("a", "run_query", "{\"sql\":[1]}"), new Step.End()), FINE),
                complete("an unknown tool", "Fine.", Answer.of(call("a", "drop_table", "{\"name\":\"customers\"}"), new Step.End()), FINE),
                complete("a call twice", "Fine.", Answer.of(ASK_AGAIN, ASK_AGAIN, new Step.End()), FINE),
                complete("fifty calls at once", "Fine.", Answer.of(fifty), FINE),
                failed("calls for ever", 11, List.of("gave no answer"), forEver));
    }

    private static Stream<FaultyTurn> large() {
        String million = "x".repeat(1_000_000);
        return Stream.of(
                complete("a line of 1 MB", million, Answer.text(million)),
                new FaultyTurn("an answer of 10 MB", null, List.of(Answer.text(chunks("ten megabytes ", 160))), 1, Speaker.PATIENT,
                        null, List.of("2 MiB")));
    }

    /// In the words of those that speak as OpenAI does.
    private static Stream<FaultyTurn> odd() {
        var nothings = Stream.of("{}", "{\"choices\":null}", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":[{\"delta\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null}}]}", "{\"choices\":[{\"index\":7,\"delta\":{}}]}");
        return Stream.concat(
                nothings.map(json -> openAi("an event " + json, 1, "ab", null,
                        Answer.of(new Step.Text("a"), new Step.Raw("data: " + json + "\n\n"), new Step.Text("b"), new Step.End()))),
                Stream.of(
                        openAi("a field it does not know, and busy", 3, "", List.of("(503)"), NO_COUNTS, BUSY, BUSY, FINE),
                        openAi("a field it does not know", 2, "Fine.", null, NO_COUNTS, FINE),
                        openAi("cut short", 1, "a", null, Answer.of(new Step.Text("a"), CUT_SHORT, ENDED)),
                        openAi("cut short before a word", 1, "", List.of("used up its tokens"), Answer.of(CUT_SHORT, ENDED)),
                        openAi("ended for a reason nobody knows", 1, "a", null, Answer.of(new Step.Text("a"), reason("weather"), ENDED)),
                        openAi("held back", 1, "", List.of("content filter"), Answer.of(reason("content_filter"), ENDED)),
                        openAi("a call of nothing", 1, "", List.of("unreadable"), Answer.of(call("a", "", "{}"), new Step.End())),
                        openAi("calls announced, none made", 1, "a", null, Answer.of(new Step.Text("a"), reason("tool_calls"), ENDED))));
    }

    private static Step reason(String reason) {
        return new Step.Raw("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n".formatted(reason));
    }

    private static Step call(String id, String tool, String arguments) {
        return new Step.Call(id, tool, arguments);
    }

    private static String[] chunks(String words, int count) {
        String chunk = words.repeat(64 * 1024 / words.length());
        return Stream.generate(() -> chunk).limit(count).toArray(String[]::new);
    }

    private static FaultyTurn complete(String name, String said, Answer... answers) {
        return new FaultyTurn(name, null, List.of(answers), answers.length, Speaker.PATIENT, said, null);
    }

    private static FaultyTurn failed(String name, int requests, List<String> words, Answer... answers) {
        return new FaultyTurn(name, null, List.of(answers), requests, Speaker.PATIENT, "", words);
    }

    private static FaultyTurn openAi(String name, int requests, String said, @Nullable List<String> words, Answer... answers) {
        return new FaultyTurn(name, Speaker.OPENAI, List.of(answers), requests, Speaker.PATIENT, said, words);
    }

    /// With one speaker each, or with all.
    static List<Object[]> spoken(boolean all) {
        var spoken = new ArrayList<Object[]>();
        int turn = 0;
        for (FaultyTurn fault : all().toList()) {
            for (Speaker speaker : Speaker.values()) {
                boolean chosen = all || turn % Speaker.values().length == speaker.ordinal();
                if (fault.only == null ? chosen : fault.only == speaker) spoken.add(new Object[] {fault, speaker});
            }
            turn++;
        }
        return spoken;
    }
}
