package tablechat.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Connecting to a server as a whole: looking up its name, TCP, TLS and the login, which no driver bounds together.
final class Arrival {
    static final Duration MAX = Duration.ofSeconds(8);

    private static final System.Logger LOG = System.getLogger(Arrival.class.getName());

    private Arrival() {}

    @FunctionalInterface
    interface Login {
        Connection in() throws SQLException;
    }

    /// @throws SQLTimeoutException when it takes longer than [#MAX]; whatever arrives later is closed
    static Connection of(Login login) throws SQLException {
        var arrival = new FutureTask<>(login::in);
        Thread.ofVirtual().name("connect").start(arrival);
        try {
            return arrival.get(MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Thread.ofVirtual().name("connect-late").start(() -> turnAway(arrival));
            throw new SQLTimeoutException("It did not answer within %d s.".formatted(MAX.toSeconds()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) throw failure;
            throw new IllegalStateException("connecting broke", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("It was stopped.");
        }
    }

    private static void turnAway(FutureTask<Connection> arrival) {
        try {
            arrival.get().close();
        } catch (ExecutionException | SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection that came too late was none", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
