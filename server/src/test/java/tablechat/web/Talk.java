package tablechat.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.testing.Received;

/// A client that says one thing at a time and waits for the reply to it, however wrong that thing is.
final class Talk implements AutoCloseable {
    private final RawClient client;
    private final List<Received> others = new ArrayList<>();
    private int commands;

    Talk(int port, String query) throws IOException {
        client = RawClient.socket(port, query.isEmpty() ? "" : "?" + query);
    }

    /// Sends a command, with an id of its own unless it has one.
    Received say(Map<String, ?> command) throws IOException {
        var numbered = new LinkedHashMap<String, Object>(Map.of("id", "say-" + ++commands));
        numbered.putAll(command);
        client.send(RawClient.frame(0x81, Json.bytes(numbered)));
        return reply(numbered.get("id"));
    }

    /// Sends a text that has no id which could be read; so its reply is the next error without one.
    Received say(String text) throws IOException {
        client.send(RawClient.frame(0x81, text));
        return reply(null);
    }

    /// What came beside the replies; not told again.
    List<Received> others() {
        var told = List.copyOf(others);
        others.clear();
        return told;
    }

    private Received reply(Object id) throws IOException {
        while (true) {
            RawClient.Frame frame = text();
            var event = new Received(Json.readObject(frame.text()));
            boolean replies = id == null ? event.type().equals("error") && event.re() == null : id.equals(event.re());
            if (replies) return event;
            others.add(event);
        }
    }

    private RawClient.Frame text() throws IOException {
        while (true) {
            RawClient.Frame frame = client.read();
            if (frame == null) throw new IOException("the server ended the connection");
            if (frame.opcode() == RawClient.TEXT) return frame;
            if (frame.opcode() == RawClient.CLOSE) {
                throw new IOException("the server closed the socket: " + frame.closeCode() + " " + frame.closeReason());
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
