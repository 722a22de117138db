package tablechat.database;

import java.util.EnumSet;
import java.util.Set;
import tablechat.database.Dialect.Quirk;

/// PostgreSQL's SQL, as far as the guard must know it.
final class PostgresqlDialect {
    /// Files, programs, other servers, SQL in strings (nobody sees what it says), what reaches other sessions or outlives a
    /// rollback.
    private static final Set<String> FORBIDDEN_CALLS = Set.of(
            "binary_upgrade_*", "brin_*", "connectby", "crosstab", "crosstab2", "crosstab3", "crosstab4", "crosstabn", "currtid",
            "currtid2", "cursor_to_xml", "cursor_to_xmlschema", "database_to_xml", "database_to_xml_and_xmlschema",
            "database_to_xmlschema", "dblink", "dblink_*", "file_fdw_*", "get_raw_page", "gin_clean_pending_list",
            "heap_force_*", "http", "http_*", "injection_points_*", "lo_*", "loread", "lowrite", "nextval", "pg_advisory_*",
            "pg_background_*", "pg_backup_*", "pg_buffercache_evict", "pg_buffercache_evict_*", "pg_cancel_*", "pg_clear_*",
            "pg_copy_*", "pg_create_*", "pg_current_xact_id", "pg_drop_*", "pg_execute_*", "pg_export_*",
            "pg_extension_config_dump", "pg_file_*", "pg_hba_*", "pg_import_*", "pg_log_*", "pg_logdir_*", "pg_logfile_*",
            "pg_logical_*", "pg_ls_*", "pg_nextoid", "pg_notify", "pg_prewarm", "pg_promote", "pg_read_*", "pg_reload_*",
            "pg_replication_*", "pg_restore_*", "pg_rotate_*", "pg_set_*", "pg_signal_*", "pg_start_*", "pg_stat_file",
            "pg_stat_reset", "pg_stat_reset_*", "pg_stat_statements_reset", "pg_stop_*", "pg_switch_*", "pg_sync_*",
            "pg_terminate_*", "pg_truncate_*", "pg_try_*", "pg_wal_*", "pg_walfile_*", "postgres_fdw_*", "query_export_to_s3",
            "query_to_xml", "query_to_xml_and_xmlschema", "query_to_xmlschema", "schema_to_xml", "schema_to_xml_and_xmlschema",
            "schema_to_xmlschema", "set_config", "setval", "table_to_xml", "table_to_xml_and_xmlschema", "table_to_xmlschema",
            "ts_rewrite", "ts_stat", "txid_current", "xpath_table");

    static final Dialect POSTGRESQL = new Dialect(
            "PostgreSQL",
            EnumSet.of(Quirk.E_STRINGS, Quirk.DOLLAR_STRINGS, Quirk.NESTED_COMMENTS,
                    Quirk.RETURNS_END_COMMENTS, Quirk.UNICODE_NAMES),
            Set.of("select", "with", "values", "table", "show", "explain"),
            Set.of("verbose", "costs", "settings", "summary", "memory", "generic_plan", "format", "text", "xml", "json", "yaml",
                    "on", "off", "true", "false"),
            Set.of(),
            Set.of(),
            FORBIDDEN_CALLS,
            Set.of(),
            Set.of(),
            "$");

    private PostgresqlDialect() {}
}
