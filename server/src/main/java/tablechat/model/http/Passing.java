package tablechat.model.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import tablechat.protocol.Nullable;

/// An event that holds its data only until it was read. langchain4j keeps every event of an answer until the answer ends, some
/// 280 bytes a token, for whoever wants them as they came; nobody here does.
final class Passing extends ServerSentEvent {
    private String data;

    Passing(@Nullable String event, String data) {
        super(event, "");
        this.data = data;
    }

    /// Empty once it was read.
    @Override
    public String data() {
        return data;
    }

    void wasRead() {
        data = "";
    }
}
