package tablechat.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tablechat.protocol.Nullable;

/// Says which requests may come in: those sent to a name of ours, not caused by another site's page, and with the token if
/// there is one. That Origin and Host agree proves nothing, since a foreign name may be made to resolve to this machine (DNS
/// rebinding): the Host itself must be on the list.
final class Door {
    static final List<String> OWN_NAMES = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int ECHOED_CHARACTERS_MAX = 100;

    static final Refusal TOKEN_WANTED = new Refusal(
            Status.UNAUTHORIZED_401,
            "This server wants its token: send \"Authorization: Bearer TOKEN\", or open the address with ?token=TOKEN once.",
            List.of(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"tablechat\"")));

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();
    private final @Nullable Token token;
    private final WrongTokens wrong = new WrongTokens(WrongTokens.DELAY);

    /// @param addresses names of our own beside `localhost`: as those, only at our port, since another one is another server's
    /// @param allowedHosts `host` or `host:port`, as someone else may hand requests on to us from there
    Door(int port, List<String> addresses, List<String> allowedHosts, @Nullable String token) {
        for (String name : OWN_NAMES) allow(name, port, List.of("http"));
        for (String name : addresses) allow(name, port, List.of("http"));
        for (String name : allowedHosts) {
            int colon = name.lastIndexOf(':');
            if (colon > name.lastIndexOf(']')) {
                allow(name.substring(0, colon), Integer.parseInt(name.substring(colon + 1)), List.of("http", "https"));
            } else {
                for (int known : new int[] {port, 80, 443}) allow(name, known, List.of("http", "https"));
            }
        }
        this.token = token == null ? null : new Token(token, port);
    }

    /// Why this request may not come in, whoever sends it; empty when it may. The token is [#refuseStranger]'s matter.
    Optional<Refusal> refuse(Visit visit) {
        if (!visit.target().startsWith("/")) {
            return refusal(Status.BAD_REQUEST_400, "The request's target must be a path, such as /ws.");
        }
        if (visit.hosts().size() != 1) {
            return refusal(Status.BAD_REQUEST_400, "A request needs exactly one Host header.");
        }
        String host = visit.hosts().getFirst();
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            return refusal(
                    Status.FORBIDDEN_403,
                    "\"%s\" is not a name of this server. If it should be one, add it to TABLECHAT_ALLOWED_HOSTS and restart."
                            .formatted(shortened(host)));
        }
        return refuseOrigin(visit);
    }

    /// Empty for a request that brings the token, in any of its three forms, and for all when no token is wanted. Where too many
    /// wrong ones came from, another is refused only after a while, and the right one is let in: who has it is not locked out by a
    /// neighbour, unless that one has so many wait that no more are looked at.
    Optional<Refusal> refuseStranger(Visit visit, InetAddress from) {
        if (token == null) return Optional.empty();
        Set<String> tried = token.triedIn(visit);
        if (tried.isEmpty()) return Optional.of(TOKEN_WANTED);
        WrongTokens.Attempt attempt = wrong.begin(from, tried, System.nanoTime());
        if (!attempt.mayBeCompared()) return Optional.of(tooMany(attempt.left()));
        if (token.isIn(visit)) {
            wrong.right(attempt);
            return Optional.empty();
        }
        wrong.wrong(attempt);
        return Optional.of(attempt.left().isZero() ? TOKEN_WANTED : tooMany(attempt.left()));
    }

    private static Refusal tooMany(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new Refusal(
                Status.TOO_MANY_REQUESTS_429,
                "Too many wrong tokens came from this address. Bring the right one, or wait %d seconds.".formatted(seconds),
                List.of(HeaderValues.create(HeaderNames.RETRY_AFTER, String.valueOf(seconds))));
    }

    /// The cookie to set for someone who came with the token in the address; empty for all others.
    Optional<String> cookieFor(Visit visit) {
        return token != null && visit.token() != null && token.isIn(visit) ? Optional.of(token.cookie()) : Optional.empty();
    }

    private Optional<Refusal> refuseOrigin(Visit visit) {
        if (visit.origins().isEmpty()) {
            boolean foreign = visit.fetchSite().stream().anyMatch(site -> !site.equals("same-origin") && !site.equals("none"));
            return foreign && !visit.followsLink()
                    ? refusal(Status.FORBIDDEN_403, "Pages of other sites may not ask this server.")
                    : Optional.empty();
        }
        String origin = visit.origins().getFirst();
        if (visit.origins().size() == 1 && origins.contains(origin.toLowerCase(Locale.ROOT))) return Optional.empty();
        return refusal(
                Status.FORBIDDEN_403,
                "Pages of \"%s\" may not ask this server. If they should, add their host to TABLECHAT_ALLOWED_HOSTS and restart."
                        .formatted(shortened(String.join(", ", visit.origins()))));
    }

    /// A port that is the scheme's own is left out by browsers, in Host as in Origin.
    private void allow(String name, int port, List<String> schemes) {
        hosts.add(name + ":" + port);
        if (port == 80 || port == 443 && schemes.contains("https")) hosts.add(name);
        for (String scheme : schemes) {
            boolean usual = port == (scheme.equals("http") ? 80 : 443);
            origins.add(scheme + "://" + name + (usual ? "" : ":" + port));
        }
    }

    private static Optional<Refusal> refusal(Status status, String text) {
        return Optional.of(new Refusal(status, text));
    }

    private static String shortened(String text) {
        return text.length() <= ECHOED_CHARACTERS_MAX ? text : text.substring(0, ECHOED_CHARACTERS_MAX) + "…";
    }
}
