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

/// Counts the wrong tokens that came from each address, so that whoever goes on guessing is told to wait. The same one again, as
/// from a browser with the cookie of a former token, is no new guess. Any thread may ask.
final class WrongTokens {
    static final int GUESSES_MAX = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    /// Whoever has more addresses than this has as many guesses anyhow.
    static final int ADDRESSES_MAX = 1_000;
    /// One customer of a provider has all addresses that begin alike.
    private static final int IPV6_PREFIX_BYTES = 8;

    private final Map<String, Guesses> guesses = new LinkedHashMap<>();

    private record Guesses(long firstNanos, Set<String> digests) {
        long leftNanos(long nowNanos) {
            return WINDOW.toNanos() - (nowNanos - firstNanos);
        }
    }

    /// Counts these as guesses.
    ///
    /// @param digests of the wrong tokens that a request brings
    /// @return how long there were too many from there; zero when there were not
    synchronized Duration guess(InetAddress from, Set<String> digests, long nowNanos) {
        Guesses made = guesses.get(source(from));
        if (made == null || made.leftNanos(nowNanos) <= 0) made = begin(source(from), nowNanos);
        var all = new HashSet<>(made.digests);
        all.addAll(digests);
        if (all.size() > GUESSES_MAX) return Duration.ofNanos(made.leftNanos(nowNanos));
        made.digests.addAll(digests);
        return Duration.ZERO;
    }

    private Guesses begin(String source, long nowNanos) {
        guesses.remove(source);
        if (guesses.size() == ADDRESSES_MAX) guesses.remove(guesses.keySet().iterator().next());
        var made = new Guesses(nowNanos, new HashSet<>());
        guesses.put(source, made);
        return made;
    }

    private static String source(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes);
    }
}
