package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkTagsTest {
    private final Heard heard = new Heard();

    private void say(String... pieces) {
        var tags = new ThinkTags(new Voice(heard::text), new Voice(heard::thinking));
        for (String piece : pieces) tags.say(piece);
        tags.end();
    }

    private String thoughts() {
        return String.join("", heard.thoughts);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "<think>Tables first.</think>Nine.|Tables first.|Nine.",
        "`\n<think>\nTables first.\n</think>\n\nNine.`|Tables first.|Nine.",
        "<thinking>a < b</thinking>Nine.|a < b|Nine.",
        "`<think>\n\n</think>\n\nNine.`|``|Nine.",
        "Nine.|``|Nine.",
        "` Nine`|``|` Nine`",
        "<b>Nine</b>|``|<b>Nine</b>",
        "Say <think>nine</think>|``|Say <think>nine</think>",
        "<think>it was cut|it was cut|``",
        "<think>it was cut</thi|it was cut</thi|``",
        "<thi|``|<thi",
        "<thinker>|``|<thinker>",
    }, delimiter = '|')
    void thinkingEndsWhereItsTagDoesHoweverThePiecesFall(String said, String thoughts, String text) {
        for (int size = 1; size <= said.length(); size++) {
            heard.texts.clear();
            heard.thoughts.clear();

            say(said.split("(?<=\\G.{" + size + "})"));

            assertEquals(thoughts, thoughts().strip());
            assertEquals(text, heard.text());
        }
    }

    @Test
    void onlyWhatMayBeATagIsHeldBack() {
        var tags = new ThinkTags(new Voice(heard::text), new Voice(heard::thinking));

        tags.say("<think>One </thi");
        assertEquals("One ", thoughts());
        tags.say("s and ");
        assertEquals("One </this and ", thoughts());
        tags.say("that</think> A");
        assertEquals("A", heard.text());
        tags.say(" <");
        assertEquals("A <", heard.text());
    }
}
