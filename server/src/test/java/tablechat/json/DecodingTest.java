package tablechat.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Nullable;

final class DecodingTest {
    private static final String FULL = """
            {"text": "a", "whole": 1, "large": 2, "flag": true, "time": "2026-01-31T12:00:00.000Z", "word": "second_one",
             "words": ["a", "b"], "inner": {"number": 3}, "any": {"x": [1]}, "class": "c",
             "kind": {"type": "big.circle", "radius": 4}}
            """;

    private static final Class<?>[] VARIANTS = Kind.class.getPermittedSubclasses();

    enum Word {
        FIRST,
        SECOND_ONE
    }

    record Inner(int number) {}

    sealed interface Kind {
        record BigCircle(int radius) implements Kind {}

        record Dot() implements Kind {}
    }

    record Everything(
            String text,
            Integer whole,
            long large,
            Boolean flag,
            Instant time,
            Word word,
            List<String> words,
            Inner inner,
            Map<String, Object> any,
            Kind kind,
            String class_,
            @Nullable String absent) {}

    record Numbers(@Nullable Integer integer, @Nullable Long number) {}

    record Picky(String text) {
        static final IllegalArgumentException REFUSAL = new IllegalArgumentException("picky");

        Picky {
            if (text.isEmpty()) throw REFUSAL;
        }
    }

    @Test
    void everyKindOfFieldIsFilled() {
        var all = Json.decode(Json.readObject(FULL), Everything.class);

        assertEquals(new Everything("a", 1, 2L, true, Instant.parse("2026-01-31T12:00:00Z"), Word.SECOND_ONE, List.of("a", "b"),
                new Inner(3), Map.of("x", List.of(1L)), new Kind.BigCircle(4), "c", null), all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "whole", "large", "flag", "time", "word", "words", "inner", "any", "kind", "class"})
    void aFieldThatIsMissingIsNamed(String field) {
        var object = Json.readObject(FULL);
        object.remove(field);

        var malformed = assertThrows(Malformed.class, () -> Json.decode(object, Everything.class));

        assertEquals(field, malformed.field());
        assertEquals("\"" + field + "\" is missing.", malformed.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "text | 1 null true [] {} 1.5",
        "whole | \"1\" null true [] {} 1.5 2147483648 -2147483649 1e999999999 1e-999999999 1e2147483647",
        "large | \"1\" null false [] {} 0.1 9223372036854775808 1e400",
        "flag | \"true\" null 0 1 [] {}",
        "time | \"yesterday\" \"\" null 0 [] {} \"2026-01-31\" \"2026-02-30T00:00:00Z\"",
        "word | \"SECOND_ONE\" \"third\" \"\" null 1 [] {}",
        "words | \"a\" null 1 {} [1] [null] [[]] [\"a\",true]",
        "inner | \"a\" null 1 []",
        "any | \"a\" null 1 []",
        "kind | \"a\" null 1 []",
        "class | null 1",
        "absent | null 1 []"
    })
    void aValueOfAnotherTypeIsNotConverted(String field, String wrongValues) {
        for (String wrong : wrongValues.split(" ")) {
            var object = Json.readObject(FULL);
            object.put(field, Json.readObject("{\"value\":" + wrong + "}").get("value"));

            var malformed = assertThrows(Malformed.class, () -> Json.decode(object, Everything.class), wrong);

            assertEquals(field, malformed.field(), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "inner | {} | inner.number",
        "inner | {\"number\":\"3\"} | inner.number",
        "kind | {\"type\":\"square\"} | kind.type",
        "kind | {\"type\":\"BigCircle\"} | kind.type",
        "kind | {\"radius\":1} | kind.type",
        "kind | {\"type\":\"big.circle\",\"radius\":1.5} | kind.radius"
    })
    void aNestedFieldIsNamedByItsPath(String field, String value, String path) {
        var object = Json.readObject(FULL);
        object.put(field, Json.readObject(value));

        var malformed = assertThrows(Malformed.class, () -> Json.decode(object, Everything.class));

        assertEquals(path, malformed.field());
    }

    @Test
    void aWholeNumberMayBeWrittenInAnyWay() {
        assertEquals(new Numbers(100, 5L), Json.decode(Json.readObject("{\"integer\":1e2,\"number\":5.0}"), Numbers.class));
        assertEquals(new Numbers(0, 0L), Json.decode(Json.readObject("{\"integer\":-0,\"number\":0e99}"), Numbers.class));
    }

    @Test
    void whatMayBeLeftOutIsNullThen() {
        assertEquals(new Numbers(null, null), Json.decode(Map.of(), Numbers.class));
    }

    @Test
    void fieldsTheRecordDoesNotHaveAreIgnored() {
        assertEquals(new Inner(3), Json.decode(Map.of("number", 3L, "more", "x"), Inner.class));
    }

    @Test
    void aVariantIsChosenByItsType() {
        assertEquals(new Kind.Dot(), Json.decode(Map.of("type", "dot"), Kind.class));
        assertEquals("type", assertThrows(Malformed.class, () -> Json.decode(Map.of("type", 1L), Kind.class)).field());
        assertEquals(List.of("big.circle", "dot"), List.of(Json.type(VARIANTS[0]), Json.type(VARIANTS[1])));
    }

    @Test
    void aRecordThatRefusesItsValuesIsHeard() {
        assertSame(Picky.REFUSAL, assertThrows(RuntimeException.class, () -> Json.decode(Map.of("text", ""), Picky.class)));
        assertNull(Json.decode(Json.readObject("{\"any\":null}"), Anything.class).any());
    }

    record Anything(@Nullable Object any) {}
}
