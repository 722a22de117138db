package tablechat.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.protocol.Nullable;
import tablechat.testing.Received;

/// A session as a client makes it of a snapshot and the events that follow; fails where one is missing, doubled or does not fit.
final class Fold {
    private final String session;
    private final List<Map<String, Object>> messages = new ArrayList<>();
    private long seq = -1;

    Fold(String session) {
        this.session = session;
    }

    /// Whether a snapshot has come.
    boolean hasBegun() {
        return seq >= 0;
    }

    long seq() {
        return seq;
    }

    List<Map<String, Object>> messages() {
        return messages;
    }

    void apply(Received event) {
        if (event.type().equals("session.switched")) {
            messages.clear();
            for (Received message : event.objects("messages")) messages.add(copy(message.json()));
            seq = event.number("seq");
            return;
        }
        if (!hasBegun() || event.re() != null || event.at("seq") == null || !session.equals(event.text("session"))) return;
        if (event.number("seq") != seq + 1) throw new AssertionError("after " + seq + " came " + event);
        seq++;
        change(event);
    }

    private void change(Received event) {
        switch (event.type()) {
            case "turn.started" -> start(event);
            case "token" -> append("text", event);
            case "thinking" -> append("thinking", event);
            case "tool.started" -> parts(event).add(new LinkedHashMap<>(Map.of("type", "tool", "call", event.at("call"))));
            case "tool.finished" -> finish(event);
            case "message.added" -> messages.add(copy(Json.object(event.at("message"))));
            case "turn.finished" -> end(event);
            default -> throw new AssertionError("not known here: " + event);
        }
    }

    private void start(Received event) {
        for (String name : List.of("message", "answer")) {
            var message = copy(Json.object(event.at(name)));
            if (find(message.get("id")) == null) messages.add(message);
        }
    }

    private void append(String type, Received event) {
        List<Object> parts = parts(event);
        var last = parts.isEmpty() ? null : Json.object(parts.getLast());
        if (last == null || !last.get("type").equals(type)) {
            last = new LinkedHashMap<>(Map.of("type", type, "text", ""));
            parts.add(last);
        }
        String text = (String) last.get("text");
        if (text.length() != event.number("offset")) throw new AssertionError("not at " + text.length() + ": " + event);
        last.put("text", text + event.text("text"));
    }

    private void finish(Received event) {
        for (Object part : parts(event)) {
            Received tool = new Received(Json.object(part));
            if (event.text("call", "id").equals(tool.text("call", "id"))) tool.json().put("call", event.at("call"));
        }
    }

    /// Brings the whole message; what was put together until then has to be the same.
    private void end(Received event) {
        var whole = Json.object(event.at("message"));
        var built = find(whole.get("id"));
        if (built == null || !whole.get("parts").equals(built.get("parts"))) throw new AssertionError(built + " instead of " + whole);
        built.clear();
        built.putAll(whole);
    }

    private List<Object> parts(Received event) {
        return Json.list(find(event.text("message")).get("parts"));
    }

    private @Nullable Map<String, Object> find(Object id) {
        return messages.stream().filter(message -> message.get("id").equals(id)).findFirst().orElse(null);
    }

    private static Map<String, Object> copy(Map<String, Object> json) {
        return Json.readObject(Json.write(json));
    }
}
