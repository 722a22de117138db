package tablechat.chat;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tablechat.protocol.Event;
import tablechat.protocol.Nullable;

/// All open clients, and the events that go to each of them. What a client is told here is read from the store while nobody
/// else is told anything: so an older list never follows a newer change on a socket.
final class Everyone {
    private final Set<Client> clients = new LinkedHashSet<>();

    /// Nothing comes to the client between what `greeting` sends it.
    synchronized void join(Client client, Runnable greeting) {
        clients.add(client);
        greeting.run();
    }

    synchronized void leave(Client client) {
        clients.remove(client);
    }

    /// Answers one client with something that [#tell] also speaks of.
    synchronized void answer(Client asker, @Nullable String re, Supplier<? extends Event> reading) {
        asker.send(reading.get(), re);
    }

    /// Tells all of a change, if there is something to tell.
    synchronized void tell(Supplier<Optional<Event>> reading) {
        reading.get().ifPresent(event -> {
            Frame frame = Frame.of(event);
            for (Client client : clients) client.send(frame, null);
        });
    }

    /// Tells all that a connection is gone; it is nobody's current one any more.
    void tellRemoved(String connection, Client asker, @Nullable String re, Event removed) {
        tell(asker, re, () -> {
            for (Client client : clients) client.forget(connection);
            return removed;
        });
    }

    /// Tells all; the asker gets it as the reply to its command. Logged without the lock: a log that is slow holds nobody up.
    void tell(Client asker, @Nullable String re, Supplier<? extends Event> reading) {
        Lifecycle.log(told(asker, re, reading));
    }

    private synchronized Event told(Client asker, @Nullable String re, Supplier<? extends Event> reading) {
        Event event = reading.get();
        Frame frame = Frame.of(event);
        for (Client client : clients) client.send(frame, client == asker ? re : null);
        return event;
    }
}
