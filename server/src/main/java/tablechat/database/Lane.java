package tablechat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Predicate;
import tablechat.protocol.Nullable;

/// One connection to a user's database, used by one thread at a time; only [#cancel] may be called from another.
final class Lane {
    static final int ANSWER_SECONDS_MAX = 3;
    static final int TRUSTED_MILLISECONDS = 200;

    /// What [Kind#present] was when this was opened.
    final Object present;

    private final Kind kind;
    private final Connection connection;
    private @Nullable Statement current;
    private volatile long restsSince;
    private boolean cancelled;
    private boolean closed;

    Lane(Kind kind, Object present) throws SQLException {
        this.kind = kind;
        this.connection = kind.open();
        this.present = present;
    }

    /// For SQL of ours.
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        use(statement);
        return statement;
    }

    /// For somebody's SQL; [#execute] runs it.
    Statement statement(String sql) throws SQLException {
        Statement statement = kind.statement(connection, sql);
        use(statement);
        return statement;
    }

    /// For the statement that follows.
    void allow(Duration limit) throws SQLException {
        kind.allow(connection, limit);
    }

    /// Whether there are rows.
    boolean execute(Statement statement, String sql) throws SQLException {
        try {
            return statement instanceof PreparedStatement prepared ? prepared.execute() : statement.execute(sql);
        } catch (SQLException e) {
            throw isCancelled() ? e : kind.told(this, sql, e);
        }
    }

    /// Runs somebody's SQL as [#execute] does, rolls back whatever it did, and says whether the engine did not let it.
    ///
    /// @param refusal whether a failure is the engine's refusal, rather than that the statement does not fit
    /// @throws SQLException when the database as a whole cannot be used
    boolean refuses(String sql, Predicate<SQLException> refusal) throws SQLException {
        try (Statement statement = statement(sql)) {
            execute(statement, sql);
            return false;
        } catch (SQLException e) {
            if (refusal.test(e)) return true;
            if (kind.errors().unusable(e).isPresent()) throw e;
            return false;
        } finally {
            rollback();
        }
    }

    String productVersion() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /// From now on nobody uses it, until [#isAlive] says that somebody may.
    void rests() {
        restsSince = System.nanoTime();
    }

    long restedSeconds() {
        return Stopwatch.millisecondsSince(restsSince) / 1_000;
    }

    /// Asks the database, unless it was used a moment ago: a server may have been started anew meanwhile.
    boolean isAlive() throws SQLException {
        return Stopwatch.millisecondsSince(restsSince) < TRUSTED_MILLISECONDS || connection.isValid(ANSWER_SECONDS_MAX);
    }

    /// Ends the statement that runs now; without one it does nothing, so it is called until the work has ended.
    synchronized void cancel() throws SQLException {
        cancelled = true;
        if (!closed && current != null) kind.cancel(current);
    }

    /// Not while a cancel is on its way: the drivers' native code would follow a pointer to what was freed.
    synchronized void close() throws SQLException {
        closed = true;
        connection.close();
    }

    private synchronized void use(Statement statement) {
        current = statement;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
