package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tablechat.model.http.Rehearsal;
import tablechat.testing.Answer;
import tablechat.testing.StubProvider;

final class RehearsalTest {
    @AutoClose
    private final StubProvider stub = new StubProvider();

    @ParameterizedTest
    @EnumSource
    void aRehearsalAsksNobodyAndLeavesTheModelAsItWas(Speaker speaker) throws Exception {
        stub.answers(Answer.text("Nine."));
        Model model = speaker.asks(stub);

        model.rehearse();
        assertEquals(List.of(), stub.seen());

        var prompt = new Prompt("Be brief.", List.of(new PromptMessage.User("How many?")), List.of(), false);
        assertEquals("Nine.", model.ask(prompt, Model.Listener.DEAF).text());
        assertEquals(1, stub.seen().size());
    }

    @Test
    void theExampleIsReadAsAnAnswerIs() {
        var heard = new ArrayList<String>();

        new OpenAi().ask(ChatRequest.builder().messages(UserMessage.from("Ready?")).build(), new Access("http://localhost/v1", null), "m",
                new Rehearsal(new OpenAi().example()).builder(), hearing(heard));

        assertEquals(List.of("Yes.", "complete: Yes."), heard);
    }

    private static StreamingChatResponseHandler hearing(List<String> heard) {
        return new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String piece) {
                heard.add(piece);
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                heard.add("complete: " + response.aiMessage().text());
            }

            @Override
            public void onError(Throwable failure) {
                heard.add("failed: " + failure);
            }
        };
    }
}
