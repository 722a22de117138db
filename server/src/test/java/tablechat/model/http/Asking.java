package tablechat.model.http;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Exchanges as a model's are, each on a virtual thread; what is heard is one text.
final class Asking {
    static final Limits PATIENT = limits(20_000);
    static final Limits HASTY = limits(500);

    private final Http http;
    /// How often a request may be sent once more.
    int again = Integer.MAX_VALUE;
    /// The events as they were heard, kept as langchain4j keeps them.
    final List<ServerSentEvent> kept = new ArrayList<>();
    /// Is done before each request leaves.
    Runnable before = () -> {};

    Asking(Limits limits) {
        this(new Http(limits));
    }

    Asking(Http http) {
        this.http = http;
    }

    private static Limits limits(int millis) {
        Duration each = Duration.ofMillis(millis);
        return new Limits(each, each, each, Duration.ofMinutes(1));
    }

    String ask(String url) throws Exception {
        return ask(url, "{}", "secret");
    }

    /// What was heard, event by event, as `data` or `name:data`.
    ///
    /// @throws Broken how it failed
    String ask(String url, String body, String key) throws Exception {
        var heard = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> heard(url, body, key, heard)).join();
        try {
            return heard.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /// The same without waiting: to be interrupted.
    Thread begin(String url, String body, CompletableFuture<String> heard) {
        return Thread.ofVirtual().start(() -> heard(url, body, "secret", heard));
    }

    private void heard(String url, String body, String key, CompletableFuture<String> heard) {
        var request = HttpRequest.builder().method(HttpMethod.POST).url(url).addHeader("Authorization", "Bearer " + key).body(body).build();
        var events = new ArrayList<String>();
        try {
            http.exchange(text -> text, text -> text, permission()).execute(request, null, hearing(events));
            heard.complete(String.join("|", events));
        } catch (RuntimeException e) { // also those of the exchange
            heard.completeExceptionally(e);
        }
    }

    private Permission permission() {
        return new Permission() {
            @Override
            public void beforeAsking() {
                before.run();
            }

            @Override
            public boolean mayAskAgain() {
                return again-- > 0;
            }
        };
    }

    private ServerSentEventListener hearing(List<String> events) {
        return new ServerSentEventListener() {
            @Override
            public void onOpen(SuccessfulHttpResponse response) {}

            @Override
            public void onEvent(ServerSentEvent event) {
                kept.add(event);
                events.add((event.event() == null ? "" : event.event() + ":") + event.data());
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onClose() {}
        };
    }
}
