package tablechat.database;

import java.util.EnumSet;
import java.util.Set;
import tablechat.database.Dialect.Quirk;

/// The SQL of MySQL and MariaDB, as far as the guard must know it. The session's `sql_mode` is set so that it is true, see
/// [MySqlLogin].
final class MySqlDialect {
    private static final EnumSet<Quirk> QUIRKS = EnumSet.of(Quirk.BACKTICK_NAMES, Quirk.BACKSLASH_ESCAPES, Quirk.HASH_COMMENTS,
            Quirk.EXECUTABLE_COMMENTS, Quirk.DASHES_NEED_A_BLANK);

    private static final Set<String> EXPLAIN_OPTIONS = Set.of("extended", "partitions", "format", "json", "traditional", "tree");

    /// Files, programs, other servers, locks, waiting, keys and logs of the server; those of well-known plugins too.
    private static final Set<String> FORBIDDEN_CALLS = Set.of(
            "asynchronous_connection_failover_*", "audit_log_*", "benchmark", "flush_rewrite_rules", "get_lock", "group_replication_*",
            "keyring_*", "load_file", "load_rewrite_rules", "master_gtid_wait", "master_pos_wait", "mroonga_*", "nextval",
            "read_firewall_*", "release_all_locks", "release_lock", "service_*", "set_firewall_*", "setval", "sleep",
            "source_pos_wait", "spider_*", "sys_*", "version_tokens_*", "wait_for_executed_gtid_set",
            "wait_until_sql_thread_after_gtids", "wsrep_*");

    /// Reserved words, so that no column is called so without quotes; and what takes locks or numbers.
    private static final Set<String> FORBIDDEN_WORDS = Set.of(
            "analyze", "call", "load", "lock", "outfile", "procedure", "for share", "value for");

    static final Dialect MYSQL = named("MySQL", Set.of("select", "with", "values", "table", "show", "describe", "desc", "explain"));

    /// It has no TABLE statement.
    static final Dialect MARIADB = named("MariaDB", Set.of("select", "with", "values", "show", "describe", "desc", "explain"));

    private MySqlDialect() {}

    private static Dialect named(String product, Set<String> starts) {
        return new Dialect(product, QUIRKS, starts, EXPLAIN_OPTIONS, Set.of(), Set.of(), FORBIDDEN_CALLS, Set.of(),
                FORBIDDEN_WORDS, "?");
    }
}
