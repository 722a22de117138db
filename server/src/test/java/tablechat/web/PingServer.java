package tablechat.web;

import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tablechat.protocol.Nullable;

/// Answers `{"type":"ping"}` with a pong and anything else with an error, and keeps the socket open: what conformance
/// checkers from outside need. Arguments: port, then a folder with the page and a token, both optional.
final class PingServer {
    private static final byte[] PONG = bytes("{\"type\":\"pong\"}");
    private static final byte[] ERROR =
            bytes("{\"type\":\"error\",\"code\":\"unknown_command\",\"message\":\"Only ping is known here.\"}");

    private PingServer() {}

    public static void main(String[] arguments) {
        @Nullable Path folder = arguments.length > 1 ? Path.of(arguments[1]) : null;
        @Nullable String token = arguments.length > 2 ? arguments[2] : null;
        Settings settings = new Settings("127.0.0.1", Integer.parseInt(arguments[0]), folder, List.of(), token);
        Server server = Server.start(settings, (outbox, query) -> new WsListener() {
            @Override
            public void onMessage(WsSession session, String text, boolean last) {
                outbox.send(text.strip().equals("{\"type\":\"ping\"}") ? PONG : ERROR);
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        System.out.println("port " + server.port());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
