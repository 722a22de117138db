package tablechat.model.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tablechat.protocol.Nullable;

/// Finds the errors in what a provider answers: by status, by kind of content, and inside a stream.
final class Refusal {
    private static final int BODY_BYTES_MAX = 64 << 10;
    private static final Duration BODY_LIMIT = Duration.ofSeconds(5);

    private Refusal() {}

    /// @throws Broken the answer is not the stream that was asked for
    static void check(HttpResponse<Body> response) throws InterruptedException {
        int status = response.statusCode();
        boolean success = status >= 200 && status < 300;
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
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

    private static @Nullable Duration pause(HttpResponse<Body> response, Said said) {
        return response.headers().firstValue("Retry-After").map(RetryAfter::read).orElse(said.pause());
    }

    /// As much as came within the limits; an error is told even if its text is cut.
    private static String text(Body body) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + BODY_LIMIT.toNanos();
        try {
            while (bytes.size() < BODY_BYTES_MAX) {
                List<ByteBuffer> buffers = body.take(Duration.ofNanos(deadline - System.nanoTime()));
                if (buffers == null) break;
                for (ByteBuffer buffer : buffers) {
                    var piece = new byte[buffer.remaining()];
                    buffer.get(piece);
                    bytes.writeBytes(piece);
                }
            }
        } catch (Broken e) {
            // what came until then has to do
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
