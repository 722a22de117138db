package tablechat.chat;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import tablechat.protocol.Event;
import tablechat.protocol.Event.SessionDeleted;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session;
import tablechat.protocol.Session.TitleSource;
import tablechat.store.MessageStore;
import tablechat.store.SessionStore;
import tablechat.store.SessionStore.Made;
import tablechat.store.SessionStore.Row;
import tablechat.store.SessionStore.Shelf;

/// The sessions as clients see them, and the events that keep all of them true.
final class Sessions {
    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final SessionStore store;
    private final Everyone everyone;

    Sessions(SessionStore store, Everyone everyone) {
        this.store = store;
        this.everyone = everyone;
    }

    /// A session that is not deleted.
    Row find(String id) {
        return store.find(id).filter(row -> row.deletedAt() == null).orElseThrow(() -> unknown(id));
    }

    static Rejected unknown(String id) {
        return Rejected.notFound("session", "There is no session \"%s\".".formatted(id));
    }

    /// The id of the session a command means: the one it names, else the client's current one.
    String named(@Nullable String id, Client client) {
        if (id != null) return id;
        Audience current = client.audience();
        if (current != null) return current.session();
        throw Rejected.field("session", "No session is current: name one, or switch to one first.");
    }

    SessionStore.Page list(String connection, Shelf shelf, int limit, @Nullable String after) {
        return store.list(connection, shelf, limit, after);
    }

    /// @return empty when there is a session of this id already, or the connection is gone
    Optional<Made> create(String id, String connection, @Nullable String title) {
        return title == null
                ? store.create(id, connection, Session.DEFAULT_TITLE, TitleSource.DEFAULT, Instant.now())
                : store.create(id, connection, title, TitleSource.USER, Instant.now());
    }

    /// @return false when there is a session of this id already
    boolean fork(String id, MessageStore.Place upTo) {
        return store.fork(id, upTo.session(), upTo.position(), Instant.now());
    }

    /// Whatever became of it since: a deleted one too.
    Optional<Row> made(String id) {
        return store.find(id);
    }

    /// A session that was made, be it deleted or not.
    Session session(String id) {
        return store.find(id).orElseThrow(() -> unknown(id)).session();
    }

    void tellCreated(Made made, Client asker, @Nullable String re) {
        everyone.tell(asker, re, () -> new Event.SessionCreated(store.now(made)));
    }

    void tellCreated(String id, Client asker, @Nullable String re) {
        everyone.tell(asker, re, () -> new Event.SessionCreated(session(id)));
    }

    /// Tells all how the session is now; not of one that was deleted meanwhile: that was the last to be told of it.
    /// What it speaks of is done and stored, so it fails nobody.
    void tellUpdated(String id) {
        try {
            everyone.tell(() -> store.find(id)
                    .filter(row -> row.deletedAt() == null)
                    .map(row -> new Event.SessionUpdated(row.session())));
        } catch (Rejected e) {
            LOG.log(Level.WARNING, "nobody was told of the change of session {0}: {1}", id, e.getMessage());
        }
    }

    void rename(String id, String title, Client asker, @Nullable String re) {
        changed(store.rename(id, title), id, asker, re);
    }

    void pin(String id, boolean pinned, Client asker, @Nullable String re) {
        changed(store.pin(id, pinned), id, asker, re);
    }

    void archive(String id, boolean archived, Client asker, @Nullable String re) {
        changed(store.archive(id, archived), id, asker, re);
    }

    private void changed(boolean found, String id, Client asker, @Nullable String re) {
        if (!found) throw unknown(id);
        everyone.tell(asker, re, () -> new Event.SessionUpdated(session(id)));
    }

    void draft(String id, String text) {
        if (!store.draft(id, text)) throw unknown(id);
    }

    /// A title the model found, or the first words in its stead.
    void titled(String id, String title, TitleSource source) {
        if (store.titled(id, title, source)) tellUpdated(id);
    }

    void delete(String id) {
        if (!store.delete(id, Instant.now())) throw unknown(id);
    }

    void tellDeleted(String id, Client asker, @Nullable String re) {
        everyone.tell(asker, re, () -> new SessionDeleted(id,
                store.find(id).orElseThrow(() -> unknown(id)).deletedAt().plus(SessionStore.RESTORABLE)));
    }

    void restore(String id) {
        if (!store.restore(id)) throw unknown(id);
    }

    void tellRestored(String id, Client asker, @Nullable String re) {
        everyone.tell(asker, re, () -> new Event.SessionRestored(session(id)));
    }
}
