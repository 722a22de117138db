package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.common.buffers.DataReader;
import io.helidon.websocket.WsCloseException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames from a list of segments, read without a socket.
final class MessageReaderTest {

    @Test
    void fragmentsBecomeOneMessageAndPingsBetweenThemComeFirst() {
        MessageReader reader = reader(
                RawClient.frame(0x01, "one "),
                RawClient.frame(0x89, "?"),
                RawClient.frame(0x00, ""),
                RawClient.frame(0x80, "two"));

        assertArrayEquals(new byte[] {'?'}, ((Incoming.Ping) reader.next()).payload());
        assertEquals(new Incoming.Text("one two"), reader.next());
    }

    @Test
    void aMessageComesOutTheSameHoweverTheBytesAreCut() {
        byte[] frame = RawClient.frame(0x81, "Grüße 😀 ".repeat(30));
        byte[][] single = IntStream.range(0, frame.length).mapToObj(i -> new byte[] {frame[i]}).toArray(byte[][]::new);

        assertEquals(new Incoming.Text("Grüße 😀 ".repeat(30)), reader(single).next());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 0xffff, 0x10000, MessageReader.MESSAGE_BYTES_MAX})
    void everyLengthUpToTheLimitIsRead(int length) {
        String text = "*".repeat(length);

        assertEquals(new Incoming.Text(text), reader(RawClient.frame(0x81, text)).next());
    }

    @ParameterizedTest
    @CsvSource({
        "1002, c18000000000, reserved bit",
        "1002, 838000000000, reserved data opcode",
        "1002, 8b8000000000, reserved control opcode",
        "1002, 8100, not masked",
        "1002, 098000000000, cut ping",
        "1002, 89fe007e00000000, ping of 126 bytes",
        "1002, 808000000000, nothing to continue",
        "1002, 018000000000818000000000, message in a message",
        "1002, 018000000000828000000000, binary in a message",
        "1002, 81fe000500000000, length not in its shortest form",
        "1002, 81ff000000000000ffff00000000, long length not in its shortest form",
        "1002, 81ff800000000000000500000000, negative length",
        "1003, 828000000000, binary",
        "1007, 81820000000061c3, text that ends inside a character",
        "1009, 81ff000000000010000100000000, one byte too long",
        "1009, 81ff400000000000000000000000, 2^62 bytes announced",
        "1002, 88810000000003, close of one byte",
        "1002, 88820000000003ed, close 1005",
        "1002, 88820000000003ee, close 1006",
        "1002, 888200000000044c, close 1100",
        "1002, 88820000000003e7, close 999",
        "1002, 8882000000001388, close 5000",
        "1007, 88830000000003e8ff, close reason that is not UTF-8"
    })
    void whatBreaksTheRulesNamesItsCloseCode(int code, String frames, String why) {
        MessageReader reader = reader(HexFormat.of().parseHex(frames));

        WsCloseException closed = assertThrows(WsCloseException.class, reader::next, why);

        assertEquals(code, closed.closeCode(), why);
    }

    @Test
    void fragmentsTogetherMayNotPassTheLimit() {
        byte[] half = RawClient.frame(0x00, "*".repeat(MessageReader.MESSAGE_BYTES_MAX / 2));
        MessageReader reader = reader(RawClient.frame(0x01, ""), half, half, RawClient.frame(0x80, "!"));

        assertEquals(1009, assertThrows(WsCloseException.class, reader::next).closeCode());
    }

    @Test
    void theLimitStartsAnewWithEachMessage() {
        byte[] most = RawClient.frame(0x81, "*".repeat(MessageReader.MESSAGE_BYTES_MAX - 1));
        MessageReader reader = reader(most, most);

        reader.next();

        assertEquals(MessageReader.MESSAGE_BYTES_MAX - 1, ((Incoming.Text) reader.next()).text().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1014, 3000, 4999})
    void codesThatMayBeSentAreTaken(int code) {
        byte[] payload = ByteBuffer.allocate(5).putShort((short) code).put(new byte[] {'b', 'y', 'e'}).array();

        Incoming close = reader(RawClient.frame(0x88, payload)).next();

        assertEquals(new Incoming.Close(new CloseFrame(code, "bye")), close);
        assertArrayEquals(payload, new CloseFrame(code, "bye").payload());
    }

    @Test
    void aCloseWithoutACodeIsAnsweredWithoutOne() {
        Incoming close = reader(RawClient.frame(0x88, "")).next();

        assertEquals(new Incoming.Close(new CloseFrame(1005, "")), close);
        assertEquals(0, new CloseFrame(1005, "").payload().length);
    }

    @Test
    void aReasonIsCutToWhatAFrameHolds() {
        byte[] payload = new CloseFrame(1008, "é".repeat(100)).payload();

        assertEquals(2 + 122, payload.length);
    }

    private static MessageReader reader(byte[]... segments) {
        Iterator<byte[]> left = Arrays.asList(segments).iterator();
        return new MessageReader(new DataReader(() -> left.hasNext() ? left.next() : null));
    }
}
