package tablechat.json;

import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.yasson.YassonJsonb;

/// Reads JSON strictly and writes it exactly. A tree of JSON is made of `Map<String, Object>` (in the order of the text),
/// `List<Object>`, `String`, `Boolean`, `Long` or `BigDecimal`, and null.
public final class Json {
    private static final YassonJsonb JSONB = (YassonJsonb) JsonbBuilder.create(new JsonbConfig().withSerializers(new Writer()));

    private Json() {}

    /// Exactly one JSON object. Refuses what others let pass: duplicate keys, lone surrogates,
    /// nesting over 64, text after the end.
    ///
    /// @throws Malformed saying what is wrong
    public static Map<String, Object> readObject(String text) {
        if (Reader.read(text) instanceof Map<?, ?> object) return Reader.object(object);
        throw new Malformed(null, "Expected one JSON object, such as {\"type\":\"ping\"}.");
    }

    /// A JSON array that we wrote ourselves.
    public static List<Object> readList(String text) {
        if (Reader.read(text) instanceof List<?> list) return Reader.list(list);
        throw new Malformed(null, "Expected a JSON array.");
    }

    /// An object that may be too large to be held: the items of its array `list`, which are objects, are handed over one by one, and
    /// what else is in it is returned, with an empty list in that one's place, or what stands there if it is no array. As strict as
    /// [#readObject].
    ///
    /// @param charactersMax what one item may have, and all the rest together
    /// @throws Malformed saying what is wrong
    public static Map<String, Object> readItems(
            java.io.Reader in, String list, int charactersMax, Consumer<Map<String, Object>> each) {
        return Reader.items(in, list, charactersMax, each);
    }

    /// An element of a tree that is known to be an object.
    public static Map<String, Object> object(Object tree) {
        return Reader.object((Map<?, ?>) tree);
    }

    /// An element of a tree that is known to be an array.
    public static List<Object> list(Object tree) {
        return Reader.list((List<?>) tree);
    }

    /// Fills a record, or a variant of a sealed interface chosen by `type`, from an object. No value is converted:
    /// a number is not a string, null is not an absent field. Fields the record does not have are ignored.
    ///
    /// @throws Malformed naming the field that does not fit
    public static <T> T decode(Map<String, Object> object, Class<T> type) {
        return type.cast(Decoder.value(null, object, type));
    }

    /// Records, lists, maps, enums (lower case), instants (UTC, milliseconds) and scalars as one line of JSON; components
    /// that are null are left out. Whoever makes a value sees to it that its numbers fit a double.
    public static String write(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /// The `type` that a variant of a sealed interface is written with: `SessionCreated` is `session.created`.
    public static String type(Class<?> variant) {
        return Names.type(variant);
    }

    /// [#write] as UTF-8.
    public static byte[] bytes(Object value) {
        var generator = new Utf8Generator();
        JSONB.toJson(new Writer.Root(value), generator);
        return generator.bytes();
    }
}
