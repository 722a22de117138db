package tablechat.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void everyKindOfValueIsRead() {
        var tree = Json.readObject("""
                {"text": "é\\u00e9\\n", "yes": true, "no": false, "nothing": null, "list": [1, [], {}], "object": {"a": 1}}
                """);

        assertEquals("éé\n", tree.get("text"));
        assertEquals(true, tree.get("yes"));
        assertEquals(false, tree.get("no"));
        assertTrue(tree.containsKey("nothing"));
        assertNull(tree.get("nothing"));
        assertEquals(Arrays.asList(1L, List.of(), Map.of()), tree.get("list"));
        assertEquals(Map.of("a", 1L), tree.get("object"));
    }

    @Test
    void keysKeepTheirOrder() {
        var tree = Json.readObject("{\"z\":1,\"a\":2,\"m\":3}");

        assertEquals(List.of("z", "a", "m"), List.copyOf(tree.keySet()));
    }

    @Test
    void aNumberIsALongWhereOneFitsAndExactInAnyCase() {
        var tree = Json.readObject("""
                {"least": -9223372036854775808, "most": 9223372036854775807, "more": 9223372036854775808,
                 "cents": 0.10, "kilo": 1e3}
                """);

        assertEquals(Long.MIN_VALUE, tree.get("least"));
        assertEquals(Long.MAX_VALUE, tree.get("most"));
        assertEquals(new BigDecimal("9223372036854775808"), tree.get("more"));
        assertEquals(new BigDecimal("0.10"), tree.get("cents"));
        assertEquals(new BigDecimal("1e3"), tree.get("kilo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "}", "{\"a\":", "{\"a\":\"", "{\"a\":1]", "{,}", "{\"a\":1,}", "{\"a\":[1,]}", "{\"a\" 1}",
        "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":-}",
        "{\"a\":1e}", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":tru}", "{\"a\":truex}", "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}", "{\"a\":\"\t\"}", "\f{}", "\u00a0{}"
    })
    void whatIsNotJsonIsMalformed(String text) {
        assertMalformed(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", "\"text\"", "[]", "[{}]"})
    void whatIsJsonButNoObjectIsMalformed(String text) {
        assertMalformed(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} x", "{},", "{}]", "{}//", "{}\0"})
    void textAfterTheEndIsMalformed(String text) {
        assertMalformed(text);
    }

    @Test
    void blanksAroundTheObjectAreNoText() {
        assertEquals(Map.of(), Json.readObject(" \t\r\n{ } \n"));
    }

    @Test
    void aByteOrderMarkIsMalformed() {
        assertMalformed("\uFEFF{}");
    }

    @Test
    void aNulIsReadOnlyWhereItIsEscaped() {
        assertMalformed("{\"a\":\"\0\"}");
        assertEquals("\0", Json.readObject("{\"a\":\"\\u0000\"}").get("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"b\":[{\"a\":1,\"a\":2}]}"})
    void aKeyThatStandsTwiceIsMalformed(String text) {
        assertMalformed(text);
    }

    @Test
    void theSameKeyMayStandInTwoObjects() {
        assertEquals(Map.of("a", Map.of("a", 1L)), Json.readObject("{\"a\":{\"a\":1}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ude00\"}", "{\"a\":\"\\ude00\\ud83d\"}", "{\"a\":\"\\ud83d!\"}",
        "{\"\\ud83d\":1}"
    })
    void halfASurrogatePairIsMalformed(String text) {
        assertMalformed(text);
    }

    @Test
    void aWholeSurrogatePairIsACharacter() {
        assertEquals("😀", Json.readObject("{\"a\":\"\\ud83d\\ude00\"}").get("a"));
    }

    @Test
    void objectsAndArraysMayBeNested64Deep() {
        assertEquals(1, Json.readObject("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}").size());

        assertMalformed("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}");
        assertMalformed("{\"a\":".repeat(200_000));
        assertMalformed("[".repeat(MEBIBYTE));
    }

    @Test
    void neighboursAreNotNested() {
        var tree = Json.readObject("{\"a\":[" + "[],".repeat(999) + "{}]}");

        assertEquals(1_000, Json.list(tree.get("a")).size());
    }

    @Test
    void aNumberHasAtMost400Characters() {
        assertEquals(400, Json.readObject("{\"a\":" + "9".repeat(400) + "}").get("a").toString().length());

        assertMalformed("{\"a\":" + "9".repeat(401) + "}");
        assertMalformed("{\"a\":0." + "9".repeat(MEBIBYTE) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "-1E+99999999999", "1e-2147483649"})
    void anExponentBeyondAllBoundsIsMalformed(String number) {
        assertMalformed("{\"a\":" + number + "}");
    }

    @Test
    void aMebibyteOfAnythingIsRead() {
        String text = "\"é😀".repeat(MEBIBYTE / 8);

        assertEquals(text, Json.readObject("{\"a\":\"" + text.replace("\"", "\\\"") + "\"}").get("a"));
        assertEquals(MEBIBYTE / 2, Json.readList("[1" + ",1".repeat(MEBIBYTE / 2 - 1) + "]").size());
        assertMalformed("{" + " ".repeat(MEBIBYTE));
        assertMalformed("\\".repeat(MEBIBYTE));
    }

    @Test
    void aListOfOurOwnIsRead() {
        assertEquals(List.of(List.of(1L, "a"), List.of()), Json.readList("[[1,\"a\"],[]]"));
        assertThrows(Malformed.class, () -> Json.readList("{}"));
    }

    private static void assertMalformed(String text) {
        var malformed = assertThrows(Malformed.class, () -> Json.readObject(text));

        assertNull(malformed.field());
        assertTrue(malformed.getMessage().endsWith("."), malformed.getMessage());
    }
}
