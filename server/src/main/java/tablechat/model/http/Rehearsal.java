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
import java.util.List;

/// A question that is put to nobody: whoever asks over this is given the same answer at once, and has loaded by then all that
/// asking takes. Nothing leaves the process.
///
/// @param events the data of the answer's events
public record Rehearsal(List<String> events) implements HttpClient, ServerSentEventParsingHandle {

    /// In the shape in which langchain4j wants its client.
    public HttpClientBuilder builder() {
        return new Given(this);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser unused, ServerSentEventListener listener) {
        var context = new ServerSentEventContext(this);
        listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
        for (String event : events) listener.onEvent(new ServerSentEvent(null, event), context);
        listener.onClose();
    }

    @Override
    public void cancel() {}

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("only streams are asked for");
    }
}
