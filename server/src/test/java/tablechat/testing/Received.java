package tablechat.testing;

import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.protocol.Nullable;

/// One event as it came over the socket. Fields are named by their path: `text("session", "id")`.
public record Received(Map<String, Object> json) {

    public String type() {
        return text("type");
    }

    /// The id of the command this replies to; null when it replies to none.
    public @Nullable String re() {
        return text("re");
    }

    public @Nullable String text(String... path) {
        return (String) at(path);
    }

    public long number(String... path) {
        return ((Number) at(path)).longValue();
    }

    public List<Received> objects(String... path) {
        return Json.list(at(path)).stream().map(item -> new Received(Json.object(item))).toList();
    }

    /// The value at the path; null where it, or something on the way to it, is not there.
    public @Nullable Object at(String... path) {
        Object value = json;
        for (String name : path) value = value == null ? null : Json.object(value).get(name);
        return value;
    }

    /// The text parts of the message at the path (without one, of this message), joined.
    public String said(String... path) {
        var said = new StringBuilder();
        for (Received part : new Received(Json.object(at(path))).objects("parts")) {
            if (part.type().equals("text")) said.append(part.text("text"));
        }
        return said.toString();
    }
}
