package tablechat.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/// Hears an answer that nobody waits for.
enum Unheard implements StreamingChatResponseHandler {
    NOBODY;

    /// Itself, by the name langchain4j has for it: whoever asks then need not have that loaded before.
    StreamingChatResponseHandler handler() {
        return this;
    }

    @Override
    public void onPartialResponse(String piece) {}

    @Override
    public void onCompleteResponse(ChatResponse complete) {}

    @Override
    public void onError(Throwable unreadable) {}
}
