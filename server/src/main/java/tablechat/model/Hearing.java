package tablechat.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Map;
import java.util.function.Consumer;
import tablechat.model.http.Broken;
import tablechat.model.http.Exchange;
import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// Hears one answer from langchain4j and passes it on. What goes wrong first counts: after that nothing is passed on.
final class Hearing implements StreamingChatResponseHandler {
    private final Exchange exchange;
    private final Joining joining;
    private final Voice text;
    private final Voice thinking;
    private final ThinkTags tags;

    private @Nullable ChatResponse response;
    private @Nullable RuntimeException failure;

    Hearing(Model.Listener listener, Exchange exchange) {
        this.exchange = exchange;
        this.joining = new Joining(listener);
        this.text = new Voice(joining::text);
        this.thinking = new Voice(joining::thinking);
        this.tags = new ThinkTags(text, thinking);
        exchange.beforeWaiting(() -> {
            flush();
            return heardAnything();
        });
    }

    /// Itself, by the name langchain4j has for it: whoever asks then need not have that loaded before.
    StreamingChatResponseHandler handler() {
        return this;
    }

    @Override
    public void onPartialResponse(String piece) {
        pass(tags::say, piece);
    }

    @Override
    public void onPartialThinking(PartialThinking piece) {
        pass(thinking::say, piece.text());
    }

    private void pass(Consumer<String> voice, String piece) {
        if (failure == null) attempt(() -> voice.accept(piece));
    }

    private void attempt(Runnable passing) {
        try {
            passing.run();
        } catch (RuntimeException e) { // the listener's own; langchain4j would swallow it
            fail(e);
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = complete;
    }

    /// langchain4j could not read what came; everything else is told by the exchange.
    @Override
    public void onError(Throwable unreadable) {
        if (failure == null) fail(new Broken(new Trouble.Garbled(false)));
    }

    private void fail(RuntimeException first) {
        failure = first;
        exchange.cancel();
    }

    /// Passes on all that was heard so far.
    void flush() {
        if (failure == null) attempt(joining::flush);
    }

    boolean heardAnything() {
        return !text.isSilent() || !thinking.isSilent();
    }

    /// The whole answer, once the exchange is over.
    ///
    /// @throws Broken it is not whole, or could not be read
    /// @throws ModelFailure there is nothing in it
    Reply reply(Prompt prompt, Provider provider) throws ModelFailure {
        if (failure != null) throw failure;
        if (response == null || !exchange.ended() && response.finishReason() == null) throw new Broken(new Trouble.Cut());
        tags.end();
        joining.flush();
        AiMessage message = response.aiMessage();
        TokenUsage tokens = response.tokenUsage();
        var calls = Calls.of(message.toolExecutionRequests(), prompt);
        if (text.isSilent() && calls.isEmpty()) throw new ModelFailure(Explanation.ofNothing(response.finishReason()));
        return new Reply(
                text.said(),
                thinking.said(),
                calls,
                Map.copyOf(message.attributes()),
                tokens == null ? null : provider.usage(tokens));
    }
}
