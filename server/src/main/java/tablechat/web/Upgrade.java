package tablechat.web;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns a request for the socket into a [WebSocket]. Helidon asks it before HTTP routing, so it stands at the door itself.
/// Helidon compares `spelling` with the Upgrade header letter by letter.
record Upgrade(String spelling, Supplier<Door> door, Sockets sockets, Timings timings, Listeners listeners)
        implements Http1Upgrader {
    static final String PATH = "/ws";

    @Override
    public String supportedProtocol() {
        return spelling;
    }

    @Override
    public ServerConnection upgrade(ConnectionContext connection, HttpPrologue prologue, WritableHeaders<?> headers) {
        Visit visit = Visit.of(prologue, headers);
        refuse(visit, connection, prologue, headers).ifPresent(refusal -> {
            throw refusal.exception();
        });
        if (connection instanceof Watched watched) watched.upgraded().run();
        WebSocket socket = new WebSocket(connection, sockets, timings, listeners, decoded(prologue.query()));
        connection.dataWriter().writeNow(BufferData.create(Handshake.answer(headers)));
        // The caller keeps them as long as the socket lives.
        headers.clear();
        return socket;
    }

    private Optional<Refusal> refuse(Visit visit, ConnectionContext connection, HttpPrologue prologue, WritableHeaders<?> headers) {
        Optional<Refusal> refusal = door.get().refuse(visit)
                .or(() -> door.get().refuseStranger(visit, Doorkeeper.address(connection.remotePeer())));
        if (refusal.isPresent()) return refusal;
        if (!visit.target().equals(PATH)) {
            return Optional.of(new Refusal(Status.NOT_FOUND_404, "The socket is at " + PATH + "."));
        }
        return Handshake.refuse(prologue.method(), headers);
    }

    private static Map<String, String> decoded(UriQuery query) {
        Map<String, String> first = new LinkedHashMap<>();
        for (String name : query.names()) {
            if (!name.equals(Token.PARAMETER)) first.put(name, query.get(name));
        }
        return first;
    }
}
