package tablechat.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tablechat.protocol.Nullable;

/// The running server: the page, whatever other pages it is given, and the socket at `/ws`.
/// Knows nothing of what is said over a socket; that is the listeners' business.
public final class Server {
    private static final Duration GOODBYE_WAIT = Duration.ofSeconds(2);
    private static final int REQUEST_LINE_BYTES_MAX = 8 * 1024;
    private static final int HEADERS_BYTES_MAX = 32 * 1024;

    private static final Header UPGRADE_HERE = HeaderValues.create(HeaderNames.UPGRADE, "websocket");

    private final Sockets sockets;
    private final WebServer web;
    /// Known once the port is.
    private final CompletableFuture<Door> door = new CompletableFuture<>();

    private Server(Settings settings, Timings timings, Listeners listeners, HttpService... pages) {
        sockets = new Sockets(timings);
        web = configure(settings, timings)
                .addConnectionSelector(http(timings, listeners))
                .routing(routing(settings.folder(), pages))
                .build();
    }

    /// Listens at once. `pages` are asked before the page's own files. Throws [CannotStart] when the address is taken or the
    /// settings are not safe.
    public static Server start(Settings settings, Listeners listeners, HttpService... pages) {
        return start(settings, Timings.USUAL, listeners, pages);
    }

    /// Throws [CannotStart] when a start with these settings would.
    public static void check(Settings settings) {
        settings.check();
        requireFree(settings);
    }

    static Server start(Settings settings, Timings timings, Listeners listeners, HttpService... pages) {
        check(settings);
        Server server = new Server(settings, timings, listeners, pages);
        server.web.start();
        if (!server.web.isRunning()) {
            server.stop();
            throw taken(settings);
        }
        server.door.complete(new Door(server.port(), settings.addresses(), settings.allowedHosts(), settings.token()));
        return server;
    }

    /// The port that is listened on, also when any free one was asked for.
    public int port() {
        return web.port();
    }

    /// How many sockets are open.
    public int clients() {
        return sockets.count();
    }

    /// What waits to be sent to all of them.
    public long outboxBytes() {
        return sockets.pendingBytes();
    }

    /// Closes every socket with 1001, gives the clients two seconds to go, and stops listening.
    public void stop() {
        sockets.closeAll(GOODBYE_WAIT);
        web.stop();
    }

    private static WebServerConfig.Builder configure(Settings settings, Timings timings) {
        DirectHandlers.Builder errors = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) errors.addHandler(type, new PlainText());
        return WebServer.builder()
                .address(settings.address())
                .port(settings.port())
                .mediaContext(media -> media.mediaSupportsDiscoverServices(false))
                .contentEncoding(encodings -> encodings.contentEncodingsDiscoverServices(false))
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .shutdownHook(false)
                .connectionOptions(options -> options.tcpNoDelay(true))
                .idleConnectionTimeout(timings.request())
                .idleConnectionPeriod(timings.tick())
                .directHandlers(errors.build());
    }

    private HttpRouting.Builder routing(@Nullable Path folder, HttpService... pages) {
        StaticFiles inJar = new StaticFiles(null);
        HttpRouting.Builder routing = HttpRouting.builder()
                .addFilter(new Doorkeeper(door::join, new TokenPage(inJar)))
                .any(Upgrade.PATH, (request, response) -> PlainText.send(
                        request, response.header(UPGRADE_HERE), Handshake.UPGRADE_REQUIRED, "Open a WebSocket here."));
        for (HttpService page : pages) routing.register(page);
        return routing.register(folder == null ? inJar : new StaticFiles(folder));
    }

    private ServerConnectionSelector http(Timings timings, Listeners listeners) {
        return new HttpConnections(Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxPrologueLength(REQUEST_LINE_BYTES_MAX)
                        .maxHeadersSize(HEADERS_BYTES_MAX)
                        .receiveLog(false)
                        .sendLog(false)
                        .build())
                .addUpgrader(new Upgrade("websocket", door::join, sockets, timings, listeners))
                .addUpgrader(new Upgrade("WebSocket", door::join, sockets, timings, listeners))
                .build());
    }

    /// Helidon only logs that it could not bind; so it is tried before, without listening: whoever connects this early is not to
    /// be let in and dropped.
    private static void requireFree(Settings settings) {
        try (Socket probe = new Socket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            throw taken(settings);
        }
    }

    private static CannotStart taken(Settings settings) {
        return new CannotStart("Cannot listen on %s port %d: it is in use, or may not be used. Set TABLECHAT_PORT to another one."
                .formatted(settings.host(), settings.port()));
    }
}
