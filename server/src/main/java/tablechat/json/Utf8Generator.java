package tablechat.json;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Where JSON-B writes for us: straight into UTF-8, since what goes out are bytes. Parsson's own generator, made for any writer,
/// took three times as long for a session of 500 messages. Half of a surrogate pair, which UTF-8 cannot carry, becomes U+FFFD.
final class Utf8Generator implements JsonGenerator {
    private static final int BYTES_AT_FIRST = 512;
    private static final int CHARACTER_BYTES_MAX = 6;
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final String HEX = "0123456789abcdef";

    private byte[] bytes = new byte[BYTES_AT_FIRST];
    private int length;
    /// The ends of what is open, innermost last.
    private final StringBuilder ends = new StringBuilder();
    private boolean first = true;

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public JsonGenerator writeStartObject() {
        return open('{', '}');
    }

    @Override
    public JsonGenerator writeStartArray() {
        return open('[', ']');
    }

    private JsonGenerator open(char start, char end) {
        separate();
        put(start);
        ends.append(end);
        first = true;
        return this;
    }

    @Override
    public JsonGenerator writeEnd() {
        put(ends.charAt(ends.length() - 1));
        ends.setLength(ends.length() - 1);
        first = false;
        return this;
    }

    @Override
    public JsonGenerator writeKey(String name) {
        separate();
        quote(name);
        put(':');
        first = true; // no comma before its value
        return this;
    }

    @Override
    public JsonGenerator write(String value) {
        separate();
        quote(value);
        return this;
    }

    @Override
    public JsonGenerator write(BigDecimal value) {
        return bare(value.toString());
    }

    @Override
    public JsonGenerator write(BigInteger value) {
        return bare(value.toString());
    }

    @Override
    public JsonGenerator write(int value) {
        return bare(Integer.toString(value));
    }

    @Override
    public JsonGenerator write(long value) {
        return bare(Long.toString(value));
    }

    @Override
    public JsonGenerator write(double value) {
        if (!Double.isFinite(value)) throw new JsonGenerationException("JSON has no number for " + value);
        return bare(Double.toString(value));
    }

    @Override
    public JsonGenerator write(boolean value) {
        return bare(Boolean.toString(value));
    }

    @Override
    public JsonGenerator writeNull() {
        return bare("null");
    }

    @Override
    public JsonGenerator write(JsonValue value) {
        throw new UnsupportedOperationException("our values are no trees of JSON-P");
    }

    @Override
    public JsonGenerator writeStartObject(String name) {
        return writeKey(name).writeStartObject();
    }

    @Override
    public JsonGenerator writeStartArray(String name) {
        return writeKey(name).writeStartArray();
    }

    @Override
    public JsonGenerator write(String name, JsonValue value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, String value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, BigInteger value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, BigDecimal value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, int value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, long value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, double value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator write(String name, boolean value) {
        return writeKey(name).write(value);
    }

    @Override
    public JsonGenerator writeNull(String name) {
        return writeKey(name).writeNull();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private void separate() {
        if (!first) put(',');
        first = false;
    }

    private JsonGenerator bare(String ascii) {
        separate();
        for (int i = 0; i < ascii.length(); i++) put(ascii.charAt(i));
        return this;
    }

    private void put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    private void quote(String text) {
        put('"');
        int at = 0;
        while (at < text.length()) {
            int special = special(text, at);
            copy(text, at, special);
            at = special == text.length() ? special : special + one(text, special);
        }
        put('"');
    }

    /// Where the next character stands that is not its own byte, or the end.
    private static int special(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') return i;
        }
        return text.length();
    }

    /// ASCII is the one thing the deprecated method is right for, and it is the quickest.
    @SuppressWarnings("deprecation")
    private void copy(String text, int from, int to) {
        reserve(to - from);
        text.getBytes(from, to, bytes, length);
        length += to - from;
    }

    /// @return how many UTF-16 units were written
    private int one(String text, int at) {
        reserve(CHARACTER_BYTES_MAX);
        char c = text.charAt(at);
        if (c >= 0x80) return wide(text, at);
        escape(c);
        return 1;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        int named = "\b\t\n\f\r\"\\".indexOf(c);
        if (named >= 0) {
            bytes[length++] = (byte) "btnfr\"\\".charAt(named);
            return;
        }
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = (byte) HEX.charAt(c >> 4);
        bytes[length++] = (byte) HEX.charAt(c & 0xf);
    }

    private int wide(String text, int at) {
        int character = text.codePointAt(at);
        if (character < 0x800) {
            bytes[length++] = (byte) (0xc0 | character >> 6);
        } else if (Character.isSupplementaryCodePoint(character)) {
            bytes[length++] = (byte) (0xf0 | character >> 18);
            continued(character >> 12);
            continued(character >> 6);
        } else if (Character.isSurrogate((char) character)) {
            for (byte one : REPLACEMENT) bytes[length++] = one;
            return 1;
        } else {
            bytes[length++] = (byte) (0xe0 | character >> 12);
            continued(character >> 6);
        }
        continued(character);
        return Character.charCount(character);
    }

    private void continued(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3f);
    }
}
