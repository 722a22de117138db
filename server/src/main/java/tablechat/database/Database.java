package tablechat.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tablechat.protocol.Connection;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// One user's database, read-only. Connects when first needed and again after a failure. Any thread may call it:
/// the JDBC work runs on platform threads of its own while the caller waits; an interrupt of the caller cancels it.
public final class Database implements AutoCloseable {
    public static final int ROWS_MAX = Reading.ROWS_MAX;
    public static final Duration QUERY_MAX = Duration.ofSeconds(30);
    /// Handing out all rows of a query, to one who may be slow to take them.
    public static final Duration POUR_MAX = Duration.ofMinutes(10);
    static final Duration LOOK_MAX = Duration.ofSeconds(15);

    private static final Connection.Guard UNTRIED = new Connection.Guard(true, "Will be opened read-only; not tried yet.");

    private final Kind kind;
    private final Lanes lanes;
    private final Schema schema;
    private final Hints hints;
    private final Healing healing = new Healing(this);
    private volatile Duration queryMax;
    private volatile Runnable changed = () -> {};
    private volatile Health health = new Health(Connection.Status.UNKNOWN, UNTRIED, null);

    Database(Kind kind, Duration queryMax) {
        this.kind = kind;
        this.queryMax = queryMax;
        this.lanes = new Lanes(kind);
        this.schema = new Schema(kind.catalog());
        this.hints = new Hints(schema, kind.dialect());
    }

    /// Takes the URL apart and picks the kind; touches neither file nor network.
    ///
    /// @throws tablechat.protocol.Rejected when no kind knows the URL, saying which ones there are
    public static Database at(Address address) {
        return at(address, QUERY_MAX);
    }

    /// [#at(Address)] with a time of its own for each query.
    public static Database at(Address address, Duration queryMax) {
        return new Database(Kind.at(address), queryMax);
    }

    /// [#at(Address)] for a URL that says all.
    public static Database at(String url) {
        return at(Address.of(url));
    }

    /// [#at(Address)] for a user and a password given apart.
    public static Database at(String url, @Nullable String user, @Nullable String password) {
        return at(new Address(url, user, password));
    }

    /// `sqlite`, `postgresql`, …
    public String kind() {
        return kind.name();
    }

    /// How long a query may take until it has ended, or until the first of its rows is poured.
    public Duration queryMax() {
        return queryMax;
    }

    /// Another time for each query that begins from now on.
    public void allow(Duration queryMax) {
        this.queryMax = queryMax;
    }

    /// Its name without a version: "SQLite".
    public String product() {
        return kind.product();
    }

    /// As the product itself writes it; null before the first connection.
    public @Nullable String version() {
        return lanes.productVersion();
    }

    /// The SQL to write for it, for a model: "SQLite 3.54"; without the version before the first connection.
    public String dialect() {
        String version = lanes.productVersion();
        if (version == null) return kind.product();
        String[] numbers = version.replaceFirst("^v", "").split("\\.");
        return kind.product() + " " + (numbers.length > 1 ? numbers[0] + "." + numbers[1] : numbers[0]);
    }

    /// The URL to keep, without a password: it means the same database wherever it is read from later.
    public String lastingUrl() {
        return kind.lastingUrl();
    }

    /// Without any password.
    public String maskedUrl() {
        return kind.maskedUrl();
    }

    /// What the last use showed; UNKNOWN before the first. Does not touch the database.
    public Health health() {
        return health;
    }

    /// Calls `changed` from a thread of its own when the database turns out to be unreachable, and when it is back: it is looked
    /// for again and again until then, unless it did answer and lets this login not in.
    public void watch(Runnable changed) {
        this.changed = changed;
    }

    /// Connects if need be and looks whether the database answers and what the guard holds.
    public Health probe() throws InterruptedException {
        try {
            Connection.Guard tried = lanes.run(LOOK_MAX, kind::tried);
            health = new Health(Connection.Status.OK, tried, null);
            healing.rest();
        } catch (SQLTransientConnectionException e) {
            // Busy with queries, so it does answer: what is known of it stays.
            return health;
        } catch (DatabaseFailure e) {
            unreachable(e);
        } catch (SQLException e) {
            unreachable(new DatabaseFailure(sentence(e), kind.errors().denies(e)));
        }
        return health;
    }

    /// Runs one read-only statement under the guard, the row, byte and time limits.
    public Outcome query(String sql) throws InterruptedException {
        Optional<String> refusal = Guard.refusal(sql, kind.dialect());
        return refusal.isPresent() ? new Outcome.Refused(refusal.get()) : unguarded(sql);
    }

    /// Whether the SQL is `select count(…), count(…) … from …` without groups: one row of counts, for certain. They say no more
    /// of the data than a number of rows does.
    public boolean onlyCounts(String sql) {
        return Counts.only(Tokens.of(sql, kind.dialect()));
    }

    /// Runs one read-only statement under the guard and hands all its rows to the sink, as they come.
    ///
    /// @return without rows, but with their number
    public Outcome pour(String sql, RowSink sink) throws InterruptedException {
        Optional<String> refusal = Guard.refusal(sql, kind.dialect());
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        long start = System.nanoTime();
        return outcome(POUR_MAX, sql, start, lane -> Pouring.of(new Query(lane, kind, sql, POUR_MAX, start), sink));
    }

    /// Tables and views by name, without columns.
    ///
    /// @param like matched anywhere in the name, letter case aside; `%` and `_` as in SQL; null for all
    public List<Table> tables(@Nullable String like) throws InterruptedException, DatabaseFailure {
        List<Table> tables = look(schema::tables);
        if (like == null || like.isEmpty()) return tables;
        var wanted = new Like(like);
        return tables.stream().filter(table -> wanted.matches(table.name())).toList();
    }

    /// Tables that have words in their names, their columns' names or comments: in any order, the likeliest first.
    public List<Found> search(String words) throws InterruptedException, DatabaseFailure {
        return look(lane -> schema.search(lane, words));
    }

    /// The named tables with their columns, in the order asked; an unknown name is left out ([#nearest] helps).
    public List<Table> describe(List<String> names) throws InterruptedException, DatabaseFailure {
        return look(lane -> schema.described(lane, names));
    }

    /// All tables with their columns, in one look, unless there are more than `tablesMax` or their sizes add up to more than `sizeMax`.
    public Optional<List<Table>> outline(int tablesMax, ToIntFunction<Table> size, int sizeMax)
            throws InterruptedException, DatabaseFailure {
        return look(lane -> schema.outline(lane, tablesMax, size, sizeMax));
    }

    /// Up to five real table names that look most like this one.
    public List<String> nearest(String name) throws InterruptedException, DatabaseFailure {
        return Nearest.to(name, tables(null).stream().map(Table::name).toList());
    }

    /// Stops what runs here, which then fails in words, and gives the connections back.
    @Override
    public void close() {
        healing.end();
        lanes.close();
    }

    /// [#query] with nothing but the engine's own settings between the SQL and the data.
    Outcome unguarded(String sql) throws InterruptedException {
        long start = System.nanoTime();
        return outcome(queryMax, sql, start, lane -> Reading.of(new Query(lane, kind, sql, queryMax, start)));
    }

    private Outcome outcome(Duration max, String sql, long start, Work<Outcome.Rows> work) throws InterruptedException {
        try {
            Outcome.Rows rows = lanes.run(max, work);
            reachable();
            return rows;
        } catch (DatabaseFailure e) {
            unreachable(e);
            return failed(e.getMessage(), null, start);
        } catch (SQLTransientConnectionException e) {
            return new Outcome.Unavailable(e.getMessage());
        } catch (SQLException e) {
            return failed(sentence(e), hint(e, sql), start);
        }
    }

    private <T> T look(Work<T> work) throws InterruptedException, DatabaseFailure {
        try {
            T seen = lanes.run(LOOK_MAX, work);
            reachable();
            return seen;
        } catch (DatabaseFailure e) {
            unreachable(e);
            throw e;
        } catch (SQLException e) {
            throw new DatabaseFailure(sentence(e));
        }
    }

    private static Outcome.Failed failed(String message, @Nullable String hint, long start) {
        return new Outcome.Failed(message, hint, Stopwatch.millisecondsSince(start));
    }

    /// Also notes in [#health] what the failure says about the database as a whole.
    private String sentence(SQLException failure) {
        if (failure instanceof SQLTransientException) return failure.getMessage();
        if (lanes.isClosed()) return Lanes.CLOSED;
        Optional<String> unusable = kind.errors().unusable(failure);
        unusable.ifPresentOrElse(why -> unreachable(new DatabaseFailure(why, kind.errors().denies(failure))), this::reachable);
        return unusable.orElseGet(() -> kind.errors().sentence(failure));
    }

    private @Nullable String hint(SQLException failure, String sql) throws InterruptedException {
        Optional<Errors.Missing> missing = kind.errors().missing(failure);
        if (missing.isEmpty()) return null;
        try {
            return look(lane -> hints.of(lane, missing.get(), sql));
        } catch (DatabaseFailure e) {
            return null;
        }
    }

    private void reachable() {
        health = new Health(Connection.Status.OK, health.guard, null);
        healing.rest();
    }

    private void unreachable(DatabaseFailure failure) {
        health = new Health(Connection.Status.UNREACHABLE, health.guard, failure.getMessage());
        if (failure.isDenied()) healing.rest();
        else healing.begin(changed);
    }

    /// What is known of the database's state; `error` is a sentence for a person without any secret.
    public record Health(Connection.Status status, Connection.Guard guard, @Nullable String error) {}
}
