package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tablechat.chat.Chat;
import tablechat.chat.Health;
import tablechat.json.Json;
import tablechat.metrics.Metrics;

/// `GET /observe/health` (200 or 503, JSON) and `GET /observe/metrics` (Prometheus' text format), for this machine alone: for others
/// they are not there, nor for whom somebody on this machine hands requests on: such a request is for another name than this
/// machine's own, or says that it was handed on.
public final class Observe implements HttpService {
    private static final List<HeaderName> HANDED_ON = List.of(
            HeaderNames.FORWARDED, HeaderNames.X_FORWARDED_FOR, HeaderNames.X_FORWARDED_HOST, HeaderNames.create("X-Real-IP"),
            HeaderNames.create("Via"));

    private static final Header METRICS_TYPE = HeaderValues.create(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE);

    /// Whoever watches us does not wait for longer until there is anything to look at.
    private static final Duration START_WAIT = Duration.ofSeconds(1);

    private final Function<Duration, Optional<Chat>> chat;
    private final Function<Duration, Optional<Metrics>> metrics;

    /// Both wait where there is none yet, and are empty where there is none within that time.
    public Observe(Function<Duration, Optional<Chat>> chat, Function<Duration, Optional<Metrics>> metrics) {
        this.chat = chat;
        this.metrics = metrics;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/observe/health", here((request, response) -> {
            Health health = chat.apply(START_WAIT).map(Chat::health).orElseGet(Health::starting);
            if (health.status().equals(Health.DOWN)) response.status(Status.SERVICE_UNAVAILABLE_503);
            new Body(HeaderValues.CONTENT_TYPE_JSON, Json.bytes(health)).send(request, response.header(PlainText.NOT_STORED));
        }));
        rules.any("/observe/metrics", here((request, response) -> {
            Optional<Metrics> known = metrics.apply(START_WAIT);
            if (known.isEmpty()) PlainText.send(request, response, Status.SERVICE_UNAVAILABLE_503, "TableChat is starting.");
            else new Body(METRICS_TYPE, known.get().write()).send(request, response.header(PlainText.NOT_STORED));
        }));
    }

    private static Handler here(Handler handler) {
        return (request, response) -> {
            if (isHere(request)) handler.handle(request, response);
            else PlainText.send(request, response, Status.NOT_FOUND_404, "There is no such page for other machines.");
        };
    }

    private static boolean isHere(ServerRequest request) {
        boolean near = request.remotePeer().address() instanceof InetSocketAddress peer && peer.getAddress().isLoopbackAddress();
        return near && isForOwnName(request) && HANDED_ON.stream().noneMatch(request.headers()::contains);
    }

    private static boolean isForOwnName(ServerRequest request) {
        String host = request.headers().get(HeaderNames.HOST).get();
        return Door.OWN_NAMES.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }
}
