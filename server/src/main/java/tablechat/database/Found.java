package tablechat.database;

import java.util.List;
import tablechat.protocol.Table;

/// A table that a search of the schema found.
///
/// @param table   without its columns
/// @param columns those of its columns whose name or comment was meant, the likeliest first
public record Found(Table table, List<String> columns) {}
