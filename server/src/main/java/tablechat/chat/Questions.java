package tablechat.chat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
    private final Audiences audiences;
    private final Repeats repeats;

    Questions(Models models, MessageStore messages, Connections connections, Sessions sessions, Current current, Turns turns,
            Audiences audiences) {
        this.models = models;
        this.messages = messages;
        this.connections = connections;
        this.sessions = sessions;
        this.current = current;
        this.turns = turns;
        this.audiences = audiences;
        repeats = new Repeats(messages, sessions, audiences, current);
    }

    /// Answers the asker itself, so that nothing of the turn comes before its `message.accepted`.
    void send(SendMessage send, Client client, @Nullable String re) {
        if (send.message() != null && repeats.accepted(send, client, re)) return;
        Model model = model(send.model());
        String id = session(send, client);
        Session session;
        try {
            session = start(id, send, model, client, re);
        } catch (Rejected e) {
            // the same message may have come over another socket at this very moment
            if (send.message() == null || !repeats.accepted(send, client, re)) throw e;
            return;
        }
        sessions.tellUpdated(session.id());
        titleSoon(session, model);
    }

    private Model model(@Nullable String name) {
        Model model = models.named(name);
        if (model != null) return model;
        throw Rejected.field("model", "There is no model \"%s\". Name one of \"welcome\" as PROVIDER/NAME.".formatted(name));
    }

    /// Asks a question in other words: it keeps its id and its place, what followed it goes to a fork.
    void edit(EditMessage edit, Client client, @Nullable String re) {
        BooleanSupplier repeated = () ->
                edit.turn() != null && repeats.edited(edit.turn(), edit.message(), edit.text(), client, re);
        if (repeated.getAsBoolean()) return;
        Message known = messages.find(edit.message())
                .orElseThrow(() -> Rejected.notFound("message", "There is no message \"%s\".".formatted(edit.message())));
        if (known.role() != Message.Role.USER || known.text().isEmpty()) {
            throw Rejected.field("message", "Only a question can be edited: a message of the user that is a text.");
        }
        Session session = sessions.find(messages.place(known.id()).orElseThrow(Repeats::gone).session()).session();
        again(session, () -> new Asked(known, edit.text()), edit.turn(), model(edit.model()), client, re, repeated);
    }

    /// Answers the last question once more.
    void retry(RetryTurn retry, Client client, @Nullable String re) {
        BooleanSupplier repeated = () ->
                retry.turn() != null && repeats.retried(retry.turn(), meant(retry, client), client, re);
        if (repeated.getAsBoolean()) return;
        Session session = sessions.find(sessions.named(retry.session(), client)).session();
        again(session, () -> last(session), retry.turn(), model(retry.model()), client, re, repeated);
    }

    private Asked last(Session session) {
        return messages.lastQuestion(session.id()).flatMap(messages::find)
                .map(last -> new Asked(last, last.text()))
                .orElseThrow(() -> Rejected.notFound("session", "Nothing was asked in this session yet."));
    }

    /// A question and how it is put now.
    private record Asked(Message message, String text) {}

    /// The id of the session whose answer is to be written again; null where none is meant.
    private static @Nullable String meant(RetryTurn retry, Client client) {
        if (retry.session() != null) return retry.session();
        return client.audience() == null ? null : client.audience().session();
    }

    /// @param asked    looked up when nothing else can happen in the session
    /// @param repeated answers what began before under this turn's id, and says whether something did
    private void again(Session session, Supplier<Asked> asked, @Nullable String turn, Model model, Client client,
            @Nullable String re, BooleanSupplier repeated) {
        String id = turn == null ? Ids.next() : turn;
        var forks = new ArrayList<String>();
        try {
            current.session(client, audiences.of(session.id()), audience -> {
                if (audience.closed()) throw Rejected.notFound("session", "This session was deleted.");
                if (audience.turn() != null) throw Queries.busy();
                connections.stays(session.connection());
                Asked now = asked.get();
                Message known = now.message();
                var question = new Turns.Question(session, known.id(), now.text(), model);
                turns.again(audience, question, known.createdAt(), id,
                        () -> client.send(new MessageAccepted(session.id(), known.id(), id, audience.seq()), re), forks::add);
                return session;
            });
        } catch (Rejected e) {
            // the same command may have come over another socket at this very moment
            if (!repeated.getAsBoolean()) throw e;
            return;
        }
        forks.forEach(fork -> sessions.tellCreated(fork, client, null));
        sessions.tellUpdated(session.id());
        titleSoon(session, model);
    }

    private String session(SendMessage send, Client client) {
        if (send.session() != null) return send.session();
        if (client.audience() != null) return client.audience().session();
        // The same one when the message is sent again because its session was stored and it was not.
        String id = send.message() == null ? Ids.next() : Ids.of(send.message());
        sessions.create(id, connections.named(null, client), null).ifPresent(made -> sessions.tellCreated(made, client, null));
        return id;
    }

    private Session start(String id, SendMessage send, Model model, Client client, @Nullable String re) {
        String turn = Ids.next();
        return current.session(client, audiences.of(id, () -> sessions.find(id)), audience -> {
            MessageStore.Course course = course(id);
            Session session = course.row().session();
            if (audience.closed()) throw Rejected.notFound("session", "This session was deleted.");
            connections.stays(session.connection());
            if (audience.turn() != null) throw Queries.busy();
            var question = new Turns.Question(session, send.message() == null ? Ids.next() : send.message(), send.text(), model);
            turns.start(audience, question, course.page(), turn, () -> {
                audience.join(client);
                client.send(new MessageAccepted(id, question.id(), turn, audience.seq()), re);
            });
            return session;
        });
    }

    private MessageStore.Course course(String session) {
        return messages.course(session, Turns.MESSAGES_READ, Turns.HISTORY_BYTES_MAX)
                .filter(course -> course.row().deletedAt() == null)
                .orElseThrow(() -> Sessions.unknown(session));
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
