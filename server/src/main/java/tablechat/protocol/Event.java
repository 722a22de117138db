package tablechat.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Connection.Guard;

/// What a client is told. The wire name of each is its record's name in words: `SessionCreated` is `session.created`.
/// Events with a `seq` belong to a session and go to every client whose current session it is.
public sealed interface Event {

    record Welcome(
            int protocol,
            String server,
            ModelInfo model,
            List<ModelInfo> models,
            List<Connection> connections,
            @Nullable String connection,
            Map<String, Long> limits)
            implements Event {}

    record Helped(List<CommandHelp> commands, List<String> events) implements Event {}

    record Pong() implements Event {}

    record Error(Code code, String message, @Nullable String field, @Nullable String hint) implements Event {}

    record ConnectionListed(List<Connection> connections) implements Event {}

    /// `product`, `version` and `guard` when it is ok, `error` when not.
    record ConnectionTested(
            boolean ok,
            @Nullable String product,
            @Nullable String version,
            @Nullable Guard guard,
            long durationMs,
            @Nullable String error)
            implements Event {}

    record ConnectionAdded(Connection connection) implements Event {}

    record ConnectionUsed(Connection connection, List<Session> sessions, @Nullable String next) implements Event {}

    record ConnectionUpdated(Connection connection) implements Event {}

    record ConnectionRemoved(String connection, int sessions) implements Event {}

    record SchemaListed(List<Table> tables, @Nullable String next, int total) implements Event {}

    record SchemaDescribed(List<Table> tables) implements Event {}

    record SessionCreated(Session session) implements Event {}

    record SessionListed(List<Session> sessions, @Nullable String next, int total) implements Event {}

    record SessionSwitched(
            Session session,
            List<Message> messages,
            boolean earlier,
            long seq,
            boolean running,
            @Nullable String draft,
            Window window)
            implements Event {}

    record SessionUpdated(Session session) implements Event {}

    record SessionDrafted(String session) implements Event {}

    record SessionDeleted(String session, Instant restorableUntil) implements Event {}

    record SessionRestored(Session session) implements Event {}

    record SessionSearched(List<Hit> hits) implements Event {}

    record MessageListed(List<Message> messages, boolean earlier) implements Event {}

    record MessageAccepted(String session, String message, String turn, long seq) implements Event {}

    record MessageAdded(String session, long seq, Message message) implements Event {}

    record TurnStarted(String session, long seq, String turn, Message message, Message answer, Window window)
            implements Event {}

    record Token(String session, long seq, String message, String text, int offset) implements Event {}

    record Thinking(String session, long seq, String message, String text, int offset) implements Event {}

    record ToolStarted(String session, long seq, String message, Call call) implements Event {}

    record ToolFinished(String session, long seq, String message, Call call) implements Event {}

    record TurnFinished(
            String session,
            long seq,
            String turn,
            Message message,
            Message.Status status,
            @Nullable Failure error,
            @Nullable Usage usage,
            long durationMs)
            implements Event {}

    record TurnStopping(String session) implements Event {}

    record QueryFinished(Result result) implements Event {}

    record QueryStopping(String query) implements Event {}

    record ResultPaged(String result, List<List<Object>> rows, int offset) implements Event {}
}
