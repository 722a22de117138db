package tablechat.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Single commands on one warm socket.
final class Commands {
    private static final int WARM_UP = 200;
    private static final int TIMES = 100;

    private final Measured create = Measured.of("session.create, durable", "ms", 1.5);
    private final Measured switching = Measured.of("session.switch, 500 messages of 1 KB", "ms", 4);
    private final Measured list = Measured.of("session.list, first page of 10,000", "ms", 1);

    void measure(Subject server, String connection) throws IOException {
        try (var client = server.client()) {
            client.await("welcome");
            measure(create, client, Map.of("type", "session.create", "title", "Bench"), "session.created");
            measure(switching, client, Map.of("type", "session.switch", "session", Stock.LONG_SESSION, "limit", Stock.MESSAGES),
                    "session.switched");
            measure(list, client, Map.of("type", "session.list", "connection", connection), "session.listed");
        }
    }

    private static void measure(Measured measured, LightClient client, Map<String, ?> command, String reply) throws IOException {
        for (int i = 0; i < WARM_UP; i++) client.send(command, reply);
        var samples = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            client.send(command, reply);
            samples.add((System.nanoTime() - start) / 1e6);
        }
        measured.add(Measured.median(samples));
    }

    List<Measured> all() {
        return List.of(create, switching, list);
    }
}
