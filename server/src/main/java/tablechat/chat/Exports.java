package tablechat.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import tablechat.protocol.Rejected;
import tablechat.store.ResultStore;

/// Results as files to take away: each runs its query again, since only the first rows are stored.
final class Exports {
    /// At once for each database, so that lanes are left for questions.
    static final int MAX = 2;

    private final ResultStore results;
    private final Connections connections;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    Exports(ResultStore results, Connections connections) {
        this.results = results;
        this.connections = connections;
    }

    /// @throws Rejected `not_found` when there is no such result
    Export of(String result, Export.Form form) {
        ResultStore.Origin origin = results.origin(result)
                .orElseThrow(() -> Rejected.notFound("result", "There is no result \"%s\" any more.".formatted(result)));
        String connection = origin.connection();
        places.keySet().removeIf(id -> !connections.isThere(id));
        Semaphore own = places.computeIfAbsent(connection, _ -> new Semaphore(MAX));
        String name = FileName.ofResult(origin.title(), origin.sql()) + form.ending();
        return new Export(result, origin.sql(), name, connections.database(connection), own, form.sheet());
    }
}
