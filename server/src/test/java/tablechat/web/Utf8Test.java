package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.websocket.WsCloseException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {
        "", "a", "κόσμε", "\u0000", "\u007f", "\u0080", "߿", "ࠀ", "\ud7ff", "\ue000", "\ufffd", "\uffff", "😀", "👨‍👩‍👧",
        "\ufeffa"
    })
    void textSurvivesHoweverItIsCut(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        Utf8 utf8 = new Utf8();
        for (byte b : bytes) utf8.append(new byte[] {b});

        assertEquals(text, utf8.end());
        assertEquals(text, Utf8.decode(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "80", "ff", "c0af", "e080af", "f08080af", "c080", "eda080", "eda080edb080", "f4908080", "f5808080", "61c3",
        "61e282", "61f09f98", "c328", "e228a1"
    })
    void whatIsNotUtf8Closes1007(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        WsCloseException closed = assertThrows(WsCloseException.class, () -> Utf8.decode(bytes));

        assertEquals(1007, closed.closeCode());
    }

    @Test
    void badBytesFailBeforeTheMessageEnds() {
        Utf8 utf8 = new Utf8();
        utf8.append(HexFormat.of().parseHex("cebaf4"));

        assertThrows(WsCloseException.class, () -> utf8.append(HexFormat.of().parseHex("90")));
    }
}
