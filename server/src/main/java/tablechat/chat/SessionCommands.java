package tablechat.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tablechat.protocol.Code;
import tablechat.protocol.Command.CreateSession;
import tablechat.protocol.Command.ForkSession;
import tablechat.protocol.Command.ListSessions;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session;
import tablechat.store.MessageStore;
import tablechat.store.SessionStore;
import tablechat.store.SessionStore.Shelf;

/// The life of a session by command: made, switched to, deleted, restored.
final class SessionCommands {
    static final Duration STOP_MAX = Duration.ofSeconds(4);

    private final Connections connections;
    private final Sessions sessions;
    private final Audiences audiences;
    private final Messages messages;
    private final Current current;
    private final Everyone everyone;

    SessionCommands(Connections connections, Sessions sessions, Audiences audiences, Messages messages, Current current,
            Everyone everyone) {
        this.connections = connections;
        this.sessions = sessions;
        this.audiences = audiences;
        this.messages = messages;
        this.current = current;
        this.everyone = everyone;
    }

    void create(CreateSession create, Client client, @Nullable String re) {
        if (create.session() != null && createdAgain(create, client, re)) return;
        String connection = connections.named(create.connection(), client);
        String id = create.session() == null ? Ids.next() : create.session();
        Optional<SessionStore.Made> made = sessions.create(id, connection, create.title());
        if (made.isEmpty()) {
            boolean again = create.session() != null && createdAgain(create, client, re); // another client was faster by a moment
            if (!again) throw Rejected.notFound("connection", "The connection was removed meanwhile.");
            return;
        }
        current.session(client, made.get().session());
        sessions.tellCreated(made.get(), client, re);
    }

    private boolean createdAgain(CreateSession create, Client client, @Nullable String re) {
        return madeAgain(create.session(), client, re, "A session with this id exists in another connection.", session ->
                create.connection() == null || connections.named(create.connection(), client).equals(session.connection()));
    }

    /// A session whose id is known already is answered as it was, and not made again.
    ///
    /// @param conflict what is said where it is not `same` as what is asked for now
    private boolean madeAgain(String id, Client client, @Nullable String re, String conflict, Predicate<Session> same) {
        Optional<SessionStore.Row> known = sessions.made(id);
        if (known.isEmpty()) return false;
        Session session = known.get().session();
        if (!same.test(session)) throw Rejected.because(Code.CONFLICT, conflict);
        if (known.get().deletedAt() == null) current.session(client, session);
        client.send(new Event.SessionCreated(session), re);
        return true;
    }

    /// A copy of a session's course up to a message, as a session of its own.
    void fork(ForkSession fork, Client client, @Nullable String re) {
        if (fork.fork() != null && forkedAgain(fork, client, re)) return;
        MessageStore.Place place = messages.place(fork.session(), fork.message());
        sessions.find(place.session());
        String id = fork.fork() == null ? Ids.next() : fork.fork();
        if (!sessions.fork(id, place)) {
            boolean again = fork.fork() != null && forkedAgain(fork, client, re); // another client was faster by a moment
            if (!again) throw Rejected.notFound("session", "The session was removed meanwhile.");
            return;
        }
        current.session(client, sessions.session(id));
        sessions.tellCreated(id, client, re);
    }

    private boolean forkedAgain(ForkSession fork, Client client, @Nullable String re) {
        return madeAgain(fork.fork(), client, re, "A session with this id exists and is no fork of this one.", session ->
                session.forkedFrom() != null && (fork.session() == null || session.forkedFrom().equals(fork.session())));
    }

    void list(ListSessions list, Client client, @Nullable String re) {
        String connection = connections.named(list.connection(), client);
        Shelf shelf = Boolean.TRUE.equals(list.deleted()) ? Shelf.DELETED
                : Boolean.TRUE.equals(list.archived()) ? Shelf.ARCHIVED : Shelf.OPEN;
        everyone.answer(client, re, () -> {
            SessionStore.Page page = sessions.list(connection, shelf, list.limit(), list.after());
            return new Event.SessionListed(page.sessions(), page.next(), page.total());
        });
    }

    /// Reading, joining and queueing the snapshot is one step: what is published meanwhile comes after it.
    void switchTo(String id, int limit, Client client, @Nullable String re) {
        current.session(client, audiences.of(id, () -> sessions.find(id)), audience -> {
            MessageStore.Course course = messages.course(id, limit);
            Frame switched = messages.switched(course, audience);
            audience.join(client);
            client.send(switched, re);
            return course.row().session();
        });
    }

    /// A running turn is stopped, stored and told of first.
    void delete(String id, Client client, @Nullable String re) {
        sessions.session(id);
        Audience audience = audiences.of(id);
        synchronized (audience.lifecycle()) {
            audience.close();
            try {
                Turn running = audience.turn();
                if (running != null) Turns.stopAndWait(List.of(running), STOP_MAX);
                sessions.delete(id);
            } catch (RuntimeException e) {
                audience.reopen();
                throw e;
            }
            audience.dismiss();
            sessions.tellDeleted(id, client, re);
        }
    }

    void restore(String id, Client client, @Nullable String re) {
        sessions.session(id);
        Audience audience = audiences.of(id);
        synchronized (audience.lifecycle()) {
            sessions.restore(id);
            audience.reopen();
            sessions.tellRestored(id, client, re);
        }
    }
}
