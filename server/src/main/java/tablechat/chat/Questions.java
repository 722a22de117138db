package tablechat.chat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Optional;
import tablechat.agent.Titles;
import tablechat.model.Model;
import tablechat.model.Models;
import tablechat.protocol.Code;
import tablechat.protocol.Command.EditMessage;
import tablechat.protocol.Command.RetryTurn;
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
        Model model = model(send.model());
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

    private Model model(@Nullable String name) {
        Model model = models.named(name);
        if (model != null) return model;
        throw Rejected.field("model", "There is no model \"%s\"; \"welcome\" lists those there are.".formatted(name));
    }

    /// Asks a question in other words: it keeps its id and its place, what followed it goes to a fork.
    void edit(EditMessage edit, Client client, @Nullable String re) {
        if (edit.turn() != null && beganAgain(edit.turn(), edit.message(), edit.text(), client, re)) return;
        Message known = messages.find(edit.message())
                .orElseThrow(() -> Rejected.notFound("message", "There is no message \"%s\".".formatted(edit.message())));
        if (known.role() != Message.Role.USER || known.text().isEmpty()) {
            throw Rejected.field("message", "Only a question can be edited: a message of the user that is a text.");
        }
        Session session = sessions.find(messages.place(known.id()).orElseThrow(Questions::gone).session()).session();
        again(session, known, edit.text(), edit.turn(), model(edit.model()), client, re);
    }

    /// Answers the last question once more.
    void retry(RetryTurn retry, Client client, @Nullable String re) {
        if (retry.turn() != null && beganAgain(retry.turn(), null, null, client, re)) return;
        Session session = sessions.find(sessions.named(retry.session(), client)).session();
        Message last = messages.lastQuestion(session.id()).flatMap(messages::find)
                .orElseThrow(() -> Rejected.notFound("session", "Nothing was asked in this session yet."));
        again(session, last, last.text(), retry.turn(), model(retry.model()), client, re);
    }

    private void again(Session session, Message known, String text, @Nullable String turn, Model model, Client client,
            @Nullable String re) {
        String id = turn == null ? Ids.next() : turn;
        var question = new Turns.Question(session, known.id(), text, model);
        var forks = new ArrayList<String>();
        try {
            current.session(client, session, audience -> {
                if (audience.closed()) throw Rejected.notFound("session", "This session was deleted.");
                if (audience.turn() != null) throw Queries.busy();
                connections.stays(session.connection());
                turns.again(audience, question, known.createdAt(), id,
                        () -> client.send(new MessageAccepted(session.id(), known.id(), id, audience.seq()), re), forks::add);
                return null;
            });
        } catch (Rejected e) {
            // the same command may have come over another socket at this very moment
            if (turn == null || !beganAgain(turn, known.id(), text, client, re)) throw e;
            return;
        }
        forks.forEach(fork -> sessions.tellCreated(fork, client, null));
        sessions.tellUpdated(session.id());
        titleSoon(session, model);
    }

    /// A turn whose id is known already is answered as it was, and does not begin again.
    ///
    /// @param message the question it has to be about, with its text; null for any
    private boolean beganAgain(String turn, @Nullable String message, @Nullable String text, Client client, @Nullable String re) {
        Optional<Message> known = messages.questionOf(turn).flatMap(messages::find);
        if (known.isEmpty()) return false;
        boolean same = message == null || known.get().id().equals(message) && known.get().text().equals(text);
        if (!same) throw Rejected.because(Code.CONFLICT, "A turn with this id began before, about something else.");
        Session session = messages.place(known.get().id()).flatMap(place -> sessions.made(place.session()))
                .orElseThrow(Questions::gone).session();
        current.session(client, session, audience -> {
            client.send(new MessageAccepted(session.id(), known.get().id(), turn, audience.seq()), re);
            return null;
        });
        return true;
    }

    /// A message whose id is known already is answered as it was, and does nothing again.
    private boolean acceptedAgain(SendMessage send, Client client, @Nullable String re) {
        Optional<MessageStore.Place> place = messages.place(send.message());
        if (place.isEmpty()) return false;
        Message known = messages.find(send.message()).orElseThrow(Questions::gone);
        SessionStore.Row row = sessions.made(place.get().session()).orElseThrow(Questions::gone);
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

    /// A connection may be removed, with all that was said about it, between two looks.
    private static Rejected gone() {
        return Rejected.notFound("message", "This message is gone: its connection was removed.");
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
