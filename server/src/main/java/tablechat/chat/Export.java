package tablechat.chat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import tablechat.database.Database;
import tablechat.database.Outcome;
import tablechat.protocol.Code;
import tablechat.protocol.Connection;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// A result asked for again, whole, and written down piece by piece. One thread takes the pieces; the query begins with the first
/// and is cancelled by [#close]. What is not taken is not read from the database either.
public final class Export implements AutoCloseable {
    /// How long one who takes the pieces may make the database wait.
    static final Duration STALL_MAX = Duration.ofSeconds(60);

    /// How long the one who takes them waits for a piece after the first: by then the query has ended in any case, and was told of.
    private static final Duration PIECE_MAX = Database.POUR_MAX.plus(STALL_MAX);

    /// What it can be written as.
    public enum Form {
        CSV(" - result.csv"),
        /// With the byte order mark that Excel needs.
        CSV_FOR_EXCEL(" - result for Excel.csv"),
        JSON(" - result.json");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /// What its file's name ends with: not as a session's, which may have the same title.
        String ending() {
            return ending;
        }

        Sheet sheet() {
            return switch (this) {
                case CSV -> new CsvSheet(false);
                case CSV_FOR_EXCEL -> new CsvSheet(true);
                case JSON -> new JsonSheet();
            };
        }
    }

    private static final System.Logger LOG = System.getLogger(Export.class.getName());

    private final String result;
    private final String sql;
    private final String fileName;
    private final Database database;
    private final Semaphore places;
    private final Pipe pipe;
    private @Nullable Thread reader;
    private @Nullable Thread taker;
    private volatile @Nullable Rejected failure;

    /// @param places of which this takes one while it runs
    Export(String result, String sql, String fileName, Database database, Semaphore places, Sheet sheet) {
        this.result = result;
        this.sql = sql;
        this.fileName = fileName;
        this.database = database;
        this.places = places;
        this.pipe = new Pipe(sheet, STALL_MAX);
    }

    /// For people, with its ending; safe as the name of a file.
    public String fileName() {
        return fileName;
    }

    /// The next piece, in UTF-8; null at the end.
    ///
    /// @throws Rejected the query failed. Pieces that came before it are not the whole
    public byte @Nullable [] next() throws InterruptedException {
        boolean first = reader == null;
        if (first) begin();
        byte[] piece = pipe.next(first ? database.queryMax() : PIECE_MAX);
        if (piece != null) return piece;
        if (failure != null) throw failure;
        if (reader.isAlive() && first) throw tooSlow(database.queryMax());
        return null;
    }

    /// Cancels the query if it still runs.
    @Override
    public void close() {
        if (reader == null) return;
        synchronized (pipe) {
            pipe.close();
        }
        reader.interrupt();
    }

    private void begin() {
        if (!places.tryAcquire()) {
            throw Rejected.because(Code.BUSY, "%d exports of this database run already. Wait for one to end.".formatted(Exports.MAX));
        }
        taker = Thread.currentThread();
        reader = Thread.ofVirtual().name("export-" + result).start(this::read);
    }

    private void read() {
        @Nullable Long rows = null;
        try {
            rows = rows(database.pour(sql, pipe));
        } catch (Rejected e) {
            failure = e;
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "export of result {0}: nobody wants the rest", result);
        } catch (RuntimeException | Error e) { // whatever it was, the taker must not wait for ever
            LOG.log(Level.ERROR, "export of result " + result + " failed", e);
            failure = Rejected.becauseOfABug();
        } finally {
            places.release();
        }
        if (!pipe.end(rows)) endTaking();
    }

    /// Stuck in a write to a client that reads nothing: only an interrupt ends that. Whoever closed this does something else by now.
    private void endTaking() {
        synchronized (pipe) {
            if (!pipe.isClosed()) taker.interrupt();
        }
    }

    private long rows(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rows rows -> rows.rowCount();
            case Outcome.Refused(String reason) -> throw Rejected.because(Code.REFUSED, reason);
            case Outcome.Unavailable(String message) -> throw Rejected.because(Code.UNAVAILABLE, message);
            case Outcome.Failed(String message, String hint, long _) -> {
                boolean gone = database.health().status() == Connection.Status.UNREACHABLE;
                throw Rejected.because(gone ? Code.UNAVAILABLE : Code.DATABASE_ERROR, hint == null ? message : message + " " + hint);
            }
        };
    }

    private static Rejected tooSlow(Duration limit) {
        return Rejected.because(Code.DATABASE_ERROR,
                "It was stopped after %d s without a row, as long as this connection's queries may take.".formatted(limit.toSeconds()));
    }
}
