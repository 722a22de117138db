package tablechat.database;

import java.util.EnumSet;
import java.util.Set;
import tablechat.database.Dialect.Quirk;

/// SQLite's SQL, as far as the guard must know it.
final class SqliteDialect {
    static final Dialect SQLITE = new Dialect(
            "SQLite",
            EnumSet.of(Quirk.BACKTICK_NAMES, Quirk.BRACKET_NAMES),
            Set.of("select", "with", "values", "explain", "pragma"),
            Set.of("query", "plan"),
            Set.of("application_id", "collation_list", "compile_options", "data_version", "encoding", "foreign_key_check",
                    "freelist_count", "function_list", "integrity_check", "module_list", "page_count", "page_size", "pragma_list",
                    "quick_check", "schema_version", "table_list", "user_version"),
            Set.of("foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo", "integrity_check",
                    "quick_check", "table_info", "table_list", "table_xinfo"),
            Set.of("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "fsdir"),
            Set.of(),
            Set.of(),
            "?:@$#");

    private SqliteDialect() {}
}
