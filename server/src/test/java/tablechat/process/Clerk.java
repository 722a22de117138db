package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tablechat.testing.Received;
import tablechat.testing.TestClient;

/// Creates, renames, deletes and restores sessions without waiting for replies. One socket's commands are obeyed in their order, so
/// it knows all states that there may be: those after each change, from the last one acknowledged on.
final class Clerk implements AutoCloseable {
    private final TestClient client;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<String> ids = new CopyOnWriteArrayList<>(); // looked at while it works

    /// A session as it is once a change was made.
    record Entry(String title, boolean deleted) {}

    private record Change(String command, String session, Entry after, long postedNanos) {}

    Clerk(TestClient client) {
        this.client = client;
    }

    /// Posts one change more. It is written down before: whether it came to be is not known when posting fails.
    void change(Random random) throws InterruptedException {
        int chosen = random.nextInt(ids.size() + 1);
        if (chosen == ids.size() || random.nextInt(3) == 0) create();
        else change(ids.get(chosen), random.nextInt(3));
    }

    private void create() throws InterruptedException {
        String session = UUID.randomUUID().toString();
        ids.add(session);
        var entry = new Entry("Order " + ids.size(), false);
        post(session, entry, Map.of("type", "session.create", "connection", "sample", "session", session, "title", entry.title));
    }

    private void change(String session, int kind) throws InterruptedException {
        Entry before = entries.get(session);
        if (before.deleted) post(session, new Entry(before.title, false), Map.of("type", "session.restore", "session", session));
        else if (kind == 0) post(session, new Entry(before.title, true), Map.of("type", "session.delete", "session", session));
        else rename(session, new Entry(before.title + "'", false));
    }

    private void rename(String session, Entry after) throws InterruptedException {
        if (after.title.length() > 100) return;
        post(session, after, Map.of("type", "session.rename", "session", session, "title", after.title));
    }

    private void post(String session, Entry after, Map<String, String> command) throws InterruptedException {
        entries.put(session, after);
        String id = "change-" + changes.size();
        synchronized (changes) {
            changes.add(new Change(id, session, after, System.nanoTime()));
        }
        var whole = new HashMap<>(command);
        whole.put("id", id);
        client.post(whole);
    }

    int posted() {
        synchronized (changes) {
            return changes.size();
        }
    }

    /// How many were acknowledged so far. Replies come in the order of the commands.
    int acknowledged() {
        int acknowledged = 0;
        for (Received event : client.events()) {
            assertTrue(!event.type().equals("error"), event::toString);
            if (event.re() == null) continue;
            assertTrue(event.re().equals(changes.get(acknowledged).command), () -> "out of turn: " + event);
            acknowledged++;
        }
        return acknowledged;
    }

    /// When the last of those that were acknowledged was posted: what came to the writer before it is stored, too.
    long storedNanos() {
        int acknowledged = acknowledged();
        return acknowledged == 0 ? Long.MIN_VALUE : changes.get(acknowledged - 1).postedNanos;
    }

    /// After how many of the changes, at least and at most so many, all its sessions are as found.
    ///
    /// @throws AssertionError they never were: something is lost, doubled, or there without what came before it
    int applied(Map<String, Entry> found, int least, int most) {
        Set<String> differing = new HashSet<>(ids);
        differing.retainAll(found.keySet());
        Map<String, Entry> made = new HashMap<>();
        for (int n = 0; n <= most; n++) {
            if (n >= least && differing.isEmpty()) return n;
            if (n == most) break;
            Change change = changes.get(n);
            made.put(change.session, change.after);
            if (Objects.equals(found.get(change.session), change.after)) differing.remove(change.session);
            else differing.add(change.session);
        }
        throw new AssertionError("the sessions are as after none of the changes %d to %d of %s; at the end these differ: %s of %s"
                .formatted(least, most, changes, differing, found));
    }

    /// From now on nothing may differ from this.
    void settle(int applied) {
        while (changes.size() > applied) changes.removeLast();
    }

    boolean owns(String session) {
        return ids.contains(session);
    }

    @Override
    public void close() {
        client.close();
    }
}
