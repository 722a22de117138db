package tablechat.database;

import java.util.EnumSet;
import java.util.Set;
import tablechat.database.Dialect.Quirk;

/// DuckDB's SQL, as far as the guard must know it.
final class DuckDbDialect {
    private static final Set<String> PRAGMAS = Set.of(
            "collations", "database_list", "database_size", "functions", "metadata_info", "platform", "show", "show_databases",
            "show_tables", "show_tables_expanded", "storage_info", "table_info", "user_agent", "version");

    static final Dialect DUCKDB = new Dialect(
            "DuckDB",
            EnumSet.of(Quirk.E_STRINGS, Quirk.DOLLAR_STRINGS, Quirk.NESTED_COMMENTS),
            Set.of("select", "with", "from", "values", "table", "show", "describe", "desc", "summarize", "pivot", "unpivot",
                    "explain", "pragma"),
            Set.of("format", "text", "json", "html", "graphviz", "yaml", "mermaid"),
            PRAGMAS,
            PRAGMAS,
            Set.of("arrow_*", "checkpoint", "create_external_resource", "delta_*", "deregister_*",
                    "destroy_external_resource", "disable_*", "duckdb_secrets", "enable_*", "force_checkpoint",
                    "from_substrait", "from_substrait_json", "getenv", "glob", "iceberg_*",
                    "json_execute_serialized_sql", "mysql_*", "nextval",
                    "parquet_*", "postgres_*", "query", "query_table", "read_*", "register_*", "seq_scan", "setval",
                    "shapefile_meta", "sniff_csv", "sqlite_*", "st_read",
                    "st_read_meta", "truncate_duckdb_logs", "which_secret", "write_log"),
            Set.of("array_resize", "bitstring", "format", "generate_series", "list_resize", "lpad", "printf", "range", "repeat", "rpad"),
            Set.of(),
            "?$");

    private DuckDbDialect() {}
}
