package tablechat.chat;

import tablechat.json.Json;
import tablechat.protocol.Event;

/// An event ready to go out: encoded once, however many clients it goes to. `json` is one JSON object in UTF-8, `type` first,
/// and is not changed by anyone.
public record Frame(Event event, byte[] json) {

    public static Frame of(Event event) {
        return new Frame(event, Json.bytes(event));
    }
}
