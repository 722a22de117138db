package tablechat.agent;

import tablechat.database.Outcome.Rows;
import tablechat.model.PromptMessage;
import tablechat.model.ToolCall;
import tablechat.protocol.Call;
import tablechat.protocol.Call.Status;
import tablechat.protocol.Nullable;

/// What became of a call: the text for the model (null when it gets none), the sentence for the user, the rows of a query.
record Output(Status status, @Nullable String text, @Nullable String error, @Nullable Rows rows) {
    static final Output STOPPED = new Output(Status.STOPPED, null, "Stopped before it was done.", null);
    static final Output BUG = new Output(Status.FAILED, null, "Something went wrong inside TableChat.", null);

    /// Bytes of UTF-8 a tool may give the model.
    static final int TEXT_BYTES_MAX = 8 * 1024;

    private static final int SENTENCE_CHARACTERS_MAX = 2_000;

    static Output complete(String text) {
        return new Output(Status.COMPLETE, text, null, null);
    }

    static Output complete(String text, Rows rows) {
        return new Output(Status.COMPLETE, text, null, rows);
    }

    static Output failed(String sentence) {
        String error = Clip.shortened(sentence, SENTENCE_CHARACTERS_MAX);
        return new Output(Status.FAILED, "error: " + error, error, null);
    }

    static Output refused(String reason) {
        String error = Clip.shortened(reason, SENTENCE_CHARACTERS_MAX);
        return new Output(Status.REFUSED, "refused: " + error, error, null);
    }

    Call finish(Call started, long durationMs) {
        return new Call(started.id(), started.name(), started.input(), status, text, null, error, durationMs);
    }

    PromptMessage.ToolOutput reply(ToolCall call) {
        return new PromptMessage.ToolOutput(call.id(), call.name(), text, status != Status.COMPLETE);
    }
}
