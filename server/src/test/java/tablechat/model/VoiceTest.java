package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private final List<String> heard = new ArrayList<>();
    private final Voice voice = new Voice(heard::add);

    @Test
    void aHalfWaitsForItsOtherHalf() {
        voice.say("a\uD83D");
        voice.say("\uDE00b");

        assertEquals(List.of("a", "😀b"), heard);
        assertEquals("a😀b", voice.said());
    }

    @Test
    void aHalfThatStaysAloneIsReplaced() {
        voice.say("\uD83D");
        voice.say("x\uD83D");
        voice.end();
        voice.end();

        assertEquals(List.of("\uFFFDx", "\uFFFD"), heard);
    }

    @Test
    void nothingIsNotPassedOn() {
        voice.say("");
        voice.say("\uD83D");

        assertEquals(List.of(), heard);
    }
}
