package tablechat.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import tablechat.protocol.Nullable;

/// A real PostgreSQL with a database `shop`: `postgres` may do all and needs no password, `shop_owner` owns the tables,
/// `shop_reader` may only read them. Tests get it from [OnPostgres].
public final class PostgresServer implements AutoCloseable {
    public static final String OWNER = "shop_owner";
    public static final String READER = "shop_reader";
    public static final String PASSWORD = "s3cr/t:p@ss";

    private static final Logger QUIET = Logger.getLogger("io.zonky");

    private final TempFolder folder;
    private final EmbeddedPostgres server;

    private PostgresServer(TempFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static PostgresServer start() {
        QUIET.setLevel(Level.WARNING);
        try {
            return in(TempFolder.create());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What fails midway leaves neither process nor folder.
    private static PostgresServer in(TempFolder folder) throws IOException, SQLException {
        @Nullable EmbeddedPostgres server = null;
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.path().toFile())
                    .setDataDirectory(folder.path().resolve("data"))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "off")
                    .setDataDirectoryCustomizer(PostgresServer::askForPasswords)
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
            var started = new PostgresServer(folder, server);
            started.fill();
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            if (server != null) server.close();
            folder.close();
            throw e;
        }
    }

    public int port() {
        return server.getPort();
    }

    /// @param login `user` or `user:password`
    public String url(String login) {
        return "postgresql://%s@127.0.0.1:%d/shop".formatted(login, port());
    }

    /// A plain connection, without anything that would keep it from writing.
    public Connection connect(String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/shop".formatted(port()), user, PASSWORD);
    }

    public void write(String... statements) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    /// One value that the superuser asks for, as text.
    public String ask(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /// Lets it speak TLS, with a certificate that nobody vouches for.
    public void speakTls() throws Exception {
        SelfSigned.in(folder.path().resolve("data"));
        tls("on");
    }

    public void speakNoTls() throws SQLException, InterruptedException {
        tls("off");
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }

    private static void askForPasswords(java.io.File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), """
                    host all postgres 127.0.0.1/32 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tls(String on) throws SQLException, InterruptedException {
        write("alter system set ssl = " + on);
        ask("select pg_reload_conf()");
        while (!ask("show ssl").equals(on)) Thread.sleep(20);
    }

    private void fill() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set password_encryption = 'scram-sha-256'");
            statement.execute("create role %s login password '%s'".formatted(OWNER, PASSWORD));
            statement.execute("create role %s login password '%s'".formatted(READER, PASSWORD));
            statement.execute("create database shop owner " + OWNER);
        }
        write("revoke create on schema public from public", "grant create on schema public to " + OWNER);
        write("set role " + OWNER,
                "create table customers (id integer primary key, name text not null, email text, country text default 'NO')",
                "create table orders (id integer primary key, customer_id integer not null references customers,"
                        + " total numeric(10,2), placed date)",
                "create table order_items (order_id integer references orders, line integer, label varchar(20),"
                        + " primary key (order_id, line))",
                "create view big_orders as select * from orders where total > 100",
                "create schema extra",
                "create table extra.notes (id bigserial primary key, customer_id integer references customers, body text)",
                "comment on table customers is 'Whom we sell to'",
                "comment on column customers.email is 'May be missing'",
                "insert into customers (id, name, email) values (1, 'Ada', 'ada@example.org'), (2, 'Bo', null)",
                "insert into orders values (1, 1, 120.5, '2024-02-01'), (2, 2, 80, '2024-03-01')",
                "insert into order_items values (1, 1, 'kettle'), (1, 2, 'cup')",
                "grant usage on schema extra to " + READER,
                "grant select on all tables in schema public, extra to " + READER);
        write("analyze");
    }
}
