package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tablechat.testing.Received;
import tablechat.testing.TestClient;

/// Creates and renames sessions without waiting for replies, and knows afterwards what must be there and what may be.
final class Clerk implements AutoCloseable {
    private final TestClient client;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();

    /// `renamed` is the id of the command that renamed it; null while none did.
    private record Entry(String session, String title, String created, String renamed) {
        String newTitle() {
            return title + ", renamed";
        }
    }

    Clerk(TestClient client) {
        this.client = client;
    }

    /// Posts one change more.
    void change(Random random) throws InterruptedException {
        int chosen = random.nextInt(entries.size() + 1);
        if (chosen < entries.size() && entries.get(chosen).renamed == null) rename(chosen);
        else create();
    }

    private void create() throws InterruptedException {
        String session = UUID.randomUUID().toString();
        String title = "Order " + entries.size();
        String command = client.post(Map.of("type", "session.create", "connection", "sample", "session", session, "title", title));
        entries.add(new Entry(session, title, command, null));
    }

    private void rename(int chosen) throws InterruptedException {
        Entry entry = entries.get(chosen);
        String command = client.post(Map.of("type", "session.rename", "session", entry.session, "title", entry.newTitle()));
        entries.set(chosen, new Entry(entry.session, entry.title, entry.created, command));
    }

    /// Takes down what was acknowledged before the end.
    void see() throws InterruptedException {
        assertEquals(TestClient.CUT, client.closed());
        for (Received event : client.events()) {
            assertTrue(!event.type().equals("error"), event::toString);
            if (event.re() != null) acknowledged.add(event.re());
        }
    }

    /// @param titles of all sessions by their ids
    void check(Map<String, String> titles) {
        for (Entry entry : entries) {
            String found = titles.get(entry.session);
            if (found == null) assertTrue(!acknowledged.contains(entry.created), () -> "lost: " + entry);
            else assertTrue(possible(entry).contains(found), () -> found + " instead of " + entry);
        }
    }

    private Set<String> possible(Entry entry) {
        if (entry.renamed == null) return Set.of(entry.title);
        return acknowledged.contains(entry.renamed) ? Set.of(entry.newTitle()) : Set.of(entry.title, entry.newTitle());
    }

    @Override
    public void close() {
        client.close();
    }
}
