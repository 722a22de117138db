package tablechat.model.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import tablechat.protocol.Nullable;

/// One request and its streamed answer, made for a single ask. langchain4j's own client reads on another thread, reports an
/// error and then success, hangs when a stream ends early or stalls, and takes an error inside a stream for an answer. This
/// one works on the thread that asks and ends in exactly one way: it returns, or throws [Broken] or [Stopped], which pass
/// through langchain4j. An interrupt ends it at once and closes the connection.
public final class Exchange implements HttpClient, ServerSentEventParsingHandle {
    /// What follows the last event is awaited so long, so that the connection can be used again.
    private static final Duration TAIL = Duration.ofMillis(200);

    private final Http http;
    private final Limits limits;
    private final UnaryOperator<String> sent;
    private final UnaryOperator<String> read;
    private final Permission permission;
    private BooleanSupplier beforeWaiting = () -> false;
    private boolean cancelled;
    private boolean ended;

    Exchange(Http http, Limits limits, UnaryOperator<String> sent, UnaryOperator<String> read, Permission permission) {
        this.http = http;
        this.limits = limits;
        this.sent = sent;
        this.read = read;
        this.permission = permission;
    }

    /// In the shape in which langchain4j wants its client.
    public HttpClientBuilder builder() {
        return new Given(this);
    }

    /// Has this run, on the asking thread, whenever all that came is read and more has to be awaited.
    ///
    /// @param work says whether anything was heard yet: the first word is read as soon as it comes, what follows may wait 10 ms
    public void beforeWaiting(BooleanSupplier work) {
        beforeWaiting = work;
    }

    /// Whether the provider said that its answer was whole.
    public boolean ended() {
        return ended;
    }

    /// No further event is read. To be called by whoever hears the events, on the same thread.
    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    /// @param unused langchain4j's parser, which knows no bounds
    /// @throws Broken once, when anything goes wrong
    /// @throws Stopped this thread was interrupted
    @Override
    public void execute(HttpRequest request, ServerSentEventParser unused, ServerSentEventListener listener) {
        try {
            try (Response response = new Opening(http, limits, permission).open(request, sent.apply(request.body()))) {
                Refusal.check(response);
                response.line().hear(beforeWaiting);
                listener.onOpen(opened(response.head()));
                deliver(new Events(response.body(), limits), listener);
                response.line().rest();
                if (ended) drain(response.body());
            }
        } catch (InterruptedException e) {
            throw new Stopped();
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams are asked for");
    }

    private static SuccessfulHttpResponse opened(Head head) {
        return SuccessfulHttpResponse.builder().statusCode(head.status()).headers(head.fields()).build();
    }

    private void deliver(Events events, ServerSentEventListener listener) throws InterruptedException {
        var context = new ServerSentEventContext(this);
        while (!cancelled && !ended) {
            @Nullable ServerSentEvent event = events.next();
            if (event == null) break;
            Refusal.check(event);
            ended = isLast(event);
            hand(new Passing(event.event(), read.apply(event.data())), context, listener);
        }
        if (!cancelled) listener.onClose();
    }

    /// OpenAI ends with the first, Anthropic with the second.
    private static boolean isLast(ServerSentEvent event) {
        return "[DONE]".equals(event.data()) || "message_stop".equals(event.event());
    }

    private static void hand(Passing event, ServerSentEventContext context, ServerSentEventListener listener) {
        try {
            listener.onEvent(event, context);
            event.wasRead();
        } catch (RuntimeException e) { // whatever langchain4j's reading of a provider's JSON stumbles over
            throw new Broken(new Trouble.Garbled(false));
        }
    }

    private static void drain(Body body) throws InterruptedException {
        try {
            long deadlineNanos = System.nanoTime() + TAIL.toNanos();
            while (body.take(TAIL) != null && System.nanoTime() < deadlineNanos) continue;
        } catch (Broken e) {
            // the answer is whole, only the connection is lost
        }
    }
}
