package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.Proofs;

/// Each fence around a MariaDB alone: the tokenizer without a server, the settings of our connections with a login that owns the
/// tables, and a login with SELECT only on a connection that could write.
@ExtendWith(OnMariaDb.class)
@Timeout(300)
@InTurn
class MySqlGuardTest {
    private static final int FEW_REFUSED = 30;
    private static final int FEW_RUN = 15;
    private static final List<String> REFUSED = Lines.of("common-refused.sql.txt", "mysql-refused.sql.txt");
    private static final List<String> RUN = Lines.of("common-runs.sql.txt", "mysql-runs.sql.txt");

    /// Every row, table, routine, login and some settings.
    private static final String ALL_THERE_IS = """
            select md5(group_concat(what order by what)) from (
                select concat_ws('|', id, name, email, country) as what from customers
                union all select concat_ws('|', id, customer_id, total, placed) from orders
                union all select concat_ws('|', order_id, line, label) from order_items
                union all select concat_ws('|', table_schema, table_name, engine, table_comment) from information_schema.tables
                    where table_schema in ('shop', 'mysql')
                union all select concat_ws('|', schema_name, default_character_set_name) from information_schema.schemata
                union all select concat_ws('|', table_name, column_name, column_type) from information_schema.columns
                    where table_schema = 'shop'
                union all select routine_name from information_schema.routines where routine_schema = 'shop'
                union all select trigger_name from information_schema.triggers
                union all select event_name from information_schema.events
                union all select concat_ws('|', user, host, priv) from mysql.global_priv
                union all select concat_ws('|', user, db, insert_priv) from mysql.db union all select name from mysql.plugin
                union all select server_name from mysql.servers union all select name from mysql.func
                union all select next_not_cached_value from numbers
                union all select concat_ws('|', @@global.sql_mode, @@global.general_log, @@global.general_log_file,
                    @@global.read_only)) as everything
            """;

    private static MariaDbServer server;

    @BeforeAll
    static void start(MariaDbServer started) {
        server = started;
    }

    @Test
    void theTokenizerAloneRefuses() {
        List<String> passed = Stream.concat(REFUSED.stream(), Lines.of("mysql-files.sql.txt").stream())
                .filter(sql -> Guard.refusal(sql, MySqlDialect.MYSQL).isEmpty() || Guard.refusal(sql, MySqlDialect.MARIADB).isEmpty())
                .toList();

        assertEquals(List.of(), passed);
        assertTrue(REFUSED.size() >= 120, REFUSED.size() + " refused");
    }

    @Test
    void theTokenizerLetsMySqlsOwnSyntaxPass() {
        for (String sql : Lines.of("mysql-passes.sql.txt", "mysql-runs.sql.txt", "common-runs.sql.txt")) {
            assertEquals(Optional.empty(), Guard.refusal(sql, MySqlDialect.MYSQL), sql);
        }
    }

    @Test
    void theSettingsAloneKeepAnOwnerFromWriting() throws Exception {
        String before = server.ask(ALL_THERE_IS);

        try (Database shop = Database.at(server.url("mysql", MariaDbServer.OWNER), null, MariaDbServer.PASSWORD)) {
            for (String sql : Proofs.some(REFUSED, FEW_REFUSED)) {
                shop.unguarded(sql);
                assertEquals(before, server.ask(ALL_THERE_IS), sql);
            }
        }

        Fences.assertNoFile("tablechat-mysql-x");
    }

    @Test
    void aLoginThatMayOnlyReadAloneChangesNothing() throws Exception {
        String before = server.ask(ALL_THERE_IS);

        for (String sql : Proofs.some(REFUSED, FEW_REFUSED)) {
            // Everybody may change the own password.
            if (sql.startsWith("set password")) continue;
            try (Connection connection = server.connect(MariaDbServer.READER)) {
                Fences.run(connection, sql);
            }
        }

        assertEquals(before, server.ask(ALL_THERE_IS));
        Fences.assertNoFile("tablechat-mysql-x");
    }

    @Test
    void readingStatementsRun() throws Exception {
        assertTrue(RUN.size() >= 60, RUN.size() + " run");
        try (Database shop = Database.at(server.url("mariadb", MariaDbServer.OWNER), null, MariaDbServer.PASSWORD)) {
            for (String sql : Proofs.some(RUN, FEW_RUN)) {
                Outcome outcome = shop.query(sql);
                assertInstanceOf(Outcome.Rows.class, outcome, () -> sql + " " + outcome);
            }
        }
    }

    @Test
    void nothingThatASessionIsSetToLastsToTheNextStatement() throws Exception {
        try (Database shop = Database.at(server.url("mysql", MariaDbServer.BOSS), null, MariaDbServer.PASSWORD)) {
            for (String sql : List.of("set session transaction read write", "set transaction read write", "commit",
                    "start transaction read write", "set autocommit = 1", "select 1; delete from order_items",
                    "commit; delete from order_items")) {
                shop.unguarded(sql);
                for (String write : List.of("delete from order_items", "drop table order_items", "call cleared()", "select emptied()",
                        "create or replace table t (a integer)", "execute immediate 'delete from order_items'")) {
                    assertInstanceOf(Outcome.Failed.class, shop.unguarded(write), sql + ", then " + write);
                }
            }
        }

        assertEquals("2", server.ask("select count(*) from order_items"));
    }

    /// The tokenizer reads strings and names as the server does only as long as its mode is the one we set.
    @Test
    void aServersOwnSqlModeDoesNotMoveTheEndsOfStrings() throws Exception {
        server.write("set global sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,ORACLE,PIPES_AS_CONCAT'");
        try (Database shop = Database.at(server.url("mysql", MariaDbServer.READER), null, MariaDbServer.PASSWORD)) {
            var rows = assertInstanceOf(Outcome.Rows.class, shop.query("select \"it's\", 'it\\'s', 'a' || 'b'"));

            assertEquals(List.of(List.of("it's", "it's", "ab")), rows.rows());
        } finally {
            server.write("set global sql_mode = default");
        }
    }
}
