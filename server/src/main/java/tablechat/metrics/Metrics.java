package tablechat.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;

/// What the server counts of itself since its start, in the names and units of Prometheus. Any thread may call it.
public final class Metrics {
    /// Of the text that [#write] makes; version 0.0.4 of the exposition format.
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANOSECONDS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter turns = Counter.builder()
            .name("tablechat_turns")
            .help("Answers that ended, by how.")
            .labelNames("outcome")
            .register(registry);
    private final Counter tokens = Counter.builder()
            .name("tablechat_tokens")
            .help("Tokens the providers counted, by direction (input, output).")
            .labelNames("direction")
            .register(registry);
    private final Histogram firstToken = seconds("tablechat_first_token_seconds",
            "From the stored question to the answer's first text.", 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60);
    private final Histogram queries = seconds("tablechat_query_seconds",
            "Time of a query that ran in a user's database, rows read.", 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60);
    private final Histogram commits = seconds("tablechat_commit_seconds",
            "Time of a durable commit to the store, of one change or several.", 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5);

    /// @param outcome `complete`, `stopped` or `failed`
    public void turnEnded(String outcome) {
        turns.labelValues(outcome).inc();
    }

    public void tokens(long input, long output) {
        tokens.labelValues("input").inc(input);
        tokens.labelValues("output").inc(output);
    }

    public void firstToken(long nanoseconds) {
        firstToken.observe(nanoseconds / NANOSECONDS);
    }

    public void queried(long milliseconds) {
        queries.observe(milliseconds / 1e3);
    }

    public void committed(long nanoseconds) {
        commits.observe(nanoseconds / NANOSECONDS);
    }

    /// A figure that is read whenever it is asked for.
    public void watch(String name, String help, LongSupplier figure) {
        GaugeWithCallback.builder().name(name).help(help).callback(gauge -> gauge.call(figure.getAsLong())).register(registry);
    }

    /// All of it in Prometheus' text format, UTF-8.
    public byte[] write() {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // to memory
        }
        return out.toByteArray();
    }

    private Histogram seconds(String name, String help, double... bounds) {
        return Histogram.builder().name(name).help(help).classicOnly().classicUpperBounds(bounds).register(registry);
    }
}
