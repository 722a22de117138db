package tablechat.model.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tablechat.protocol.Nullable;

/// Finds the errors in what a provider answers: by status, by kind of content, and inside a stream.
final class Refusal {
    private static final int BODY_BYTES_MAX = 64 << 10;
    private static final Duration BODY_LIMIT = Duration.ofSeconds(5);

    private Refusal() {}

    /// @throws Broken the answer is not the stream that was asked for
    static void check(Response response) throws InterruptedException {
        int status = response.head().status();
        boolean success = status >= 200 && status < 300;
        String type = response.head().value("Content-Type");
        if (success && type.contains("html")) throw new Broken(new Trouble.Garbled(true));
        if (success && !type.contains("json")) return;

        Said said = Said.in(text(response.body()));
        if (!success) throw new Broken(new Trouble.Status(status, said.code(), said.text(), pause(response, said)));
        if (said.isError()) throw new Broken(new Trouble.Told(said.code(), said.text()));
        throw new Broken(new Trouble.Garbled(false));
    }

    /// @throws Broken the event is an error, by its name or by what it holds
    static void check(ServerSentEvent event) {
        boolean named = "error".equals(event.event());
        // Inside a string of JSON the quotes would be escaped, so few events are read twice.
        if (!named && !event.data().contains("\"error\"") && !event.data().contains("\"blockReason\"")) return;
        Said said = Said.in(event.data());
        if (named || said.isError()) throw new Broken(new Trouble.Told(said.code(), said.text()));
    }

    private static @Nullable Duration pause(Response response, Said said) {
        String header = response.head().first("Retry-After");
        Duration pause = header == null ? null : RetryAfter.read(header);
        return pause == null ? said.pause() : pause;
    }

    /// As much as came within the limits; an error is told even if its text is cut.
    private static String text(Body body) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + BODY_LIMIT.toNanos();
        try {
            while (bytes.size() < BODY_BYTES_MAX) {
                ByteBuffer piece = body.take(Duration.ofNanos(deadline - System.nanoTime()));
                if (piece == null) break;
                bytes.write(piece.array(), piece.position(), piece.remaining());
            }
        } catch (Broken e) {
            // what came until then has to do
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
