package tablechat.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Counts the wrong tokens that came from each address, so that whoever goes on guessing does it slowly. The same one again, as
/// from a browser with the cookie of a former token, is no new guess. Any thread may ask.
final class WrongTokens {
    static final int GUESSES_MAX = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    /// How many more are looked at from an address within [#DELAY].
    static final int PLACES = 10;
    static final Duration DELAY = Duration.ofSeconds(1);
    /// Whoever has more addresses than this has as many guesses anyhow.
    static final int ADDRESSES_MAX = 1_000;
    /// One customer of a provider has all addresses that begin alike.
    private static final int IPV6_PREFIX_BYTES = 8;

    private final Duration delay;
    private final Map<String, Guesses> guesses = new LinkedHashMap<>();

    WrongTokens(Duration delay) {
        this.delay = delay;
    }

    private static final class Guesses {
        final long firstNanos;
        final Set<String> digests = new HashSet<>();
        int taken;

        Guesses(long firstNanos) {
            this.firstNanos = firstNanos;
        }

        long leftNanos(long nowNanos) {
            return WINDOW.toNanos() - (nowNanos - firstNanos);
        }
    }

    /// The tokens of one request, which [#right] or [#wrong] ends where they may be compared.
    ///
    /// @param left   how long there are too many from there; zero when there are not
    /// @param places of [#PLACES], as many as it brings tokens
    record Attempt(Guesses made, Set<String> digests, Duration left, int places) {
        boolean mayBeCompared() {
            return left.isZero() || places > 0;
        }
    }

    /// Counts these as guesses, until they turn out to be none: many at once are not to be compared before they are counted.
    ///
    /// @param digests of the tokens that a request brings
    synchronized Attempt begin(InetAddress from, Set<String> digests, long nowNanos) {
        Guesses made = guesses.get(source(from));
        if (made == null || made.leftNanos(nowNanos) <= 0) made = begin(source(from), nowNanos);
        var all = new HashSet<>(made.digests);
        all.addAll(digests);
        if (all.size() <= GUESSES_MAX) {
            made.digests.addAll(digests);
            return new Attempt(made, digests, Duration.ZERO, 0);
        }
        int places = digests.size() <= PLACES - made.taken ? digests.size() : 0;
        made.taken += places;
        return new Attempt(made, digests, Duration.ofNanos(made.leftNanos(nowNanos)), places);
    }

    synchronized void right(Attempt attempt) {
        attempt.made.digests.removeAll(attempt.digests);
        attempt.made.taken -= attempt.places;
    }

    /// Returns at once where there were not too many, and else after the delay.
    void wrong(Attempt attempt) {
        if (attempt.places == 0) return;
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave(attempt);
        }
    }

    private synchronized void leave(Attempt attempt) {
        attempt.made.taken -= attempt.places;
    }

    private Guesses begin(String source, long nowNanos) {
        guesses.remove(source);
        if (guesses.size() == ADDRESSES_MAX) guesses.remove(guesses.keySet().iterator().next());
        var made = new Guesses(nowNanos);
        guesses.put(source, made);
        return made;
    }

    private static String source(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes);
    }
}
