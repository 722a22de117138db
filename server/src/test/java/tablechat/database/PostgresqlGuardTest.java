package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tablechat.testing.InTurn;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Proofs;

/// Each fence around a PostgreSQL alone: the tokenizer without a server, the settings of our connections with a login that owns
/// the tables, and a login with SELECT only on a connection that could write.
@ExtendWith(OnPostgres.class)
@Timeout(300)
@InTurn
class PostgresqlGuardTest {
    private static final int FEW_REFUSED = 30;
    private static final int FEW_RUN = 15;
    private static final List<String> REFUSED = Lines.of("common-refused.sql.txt", "postgresql-refused.sql.txt");
    private static final List<String> RUN = Lines.of("common-runs.sql.txt", "postgresql-runs.sql.txt");

    /// Every row, table, function, login and setting there is.
    private static final String ALL_THERE_IS = """
            select md5(string_agg(what, ',' order by what)) from (
                select c::text as what from customers c union all select o::text from orders o
                union all select i::text from order_items i union all select n::text from extra.notes n
                union all select relname || relkind || coalesce(relacl::text, '') from pg_class
                    where relnamespace in (select oid from pg_namespace where nspname in ('public', 'extra'))
                union all select nspname from pg_namespace where nspname !~ '^pg_'
                union all select proname from pg_proc where pronamespace = 'public'::regnamespace
                union all select rolname || rolsuper from pg_roles union all select datname from pg_database
                union all select setconfig::text from pg_db_role_setting union all select extname from pg_extension
                union all select oid::text from pg_largeobject_metadata union all select slot_name from pg_replication_slots
                union all select coalesce(obj_description('customers'::regclass), '')) as everything
            """;

    private static PostgresServer server;

    @BeforeAll
    static void start(PostgresServer started) {
        server = started;
    }

    @Test
    void theTokenizerAloneRefuses() {
        List<String> passed = REFUSED.stream()
                .filter(sql -> Guard.refusal(sql, PostgresqlDialect.POSTGRESQL).isEmpty())
                .toList();

        assertEquals(List.of(), passed);
        assertTrue(REFUSED.size() >= 120, REFUSED.size() + " refused");
    }

    @Test
    void theSettingsAloneKeepAnOwnerFromWriting() throws Exception {
        String before = server.ask(ALL_THERE_IS);

        try (Database shop = Database.at(server.url(PostgresServer.OWNER), null, PostgresServer.PASSWORD)) {
            for (String sql : Proofs.some(REFUSED, FEW_REFUSED)) shop.unguarded(sql);
        }

        assertEquals(before, server.ask(ALL_THERE_IS));
        Fences.assertNoFile("tablechat-x");
    }

    @Test
    void aLoginThatMayOnlyReadAloneChangesNothing() throws Exception {
        String before = server.ask(ALL_THERE_IS);

        for (String sql : Proofs.some(REFUSED, FEW_REFUSED)) {
            // PostgreSQL lets everybody keep large objects of their own.
            if (sql.contains("lo_from_bytea") || sql.contains("lo_creat")) continue;
            try (Connection connection = server.connect(PostgresServer.READER)) {
                Fences.run(connection, sql);
            }
        }

        assertEquals(before, server.ask(ALL_THERE_IS));
        Fences.assertNoFile("tablechat-x");
    }

    @Test
    void readingStatementsRun() throws Exception {
        assertTrue(RUN.size() >= 60, RUN.size() + " run");
        try (Database shop = Database.at(server.url(PostgresServer.READER), null, PostgresServer.PASSWORD)) {
            for (String sql : Proofs.some(RUN, FEW_RUN)) {
                Outcome outcome = shop.query(sql);
                assertInstanceOf(Outcome.Rows.class, outcome, () -> sql + " " + outcome);
            }
        }
    }

    @Test
    void nothingLeavesTheReadOnlyTransactionThroughTheDriversSemicolons() throws Exception {
        try (Database shop = Database.at(server.url("postgres"))) {
            for (String sql : List.of("commit; delete from order_items", "select 1; commit; begin; delete from order_items; commit",
                    "rollback; set default_transaction_read_only = off; delete from order_items")) {
                var failed = assertInstanceOf(Outcome.Failed.class, shop.unguarded(sql));
                assertEquals("Only one statement at a time is allowed.", failed.message());
            }
            for (String sql : List.of("set default_transaction_read_only = off", "commit", "set transaction read write",
                    "set session characteristics as transaction read write", "delete from order_items")) {
                shop.unguarded(sql);
            }
        }

        assertEquals("2", server.ask("select count(*) from order_items"));
    }
}
