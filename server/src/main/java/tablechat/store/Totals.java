package tablechat.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import tablechat.store.SessionStore.Shelf;

/// How many sessions each shelf of a connection holds. Counting 10,000 takes longer than reading a page of them, so a count is
/// kept until anything is committed.
final class Totals {
    private final Readers readers;
    private final LongSupplier commits;
    private final Map<Place, Counted> counts = new ConcurrentHashMap<>();

    private record Place(String connection, Shelf shelf) {}

    private record Counted(long commits, int sessions) {}

    /// @param commits how many there were so far, -1 while one more is being made: a count of that time is not kept
    Totals(Readers readers, LongSupplier commits) {
        this.readers = readers;
        this.commits = commits;
    }

    int of(String connection, Shelf shelf) {
        long now = commits.getAsLong();
        var place = new Place(connection, shelf);
        Counted known = counts.get(place);
        if (known != null && known.commits == now && now >= 0) return known.sessions;
        int sessions = readers.all(row -> row.getInt(1),
                "select count(*) from session where connection_id = ? and " + shelf.condition(), connection).getFirst();
        counts.put(place, new Counted(now, sessions));
        return sessions;
    }

    /// Of a connection that is gone.
    void forget(String connection) {
        counts.keySet().removeIf(place -> place.connection.equals(connection));
    }

    /// Those that are not deleted.
    int kept(String connection) {
        return of(connection, Shelf.OPEN) + of(connection, Shelf.ARCHIVED);
    }
}
