package tablechat.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tablechat.database.Outcome;
import tablechat.metrics.Metrics;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Command.RunQuery;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.store.MessageStore;

/// The user's own SQL: each run on a thread of its own, under the same guard as the agent's.
final class Queries {
    private final Connections connections;
    private final Sessions sessions;
    private final Audiences audiences;
    private final MessageStore messages;
    private final Results results;
    private final Metrics metrics;

    Queries(Connections connections, Sessions sessions, Audiences audiences, MessageStore messages, Results results,
            Metrics metrics) {
        this.connections = connections;
        this.sessions = sessions;
        this.audiences = audiences;
        this.messages = messages;
        this.results = results;
        this.metrics = metrics;
    }

    /// Runs on the calling thread, an interrupt of which stops it.
    Event run(RunQuery query, Client client) throws InterruptedException {
        Optional<Event> again = again(query);
        if (again.isPresent()) return again.get();
        Audience audience = query.session() == null ? null : audiences.of(sessions.find(query.session()).session().id());
        if (audience != null && audience.turn() != null) throw busy();
        String connection = connection(query, client);
        return switch (connections.database(connection).query(query.sql())) {
            case Outcome.Rows rows -> finished(query, rows, connection, audience);
            case Outcome.Refused(String reason) -> throw Rejected.because(Code.REFUSED, reason);
            case Outcome.Failed(String message, String hint, long _) -> {
                Rejected failure = Rejected.because(Code.DATABASE_ERROR, message);
                throw hint == null ? failure : failure.hint(hint);
            }
            case Outcome.Unavailable(String message) -> throw Rejected.because(Code.UNAVAILABLE, message);
        };
    }

    /// What is stored already, with the id that the client made for it, is answered as it was and does not run again.
    private Optional<Event> again(RunQuery query) {
        if (query.message() == null) return Optional.empty();
        return messages.find(query.message()).map(known -> {
            boolean here = messages.place(known.id()).orElseThrow(Repeats::gone).session().equals(query.session());
            return queryOf(known).filter(call -> here && query.sql().equals(call.input().get("sql")))
                    .map(call -> new Event.QueryFinished(call.result()))
                    .orElseThrow(() -> Rejected.because(Code.CONFLICT, "A message with this id is there already, with other content."));
        });
    }

    /// The one that a user's message is made of; empty for a question, and for an answer, which may have no part yet.
    private static Optional<Call> queryOf(Message message) {
        if (message.role() == Role.USER && message.parts().getFirst() instanceof Part.Tool(Call call)) return Optional.of(call);
        return Optional.empty();
    }

    /// A session's SQL runs in the session's own database.
    private String connection(RunQuery query, Client client) {
        if (query.session() == null) return connections.named(query.connection(), client);
        String own = sessions.find(query.session()).session().connection();
        if (query.connection() != null && !connections.named(query.connection(), client).equals(own)) {
            throw Rejected.field("connection", "This session belongs to another connection.");
        }
        return own;
    }

    private Event finished(RunQuery query, Outcome.Rows rows, String connection, @Nullable Audience audience) {
        metrics.queried(rows.durationMs());
        if (audience == null) return new Event.QueryFinished(results.keep(query.sql(), rows, connection, null));
        Event finished = audience.exclusively(() -> again(query).orElseGet(() ->
                new Event.QueryFinished(add(query, rows, connection, audience))));
        sessions.tellUpdated(audience.session());
        return finished;
    }

    /// Under the audience's lock.
    private Result add(RunQuery query, Outcome.Rows rows, String connection, Audience audience) {
        if (audience.turn() != null) throw busy();
        Result result = results.keep(query.sql(), rows, connection, audience.session());
        var call = new Call(Ids.next(), "run_query", Map.of("sql", query.sql()), Call.Status.COMPLETE, null, result, null,
                result.durationMs());
        String id = query.message() == null ? Ids.next() : query.message();
        var message = new Message(id, Role.USER, Status.COMPLETE, Instant.now(), List.of(new Part.Tool(call)),
                null, null, null, null, null);
        messages.add(audience.session(), message);
        audience.publish(seq -> new Event.MessageAdded(audience.session(), seq, Messages.fitting(message)));
        return result;
    }

    static Rejected busy() {
        return Rejected.because(Code.BUSY, "An answer is being written in this session. Wait for it, or stop it with turn.stop.");
    }
}
