package tablechat.chat;

import tablechat.json.Json;
import tablechat.protocol.Event;

/// An event ready to go out, encoded once however many clients it goes to. `json` is one JSON object in UTF-8
/// and is changed by nobody.
public record Frame(String type, byte[] json) {
    static final int BYTES_MAX = 4 * 1024 * 1024;

    public static Frame of(Event event) {
        return new Frame(Json.type(event.getClass()), Json.bytes(event));
    }

    /// No client is sent anything larger.
    boolean fits() {
        return json.length <= BYTES_MAX;
    }
}
