package tablechat.chat;

import java.lang.System.Logger.Level;
import java.util.Optional;
import tablechat.agent.Titles;
import tablechat.model.Model;
import tablechat.model.Models;
import tablechat.protocol.Code;
import tablechat.protocol.Command.SendMessage;
import tablechat.protocol.Event.MessageAccepted;
import tablechat.protocol.Ids;
import tablechat.protocol.Message;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session;
import tablechat.protocol.Session.TitleSource;
import tablechat.store.MessageStore;
import tablechat.store.SessionStore;

/// Takes the user's messages: once each, into the right session, and has the turn and the title begin.
final class Questions {
    private static final System.Logger LOG = System.getLogger(Questions.class.getName());

    private final Models models;
    private final MessageStore messages;
    private final Connections connections;
    private final Sessions sessions;
    private final Current current;
    private final Turns turns;

    Questions(Models models, MessageStore messages, Connections connections, Sessions sessions, Current current, Turns turns) {
        this.models = models;
        this.messages = messages;
        this.connections = connections;
        this.sessions = sessions;
        this.current = current;
        this.turns = turns;
    }

    /// Answers the asker itself, so that nothing of the turn comes before its `message.accepted`.
    void send(SendMessage send, Client client, @Nullable String re) {
        if (send.message() != null && acceptedAgain(send, client, re)) return;
        Model model = models.named(send.model());
        if (model == null) {
            throw Rejected.field("model", "There is no model \"%s\"; \"welcome\" lists those there are.".formatted(send.model()));
        }
        Session session = sessions.find(session(send, client)).session();
        try {
            String id = send.message() == null ? Ids.next() : send.message();
            start(new Turns.Question(session, id, send.text(), model), client, re);
        } catch (Rejected e) {
            // the same message may have come over another socket at this very moment
            if (send.message() == null || !acceptedAgain(send, client, re)) throw e;
            return;
        }
        sessions.tellUpdated(session.id());
        titleSoon(session, model);
    }

    /// A message whose id is known already is answered as it was, and does nothing again.
    private boolean acceptedAgain(SendMessage send, Client client, @Nullable String re) {
        Optional<MessageStore.Place> place = messages.place(send.message());
        if (place.isEmpty()) return false;
        Message known = messages.find(send.message()).orElseThrow();
        SessionStore.Row row = sessions.made(place.get().session()).orElseThrow();
        String session = row.session().id();
        boolean same = known.text().equals(send.text()) && (send.session() == null || send.session().equals(session));
        if (!same) throw Rejected.because(Code.CONFLICT, "A message with this id was sent before with other content.");
        current.session(client, row.session(), audience -> {
            if (row.deletedAt() == null) audience.join(client);
            client.send(new MessageAccepted(session, known.id(), known.turn(), audience.seq()), re);
            return null;
        });
        return true;
    }

    private String session(SendMessage send, Client client) {
        if (send.session() != null) return send.session();
        if (client.audience() != null) return client.audience().session();
        String made = Ids.next();
        sessions.create(made, connections.named(null, client), null);
        sessions.tellCreated(made, client, null);
        return made;
    }

    private void start(Turns.Question question, Client client, @Nullable String re) {
        String turn = Ids.next();
        current.session(client, question.session(), audience -> {
            if (audience.closed()) throw Rejected.notFound("session", "This session was deleted.");
            connections.stays(question.session().connection());
            if (audience.turn() != null) throw Queries.busy();
            turns.start(audience, question, turn, () -> {
                audience.join(client);
                client.send(new MessageAccepted(audience.session(), question.id(), turn, audience.seq()), re);
            });
            return null;
        });
    }

    /// Beside the answer: a title that comes late or not at all holds nothing up.
    private void titleSoon(Session session, Model model) {
        if (session.titleSource() != TitleSource.DEFAULT) return;
        Thread.ofVirtual().name("title-" + session.id()).start(() -> {
            try {
                String first = messages.firstQuestion(session.id()).orElse("");
                Optional<String> title = new Titles(model).title(first);
                if (title.isPresent()) sessions.titled(session.id(), title.get(), TitleSource.MODEL);
                else sessions.titled(session.id(), Titles.fallback(first), TitleSource.DEFAULT);
            } catch (Rejected e) {
                LOG.log(Level.DEBUG, "session {0} gets no title: {1}", session.id(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
