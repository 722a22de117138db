package tablechat.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tablechat.protocol.Code;
import tablechat.protocol.Event;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// One open socket and what is current on it. Its own reading thread sets what is current; others may clear it.
public final class Client {
    private static final Frame TOO_LARGE = Frame.of(
            Rejected.because(Code.TOO_LARGE, "The answer is larger than 4 MiB. Ask for less at once.").event());

    private final Socket socket;

    /// Its running errands, by the ids of the commands that sent them.
    final Map<String, Errands.Running> errands = new ConcurrentHashMap<>();

    private volatile @Nullable String connection;
    private volatile @Nullable Audience audience;

    public Client(Socket socket) {
        this.socket = socket;
    }

    void send(Frame frame, @Nullable String re) {
        socket.send(frame, re);
    }

    /// Replies; an event that turns out too large becomes an error that says so.
    void send(Event event, @Nullable String re) {
        Frame frame = Frame.of(event);
        socket.send(frame.fits() ? frame : TOO_LARGE, re);
    }

    /// Sends an event of a session, unless another one is current by now: after a switch none of the former follows.
    ///
    /// @return false when it is not watched any more
    synchronized boolean tell(Audience from, Frame frame) {
        if (audience != from) return false;
        socket.send(frame, null);
        return true;
    }

    /// The id of the current connection, if there is one.
    @Nullable String connection() {
        return connection;
    }

    /// The current session, if there is one.
    @Nullable Audience audience() {
        return audience;
    }

    void use(@Nullable String connection) {
        this.connection = connection;
    }

    void forget(String gone) {
        if (gone.equals(connection)) connection = null;
    }

    synchronized void unwatch(Audience gone) {
        if (audience == gone) audience = null;
    }

    synchronized void watch(@Nullable Audience audience) {
        this.audience = audience;
    }
}
