package tablechat.web;

import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.Map;
import java.util.function.Supplier;
import tablechat.chat.Chat;
import tablechat.chat.Client;
import tablechat.chat.Frame;
import tablechat.chat.Socket;
import tablechat.chat.Vocabulary;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// One WebSocket of `/ws`: its text messages become commands, frames become its text messages. The reading thread calls the
/// listener's methods; any thread sends.
public final class ClientSocket implements WsListener, Socket {
    private static final String ERROR = "error";

    private final Supplier<Chat> chat;
    private final Outbox outbox;
    private final Map<String, String> query;
    private final @Nullable String until;
    private final Client client = new Client(this);

    /// @param chat waits where there is none yet, at the start: the socket is open then, and greeted a moment later
    /// @param query `connection`, `session` and `until`, as the protocol says
    public ClientSocket(Supplier<Chat> chat, Outbox outbox, Map<String, String> query) {
        this.chat = chat;
        this.outbox = outbox;
        this.query = query;
        until = query.get("until");
    }

    @Override
    public void onOpen(WsSession session) {
        if (until == null || Vocabulary.isEvent(until)) {
            chat.get().enter(client, query.get("connection"), query.get("session"));
        } else {
            Rejected unknown = Rejected.field("until", "There is no event \"%s\"; the command \"help\" lists all.".formatted(until));
            send(Frame.of(unknown.event()), null);
        }
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        Wire.Received received = Wire.read(text);
        if (received.command() == null) send(Frame.of(received.problem().event()), received.re());
        else chat.get().handle(received.command(), client, received.re());
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        chat.get().leave(client);
    }

    @Override
    public void send(Frame frame, @Nullable String re) {
        byte[] json = Wire.write(frame, re);
        boolean isLast = until != null && (frame.type().equals(until) || frame.type().equals(ERROR));
        if (isLast) outbox.sendLast(json);
        else outbox.send(json);
    }
}
