package tablechat.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a [StubProvider] answers to one request: a stream of steps when `status` is 200 and `body` null, else that body.
/// `silence` passes before the headers. `bytewise` is the pause after each byte, `between` that after each step; null is none.
public record Answer(
        int status, Map<String, String> headers, String body, List<Step> steps, Duration silence, Duration bytewise,
        Duration between, boolean crlf) {
    private static final int HANGS_UP = 0;

    /// A stream of exactly these steps.
    public static Answer of(Step... steps) {
        return new Answer(200, Map.of("Content-Type", "text/event-stream"), null, List.of(steps), null, null, null, false);
    }

    /// A whole answer in these pieces.
    public static Answer text(String... pieces) {
        var steps = new ArrayList<Step>();
        for (String piece : pieces) steps.add(new Step.Text(piece));
        steps.add(new Step.Usage(11, pieces.length));
        steps.add(new Step.End());
        return of(steps.toArray(Step[]::new));
    }

    public static Answer status(int status, String body, Map<String, String> headers) {
        return new Answer(status, headers, body, List.of(), null, null, null, false);
    }

    /// Hangs up instead.
    public static Answer none() {
        return status(HANGS_UP, "", Map.of());
    }

    boolean isNone() {
        return status == HANGS_UP;
    }

    /// An error as the providers put it.
    public static Answer error(int status, String type, String message) {
        String body = """
                {"type":"error","error":{"type":"%s","message":"%s"}}""".formatted(type, message);
        return status(status, body, Map.of("Content-Type", "application/json"));
    }

    public Answer afterSilence(Duration pause) {
        return new Answer(status, headers, body, steps, pause, bytewise, between, crlf);
    }

    public Answer byteByByte(Duration pause) {
        return new Answer(status, headers, body, steps, silence, pause, between, crlf);
    }

    public Answer every(Duration pause) {
        return new Answer(status, headers, body, steps, silence, bytewise, pause, crlf);
    }

    public Answer withCrlf() {
        return new Answer(status, headers, body, steps, silence, bytewise, between, true);
    }
}
