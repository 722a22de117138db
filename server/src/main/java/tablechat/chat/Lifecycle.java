package tablechat.chat;

import java.lang.System.Logger.Level;
import java.util.Locale;
import tablechat.protocol.Event;
import tablechat.protocol.Event.ConnectionAdded;
import tablechat.protocol.Event.ConnectionRemoved;
import tablechat.protocol.Event.SessionCreated;
import tablechat.protocol.Event.SessionDeleted;
import tablechat.protocol.Event.SessionRestored;
import tablechat.protocol.Message;

/// One line in the log for each thing that began or ended: the event's name, then ids and figures. Never what was said.
final class Lifecycle {
    private static final System.Logger LOG = System.getLogger("tablechat.lifecycle");

    private Lifecycle() {}

    /// What all clients are told; what only changes has no line.
    static void log(Event event) {
        switch (event) {
            case ConnectionAdded(var connection) -> line("connection.added connection={0} kind={1}", connection.id(), connection.kind());
            case ConnectionRemoved(var connection, var sessions) ->
                line("connection.removed connection={0} sessions={1}", connection, sessions);
            case SessionCreated(var session) -> line("session.created session={0} connection={1}", session.id(), session.connection());
            case SessionDeleted(var session, var until) -> line("session.deleted session={0} restorable_until={1}", session, until);
            case SessionRestored(var session) -> line("session.restored session={0}", session.id());
            default -> { }
        }
    }

    static void turnFinished(Turn turn, String session, Message answer) {
        var usage = answer.usage();
        line("turn.finished turn={0} session={1} connection={2} model={3} status={4} duration_ms={5} input_tokens={6} output_tokens={7}",
                turn.id(), session, turn.connection(), answer.model(), answer.status().name().toLowerCase(Locale.ROOT), answer.durationMs(),
                usage == null ? 0 : usage.inputTokens(), usage == null ? 0 : usage.outputTokens());
    }

    /// Numbers as digits alone: the format would put marks between thousands.
    private static void line(String format, Object... values) {
        for (int i = 0; i < values.length; i++) values[i] = String.valueOf(values[i]);
        LOG.log(Level.INFO, format, values);
    }
}
