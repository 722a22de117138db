package tablechat.agent;

import tablechat.database.Outcome.Rows;
import tablechat.model.PromptMessage;
import tablechat.model.ToolCall;
import tablechat.protocol.Call;
import tablechat.protocol.Call.Status;
import tablechat.protocol.Nullable;

/// What became of a call: the text for the model (null when it gets none), the sentence for the user, the rows of a query.
///
/// @param modelRows how many rows of the data are in the text; null where the tool shows none
record Output(Status status, @Nullable String text, @Nullable String error, @Nullable Rows rows, @Nullable Integer modelRows) {
    static final Output STOPPED = new Output(Status.STOPPED, null, "Stopped before it was done.", null, null);
    static final Output BUG = new Output(Status.FAILED, null, "Something went wrong inside TableChat.", null, null);

    /// Bytes of UTF-8 a tool may give the model.
    static final int TEXT_BYTES_MAX = 8 * 1024;

    private static final int SENTENCE_CHARACTERS_MAX = 2_000;

    static Output complete(String text) {
        return new Output(Status.COMPLETE, text, null, null, null);
    }

    static Output complete(Shown shown) {
        return new Output(Status.COMPLETE, shown.text(), null, null, shown.rows());
    }

    static Output complete(Shown shown, Rows rows) {
        return new Output(Status.COMPLETE, shown.text(), null, rows, shown.rows());
    }

    static Output failed(String sentence) {
        return failed(sentence, sentence);
    }

    /// @param told to the model in its stead
    static Output failed(String sentence, String told) {
        return new Output(Status.FAILED, "error: " + Clip.shortened(told, SENTENCE_CHARACTERS_MAX),
                Clip.shortened(sentence, SENTENCE_CHARACTERS_MAX), null, null);
    }

    static Output refused(String reason) {
        String error = Clip.shortened(reason, SENTENCE_CHARACTERS_MAX);
        return new Output(Status.REFUSED, "refused: " + error, error, null, null);
    }

    Call finish(Call started, long durationMs) {
        return new Call(started.id(), started.name(), started.input(), status, text, null, error, durationMs, modelRows);
    }

    PromptMessage.ToolOutput reply(ToolCall call) {
        return new PromptMessage.ToolOutput(call.id(), call.name(), text, status != Status.COMPLETE);
    }
}
