package tablechat.web;

import java.time.Duration;

/// How long things may take. `tick` is how often sockets are looked at; `ping` how often each is pinged; after `silence` without
/// a byte from the client, its socket is dropped; after `goodbye` a socket that was told to close is cut; `request` is for a
/// whole HTTP request and its answer, and for an idle connection.
record Timings(Duration tick, Duration ping, Duration silence, Duration goodbye, Duration request) {
    static final Timings USUAL = new Timings(
            Duration.ofMillis(500),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20));
}
