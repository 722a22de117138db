package tablechat.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Event;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Table;

final class WritingTest {

    enum Word {
        SECOND_ONE
    }

    record Values(Word word, Instant time, boolean flag, @Nullable String absent, List<Object> list) {}

    @Test
    void componentsAreWrittenInTheirOrderAndAbsentOnesLeftOut() {
        var values = new Values(Word.SECOND_ONE, Instant.parse("2026-01-31T12:00:00Z"), true, null, Arrays.asList("a", null, 1));

        assertEquals("""
                {"word":"second_one","time":"2026-01-31T12:00:00.000Z","flag":true,"list":["a",null,1]}""", Json.write(values));
    }

    @Test
    void aVariantBeginsWithItsType() {
        assertEquals("{\"type\":\"pong\"}", Json.write(new Event.Pong()));
        assertEquals("{\"type\":\"text\",\"text\":\"a\"}", Json.write(new Part.Text("a")));
        assertEquals("session.created", Json.type(Event.SessionCreated.class));
    }

    @Test
    void aFieldNamedLikeAJavaKeywordHasItsPlainName() {
        var column = new Table.Column("a", "int", true, false, "0", null, null);

        assertEquals("""
                {"name":"a","type":"int","nullable":true,"primaryKey":false,"default":"0"}""", Json.write(column));
    }

    @Test
    void aTimeOfAnyYearIsWrittenAsAFormatterDoes() {
        var formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
        var times = new ArrayList<>(Stream.of("0000-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "1600-02-29T00:00:00Z",
                "1900-02-28T23:59:59.999999Z", "1900-03-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2000-02-29T12:00:00Z",
                "2024-12-31T23:59:59Z", "9999-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z")
                .map(Instant::parse).toList());
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) times.add(Instant.ofEpochMilli(random.nextLong(-62_135_596_800_000L, 253_402_300_800_000L)));

        for (Instant time : times) assertEquals('"' + formatter.format(time) + '"', Json.write(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:00:00.123456789Z", "2026-01-31T12:00:00.123Z"})
    void aTimeHasMilliseconds(String time) {
        assertEquals("\"2026-01-31T12:00:00.123Z\"", Json.write(Instant.parse(time)));
    }

    @Test
    void numbersAreExact() {
        var numbers = List.of(1, Long.MIN_VALUE, 0.1, 1.5f, new BigInteger("9".repeat(30)), new BigDecimal("0.10"), (short) 7);

        assertEquals("[1,-9223372036854775808,0.1,1.5,999999999999999999999999999999,0.10,7]", Json.write(numbers));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e21, 5e-324, Double.MAX_VALUE, -0.5, 9007199254740992.0})
    void aDoubleComesBackAsItWas(double number) {
        Object read = Json.readObject("{\"a\":" + Json.write(number) + "}").get("a");

        assertEquals(number, ((Number) read).doubleValue());
    }

    @Test
    void whatJsonHasNoNumberForIsABug() {
        assertThrows(RuntimeException.class, () -> Json.write(Double.NaN));
        assertThrows(RuntimeException.class, () -> Json.write(Double.POSITIVE_INFINITY));
        assertThrows(RuntimeException.class, () -> Json.write(new Object()));
    }

    @Test
    void mapsKeepTheirOrderAndTheirNulls() {
        var map = new LinkedHashMap<String, Object>();
        map.put("z", null);
        map.put("a", Map.of("b", List.of()));

        assertEquals("{\"z\":null,\"a\":{\"b\":[]}}", Json.write(map));
    }

    @Test
    void textIsOneLineWhateverIsInIt() {
        String text = "a\nb\r\t\"\\\0\u001f\u0085\u2028é😀";

        String json = Json.write(List.of(text));

        assertFalse(json.contains("\n") || json.contains("\r"), json);
        assertEquals(List.of(text), Json.readList(json));
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertEquals("[\"a\uFFFD\",\"\uFFFD\uFFFD\",\"😀\"]", Json.write(List.of("a\ud83d", "\ude00\ud83d", "😀")));
        assertEquals("{\"\uFFFD\":1}", Json.write(Map.of("\ude00", 1)));
    }

    /// Long texts are written in another way than short ones.
    @Test
    void aLongTextIsTheShortOnesItIsMadeOf() {
        var random = new Random(1);
        List<String> some = List.of("a", "b c", "?", "\"", "\\", "\n", "\u0001", "\u007f", "~", " ", "\ud800", "\udc00", "\u00e4", "\u65e5",
                "\ud83d\ude00");
        List<String> narrow = some.subList(0, some.indexOf("\u00e4"));
        for (int i = 0; i < 20_000; i++) {
            List<String> kinds = random.nextInt(2) == 0 ? narrow : some;
            var pieces = new ArrayList<String>();
            for (int length = random.nextInt(90); length > 0; length--) {
                pieces.add(random.nextInt(4) > 0 ? "a" : kinds.get(random.nextInt(kinds.size())));
            }
            String text = String.join("", pieces);
            assertEquals('"' + written(text) + '"', Json.write(text), text);
        }
    }

    /// Character by character.
    private static String written(String text) {
        return text.codePoints().mapToObj(Character::toString)
                .map(one -> Json.write(one).substring(1, Json.write(one).length() - 1))
                .collect(Collectors.joining());
    }

    @Test
    void bytesAreUtf8() {
        assertArrayEquals("[\"é😀\"]".getBytes(StandardCharsets.UTF_8), Json.bytes(List.of("é😀")));
    }
}
