package tablechat.json;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Where JSON-B writes for us: straight into UTF-8, since what goes out are bytes. Parsson's own generator, made for any writer,
/// took three times as long for a session of 500 messages.
final class Utf8Generator implements JsonGenerator {
    private final Utf8Buffer out = new Utf8Buffer();
    /// The ends of what is open, innermost last.
    private final StringBuilder ends = new StringBuilder();
    private boolean first = true;

    byte[] bytes() {
        return out.bytes();
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
        out.put(start);
        ends.append(end);
        first = true;
        return this;
    }

    @Override
    public JsonGenerator writeEnd() {
        out.put(ends.charAt(ends.length() - 1));
        ends.setLength(ends.length() - 1);
        first = false;
        return this;
    }

    @Override
    public JsonGenerator writeKey(String name) {
        separate();
        out.quote(name);
        out.put(':');
        first = true; // no comma before its value
        return this;
    }

    @Override
    public JsonGenerator write(String value) {
        separate();
        out.quote(value);
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
        if (!first) out.put(',');
        first = false;
    }

    private JsonGenerator bare(String ascii) {
        separate();
        out.put(ascii);
        return this;
    }
}
