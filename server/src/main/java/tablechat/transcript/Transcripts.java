package tablechat.transcript;

import tablechat.chat.FileName;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;
import tablechat.store.SessionStore;
import tablechat.store.Store;

/// Sessions as files to take away. Any thread may call.
public final class Transcripts {
    private final Store store;

    public Transcripts(Store store) {
        this.store = store;
    }

    /// @throws Rejected `not_found` when there is no such session, or it is deleted
    public Transcript of(String session, Form form) {
        SessionStore.Row row = store.sessions().find(session)
                .filter(found -> found.deletedAt() == null)
                .orElseThrow(() -> Rejected.notFound("session", "There is no session of this id; it may have been deleted."));
        Head head = Head.of(row.session(), row.draft(), origin(row.session().connection()));
        String name = FileName.safe(row.session().title(), "session") + "." + form.ending();
        return new Transcript(store.transcripts(), head, name, form.document());
    }

    private Head.Origin origin(String connection) {
        ConnectionStore.Row row = store.connections().all().stream().filter(one -> one.id().equals(connection)).findFirst()
                .orElseThrow(() -> Rejected.notFound("session", "There is no session of this id; it may have been deleted."));
        return new Head.Origin(row.name(), row.kind());
    }
}
