package tablechat.chat;

import java.util.function.Function;
import tablechat.protocol.Nullable;
import tablechat.protocol.Session;

/// What is current on clients: the one place where a session or a connection becomes it. A client's own reading thread calls.
final class Current {
    private final Audiences audiences;
    private final Connections connections;

    Current(Audiences audiences, Connections connections) {
        this.audiences = audiences;
        this.connections = connections;
    }

    /// Makes a session the client's current one, and its connection with it.
    void session(Client client, Session session) {
        session(client, audiences.of(session.id()), audience -> {
            audience.join(client);
            return session;
        });
    }

    /// Does one step under the lock of a session's audience. If the step joins the client, what it watched before is left and
    /// the connection becomes its current one.
    ///
    /// @param step gives the session
    /// @return the same
    Session session(Client client, Audience audience, Function<Audience, Session> step) {
        Audience former = client.audience();
        Session session = audience.exclusively(() -> step.apply(audience));
        if (client.audience() == audience) {
            if (former != null) former.leave(client);
            if (!session.connection().equals(client.connection())) connections.usedBeside(session.connection());
            client.use(session.connection());
        }
        return session;
    }

    /// Makes a connection the current one, and leaves no current session.
    void connection(Client client, String connection) {
        noSession(client);
        client.use(connection);
    }

    void noSession(Client client) {
        @Nullable Audience former = client.audience();
        client.watch(null);
        if (former != null) former.leave(client);
    }
}
