package tablechat.web;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The first to see every HTTP request: puts our headers on the answer, lets in only what the [Door] lets in and only reading
/// without a body, and ends the connection where it was asked to or must not go on.
final class Doorkeeper implements Filter {
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD);
    private static final Header ALLOW = HeaderValues.create(HeaderNames.ALLOW, "GET, HEAD");

    private final Supplier<Door> door;
    private final TokenPage tokenPage;

    Doorkeeper(Supplier<Door> door, TokenPage tokenPage) {
        this.door = door;
        this.tokenPage = tokenPage;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        SafeHeaders.ALL.forEach(response::header);
        Visit visit = Visit.of(request.prologue(), request.headers());
        Optional<Refusal> refusal = door.get().refuse(visit).or(() -> refuseWriting(request));
        boolean last = refusal.isPresent() || closeWanted(request.headers());
        if (last) response.header(HeaderValues.CONNECTION_CLOSE);
        refusal.ifPresentOrElse(refused -> refused.send(request, response), () -> admit(visit, chain, request, response));
        // Helidon would wait for another request.
        if (last) throw new CloseConnectionException("answered, and it was the last");
    }

    private void admit(Visit visit, FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<Refusal> stranger = door.get().refuseStranger(visit, address(request.remotePeer()));
        if (stranger.isPresent()) {
            if (!tokenPage.answers(stranger.get(), request, response)) stranger.get().send(request, response);
            return;
        }
        door.get().cookieFor(visit).ifPresentOrElse(
                cookie -> TokenPage.exchange(cookie, request, response), chain::proceed);
    }

    static InetAddress address(PeerInfo peer) {
        return ((InetSocketAddress) peer.address()).getAddress();
    }

    private static Optional<Refusal> refuseWriting(RoutingRequest request) {
        if (!READING.contains(request.prologue().method())) {
            String text = "Only GET and HEAD here; commands go over the socket at /ws.";
            return Optional.of(new Refusal(Status.METHOD_NOT_ALLOWED_405, text, List.of(ALLOW)));
        }
        ServerRequestHeaders headers = request.headers();
        boolean body = headers.contains(HeaderNames.TRANSFER_ENCODING)
                || !values(headers, HeaderNames.CONTENT_LENGTH).stream().allMatch("0"::equals);
        return body
                ? Optional.of(new Refusal(Status.BAD_REQUEST_400, "A request here has no body."))
                : Optional.empty();
    }

    private static boolean closeWanted(ServerRequestHeaders headers) {
        return values(headers, HeaderNames.CONNECTION).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.strip().equalsIgnoreCase("close"));
    }

    private static List<String> values(ServerRequestHeaders headers, HeaderName name) {
        return headers.contains(name) ? headers.get(name).allValues() : List.of();
    }
}
