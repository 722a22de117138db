package tablechat.web;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsCloseException;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/// One WebSocket after its handshake, driving one listener of Helidon's API. In place of Helidon's own connection, which fails
/// 92 of the 301 cases of the Autobahn suite. Helidon's thread of the connection reads and calls the listener; the
/// [Sockets]' clock pings and drops; everything that is sent goes through the [Outbox].
final class WebSocket implements ServerConnection {
    private static final System.Logger LOG = System.getLogger(WebSocket.class.getName());

    private final ConnectionContext connection;
    private final Sockets sockets;
    private final Timings timings;
    private final DataReader in;
    private final MessageReader reader;
    private final Outbox outbox;
    private final WsSession session;
    private final WsListener listener;
    private long pingedNanos = System.nanoTime();

    WebSocket(ConnectionContext connection, Sockets sockets, Timings timings, Listeners listeners, Map<String, String> query) {
        this.connection = connection;
        this.sockets = sockets;
        this.timings = timings;
        this.in = connection.dataReader();
        this.reader = new MessageReader(in);
        this.outbox = new Outbox(connection.dataWriter(), this::cut, timings);
        this.session = new HelidonSession(connection, outbox, this::cut);
        this.listener = listeners.listener(outbox, query);
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        CloseFrame end = CloseFrame.VANISHED;
        sockets.add(this);
        try {
            end = open();
        } catch (WsCloseException broken) {
            end = new CloseFrame(broken.closeCode(), broken.getMessage());
            closeAndDiscard(end);
        } catch (DataReader.InsufficientDataAvailableException | CloseConnectionException gone) {
            LOG.log(DEBUG, "socket {0} went without a word", connection.childSocketId());
        } catch (RuntimeException bug) {
            LOG.log(ERROR, "socket " + connection.childSocketId() + " is closed, its listener failed", bug);
            end = new CloseFrame(WsCloseCodes.UNEXPECTED_CONDITION, "internal error");
            closeAndDiscard(end);
        } finally {
            sockets.remove(this);
            leave(end);
        }
    }

    /// Never idle for Helidon, which would count only requests: the clock of [Sockets] knows better.
    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    @Override
    public void close(boolean interrupt) {
        close(WsCloseCodes.GOING_AWAY, "");
    }

    void close(int code, String reason) {
        outbox.close(code, reason);
    }

    int pendingBytes() {
        return outbox.pendingBytes();
    }

    /// What there is to do now and then; called by the clock.
    void tick(long nowNanos) {
        if (nowNanos - reader.heardNanos() > timings.silence().toNanos() || outbox.overdue(nowNanos)) {
            cut();
        } else if (nowNanos - pingedNanos > timings.ping().toNanos()) {
            pingedNanos = nowNanos;
            outbox.ping();
        }
    }

    /// Closing the socket under them also ends a thread that reads from it and one that is stuck writing to it.
    void cut() {
        try {
            connection.serverSocket().close();
        } catch (UncheckedIOException e) {
            LOG.log(DEBUG, "socket {0} was closed already", connection.childSocketId());
        }
    }

    private CloseFrame open() throws InterruptedException {
        listener.onOpen(session);
        while (true) {
            switch (reader.next()) {
                case Incoming.Text(String text) -> {
                    if (!outbox.closed()) listener.onMessage(session, text, true);
                }
                case Incoming.Ping(byte[] payload) -> {
                    outbox.put(new Outgoing(Opcode.PONG, payload));
                    listener.onPing(session, BufferData.create(payload));
                }
                case Incoming.Pong(byte[] payload) -> listener.onPong(session, BufferData.create(payload));
                case Incoming.Close(CloseFrame frame) -> {
                    outbox.close(frame.code(), "");
                    outbox.awaitSent();
                    return frame;
                }
            }
        }
    }

    /// Reads on until the client has gone or its time is up: a socket closed with bytes unread in it is reset, and the client
    /// might never see the close frame that says why.
    private void closeAndDiscard(CloseFrame frame) {
        outbox.close(frame.code(), frame.reason());
        try {
            while (true) {
                in.ensureAvailable();
                in.skip(in.available());
            }
        } catch (DataReader.InsufficientDataAvailableException | CloseConnectionException gone) {
            LOG.log(DEBUG, "socket {0} closed with {1}", connection.childSocketId(), frame.code());
        }
    }

    private void leave(CloseFrame end) {
        CloseFrame ours = outbox.goodbye();
        outbox.end(end);
        CloseFrame told = end == CloseFrame.VANISHED && ours != null ? ours : end;
        try {
            listener.onClose(session, told.code(), told.reason());
        } catch (RuntimeException bug) {
            LOG.log(ERROR, "socket " + connection.childSocketId() + " left, its listener failed", bug);
        }
    }
}
