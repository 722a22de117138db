package tablechat.web;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketContext;
import io.helidon.websocket.WsSession;
import java.nio.charset.StandardCharsets;

/// The outbox of a socket as Helidon's listeners know it. Messages go out whole and as text: the server has no others.
record HelidonSession(SocketContext socketContext, Outbox outbox, Runnable cut) implements WsSession {

    @Override
    public WsSession send(String text, boolean last) {
        if (!last) throw new UnsupportedOperationException("messages are sent whole");
        outbox.send(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public WsSession send(BufferData bytes, boolean last) {
        throw new UnsupportedOperationException("messages are text");
    }

    @Override
    public WsSession ping(BufferData payload) {
        outbox.put(new Outgoing(Opcode.PING, payload.readBytes()));
        return this;
    }

    @Override
    public WsSession pong(BufferData payload) {
        outbox.put(new Outgoing(Opcode.PONG, payload.readBytes()));
        return this;
    }

    @Override
    public WsSession close(int code, String reason) {
        outbox.close(code, reason);
        return this;
    }

    @Override
    public WsSession terminate() {
        cut.run();
        return this;
    }
}
