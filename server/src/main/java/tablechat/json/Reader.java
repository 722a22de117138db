package tablechat.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/// JSON text to a tree, by the rules of [tablechat.json.Json#readObject].
final class Reader {
    /// Looked up once: JSON-P looks through the class path for it at every call of its own.
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private static final int NESTING_MAX = 64;
    private static final int NUMBER_CHARACTERS_MAX = 400;

    private final JsonParser parser;
    private int depth;

    private Reader(JsonParser parser) {
        this.parser = parser;
    }

    static Object read(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            if (!parser.hasNext()) throw new Malformed(null, "The message is empty.");
            Object value = new Reader(parser).value(parser.next());
            if (parser.hasNext()) throw new Malformed(null, "There is text after the end of the JSON.");
            return value;
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw new Malformed(null, "This is not valid JSON.");
        }
    }

    /// [tablechat.json.Json#readItems].
    static Map<String, Object> items(java.io.Reader in, String list, int charactersMax, Consumer<Map<String, Object>> each) {
        var bounded = new BoundedReader(in, charactersMax);
        var handing = new boolean[1];
        try (JsonParser parser = PARSERS.createParser(bounded)) {
            if (parser.next() != Event.START_OBJECT) throw new Malformed(null, "It is no JSON object.");
            var rest = new Reader(parser).rest(list, item -> {
                handing[0] = true;
                each.accept(item);
                handing[0] = false;
                bounded.begin();
            });
            if (parser.hasNext()) throw new Malformed(null, "There is text after the end of the JSON.");
            return rest;
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            if (handing[0]) throw e; // the receiver's own
            throw new Malformed(null, "It is not valid JSON.");
        }
    }

    private Map<String, Object> rest(String list, Consumer<Map<String, Object>> each) {
        var rest = new LinkedHashMap<String, Object>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String key = string();
            boolean isList = key.equals(list);
            if (rest.containsKey(key)) throw new Malformed(null, "A key stands twice in one object.");
            rest.put(key, isList ? each(list, each) : value(parser.next()));
        }
        return rest;
    }

    /// Nothing is left of an array; what is none is for the receiver to refuse.
    private Object each(String list, Consumer<Map<String, Object>> each) {
        Event first = parser.next();
        if (first != Event.START_ARRAY) return value(first);
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            if (event != Event.START_OBJECT) throw new Malformed(list, "\"%s\" must hold objects only.".formatted(list));
            each.accept(object());
        }
        return List.of();
    }

    private Object value(Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING, KEY_NAME -> string();
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY -> throw new Malformed(null, "This is not valid JSON.");
        };
    }

    private Map<String, Object> object() {
        enter();
        var object = new LinkedHashMap<String, Object>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String key = string();
            if (object.containsKey(key)) throw new Malformed(null, "The key \"%s\" stands twice in one object.".formatted(key));
            object.put(key, value(parser.next()));
        }
        depth--;
        return object;
    }

    private List<Object> array() {
        enter();
        var list = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) list.add(value(event));
        depth--;
        return list;
    }

    private void enter() {
        if (++depth > NESTING_MAX) throw new Malformed(null, "The JSON is nested more than %d deep.".formatted(NESTING_MAX));
    }

    private String string() {
        String text = parser.getString();
        if (WellFormed.loneSurrogate(text, 0) >= 0) throw new Malformed(null, "A string holds half a surrogate pair.");
        return text;
    }

    private Object number() {
        if (parser.getString().length() > NUMBER_CHARACTERS_MAX) throw new Malformed(null, "A number is too long.");
        BigDecimal number = decimal();
        boolean fitsLong = number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
        return fitsLong ? (Object) number.longValue() : number;
    }

    /// JSON bounds no exponent, but `BigDecimal` does.
    private BigDecimal decimal() {
        try {
            return parser.getBigDecimal();
        } catch (NumberFormatException e) {
            throw new Malformed(null, "A number has too large an exponent.");
        }
    }

    @SuppressWarnings("unchecked") // only trees made here come in
    static Map<String, Object> object(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    @SuppressWarnings("unchecked") // only trees made here come in
    static List<Object> list(List<?> list) {
        return (List<Object>) list;
    }
}
