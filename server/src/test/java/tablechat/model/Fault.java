package tablechat.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tablechat.model.http.Limits;
import tablechat.testing.Answer;
import tablechat.testing.Step;

/// A way in which any provider can fail. `requests` is how many are made; each gets the same answer. `heard` is what was told
/// before the failure, `words` what its sentence has to hold, `URL` among them being the name of the setting.
record Fault(String name, Answer answer, int requests, String heard, String... words) {
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0", "Content-Type", "application/json");
    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
    private static final Map<String, String> HTML_AT_ONCE = Map.of("Retry-After", "0", "Content-Type", "text/html");
    private static final String SECRETS = Speaker.KEY + " at http://me:pass@host";
    private static final String BROKEN_EVENT = "event: content_block_delta\ndata: {no\n\n";
    private static final Step A = new Step.Text("a");
    private static final Step B = new Step.Text("b");
    private static final Step[] KEPT_ALIVE = Stream.generate(() -> new Step.Raw(": wait\n\n")).limit(100).toArray(Step[]::new);

    /// Patience with all but those that are about waiting: a busy machine makes others wait too.
    Limits limits() {
        if (words[0].equals("Nothing came") && !heard.isEmpty()) return Speaker.SOON_HASTY;
        return words[0].equals("Nothing came") || words[0].equals("came to no end") ? Speaker.HASTY : Speaker.PATIENT;
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<Fault> ofAll() {
        return Stream.of(broken(), refused(), unreadable()).flatMap(List::stream);
    }

    private static List<Fault> broken() {
        return List.of(
                new Fault("cut after two tokens", Answer.of(A, B, new Step.Cut()).every(Duration.ofMillis(100)), 1, "ab", "broke", "whole"),
                new Fault("cut before the first token", Answer.of(new Step.Cut()), 3, "", "broke"),
                new Fault("clean end, not whole", Answer.of(A), 1, "a", "broke"),
                new Fault("stall after a token", Answer.of(A, new Step.Stall()), 1, "a", "Nothing came", "URL"),
                new Fault("stall before a token", Answer.of(new Step.Stall()), 1, "", "Nothing came", "TABLECHAT_MODEL"),
                new Fault("no headers", Answer.text("a").afterSilence(Duration.ofSeconds(30)), 1, "", "Nothing came"),
                new Fault("reset after a token", Answer.of(A, new Step.Wait(Duration.ofMillis(100)), new Step.Reset()), 1, "a", "broke"));
    }

    private static List<Fault> refused() {
        return List.of(
                new Fault("401", Answer.error(401, "authentication_error", "no"), 1, "", "did not accept the key", "_API_KEY"),
                new Fault("403", Answer.error(403, "permission_error", "no"), 1, "", "_API_KEY", "TABLECHAT_MODEL"),
                new Fault("404", Answer.error(404, "not_found_error", "no"), 1, "", "some-model", "TABLECHAT_MODEL"),
                new Fault("413", Answer.status(413, "", Map.of()), 1, "", "start a new session"),
                new Fault("context", Answer.error(400, "context_length_exceeded", "no"), 1, "", "start a new session"),
                new Fault("too long", Answer.error(400, "x", "prompt is too long: 9 > 8"), 1, "", "start a new session"),
                new Fault("400", Answer.error(400, "x", "temperature is wrong"), 1, "", "temperature is wrong.", "(400)"),
                new Fault("400 with secrets", Answer.error(400, "x", "bad " + SECRETS), 1, "", "bad …"),
                new Fault("quota", Answer.error(429, "insufficient_quota", "no"), 1, "", "billing", "_API_KEY"),
                new Fault("429, come back late", Answer.status(429, "{}", Map.of("Retry-After", "60")), 1, "", "in 60 seconds"),
                new Fault("429, come back now", Answer.status(429, "{}", AT_ONCE), 3, "", "too many requests"),
                new Fault("500", Answer.status(500, "oops", AT_ONCE), 3, "", "does not work just now (500)"),
                new Fault("529", Answer.status(529, "{}", AT_ONCE), 3, "", "(529)"),
                new Fault("overloaded before a token", Answer.of(new Step.Error("overloaded_error", "no")), 3, "", "just now"),
                new Fault("error after a token", Answer.of(A, new Step.Error("overloaded_error", "full"), B), 1, "a", "full."),
                new Fault("odd error after a token", Answer.of(A, new Step.Error("odd", "Very odd")), 1, "a", "Very odd."),
                new Fault("402", Answer.error(402, "billing", "no"), 1, "", "billing", "_API_KEY"),
                new Fault("422", Answer.error(422, "x", "top_p is wrong"), 1, "", "top_p is wrong.", "(422)"),
                new Fault("504, come back now", Answer.status(504, "", AT_ONCE), 3, "", "too long to answer (504)"),
                new Fault("a web page that says 502", Answer.status(502, "<html>", HTML_AT_ONCE), 3, "", "(502)"),
                new Fault("a web page that says 400", Answer.status(400, "<html>", HTML), 1, "", "(400)"),
                new Fault("sent elsewhere", Answer.status(302, "", Map.of("Location", "http://127.0.0.1:1/")), 1, "", "(302)", "URL"));
    }

    private static List<Fault> unreadable() {
        return List.of(
                new Fault("web page", Answer.status(200, "<html>", HTML), 1, "", "a web page", "URL"),
                new Fault("web page, unnamed", Answer.of(new Step.Raw("<!doctype html>\n<p>\n")), 1, "", "a web page"),
                new Fault("JSON", Answer.status(200, "{}", AT_ONCE), 1, "", "unreadable", "URL"),
                new Fault("error as success", Answer.error(200, "odd", "Very odd"), 1, "", "Very odd."),
                new Fault("broken event", Answer.of(A, new Step.Raw(BROKEN_EVENT), B), 1, "a", "unreadable"),
                new Fault("endless line", Answer.of(new Step.Raw("data: " + "x".repeat(2 << 20))), 1, "", "came to no end"),
                new Fault("alive for ever", Answer.of(KEPT_ALIVE).every(Duration.ofMillis(100)), 1, "", "came to no end"),
                new Fault("nothing in it", Answer.of(new Step.End()), 1, "", "empty answer"),
                new Fault("only thoughts", Answer.of(new Step.Thinking("Hm."), new Step.End()), 1, "", "empty answer"));
    }
}
