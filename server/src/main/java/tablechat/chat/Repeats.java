package tablechat.chat;

import java.util.Optional;
import tablechat.protocol.Code;
import tablechat.protocol.Command.SendMessage;
import tablechat.protocol.Event.MessageAccepted;
import tablechat.protocol.Message;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session;
import tablechat.store.MessageStore;
import tablechat.store.SessionStore;

/// Answers what is asked again under an id that is known already as it was answered first, and does nothing again. Each method
/// says false where the id is not known.
final class Repeats {
    private final MessageStore messages;
    private final Sessions sessions;
    private final Audiences audiences;
    private final Current current;

    Repeats(MessageStore messages, Sessions sessions, Audiences audiences, Current current) {
        this.messages = messages;
        this.sessions = sessions;
        this.audiences = audiences;
        this.current = current;
    }

    boolean accepted(SendMessage send, Client client, @Nullable String re) {
        Optional<MessageStore.Place> place = messages.place(send.message());
        if (place.isEmpty()) return false;
        Message known = messages.find(send.message()).orElseThrow(Repeats::gone);
        SessionStore.Row row = sessions.made(place.get().session()).orElseThrow(Repeats::gone);
        String session = row.session().id();
        boolean same = known.text().equals(send.text()) && (send.session() == null || send.session().equals(session));
        if (!same) throw Rejected.because(Code.CONFLICT, "A message with this id was sent before with other content.");
        current.session(client, audiences.of(session), audience -> {
            if (row.deletedAt() == null) audience.join(client);
            client.send(new MessageAccepted(session, known.id(), known.turn(), audience.seq()), re);
            return row.session();
        });
        return true;
    }

    /// @param message the question that the turn has to be about, with the text it has to have had
    boolean edited(String turn, String message, String text, Client client, @Nullable String re) {
        Optional<Message> asked = messages.questionOf(turn).flatMap(messages::find);
        if (asked.isEmpty()) return false;
        String session = messages.place(message).map(MessageStore.Place::session).orElseThrow(Repeats::other);
        Optional<String> original = messages.originalOf(asked.get().id(), session);
        if (!original.equals(Optional.of(message)) || !asked.get().text().equals(text)) throw other();
        answer(turn, session, message, client, re);
        return true;
    }

    /// @param session the one that the turn has to be in; null for any
    boolean retried(String turn, @Nullable String session, Client client, @Nullable String re) {
        Optional<String> asked = messages.questionOf(turn);
        if (asked.isEmpty()) return false;
        String meant = session == null ? messages.place(asked.get()).orElseThrow(Repeats::gone).session() : session;
        answer(turn, meant, messages.originalOf(asked.get(), meant).orElseThrow(Repeats::other), client, re);
        return true;
    }

    /// A connection may be removed, with all that was said about it, between two looks.
    static Rejected gone() {
        return Rejected.notFound("message", "This message is gone: its connection was removed.");
    }

    private static Rejected other() {
        return Rejected.because(Code.CONFLICT, "A turn with this id began before, about something else.");
    }

    private void answer(String turn, String id, String question, Client client, @Nullable String re) {
        Session session = sessions.made(id).orElseThrow(Repeats::gone).session();
        current.session(client, audiences.of(id), audience -> {
            client.send(new MessageAccepted(id, question, turn, audience.seq()), re);
            return session;
        });
    }
}
