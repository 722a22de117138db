package tablechat.agent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.database.DatabaseFailure;
import tablechat.protocol.Table;

/// What a model is told before a conversation. The words stand in `instructions.txt`.
final class Instructions {
    private static final int SCHEMA_BYTES_MAX = 6 * 1024;

    /// No table takes less than `table x(y z)` and its line break: with more tables than this there is no use in describing them.
    private static final int TABLES_MAX = SCHEMA_BYTES_MAX / 13;

    private static final int CONNECTION_CHARACTERS_MAX = 200;

    private static final String ASK_FOR_SCHEMA = "Its schema is not listed here. Before you write SQL, find tables with list_tables, whose"
            + " search takes words in any order, and columns with describe_tables.";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final String TEMPLATE = Resource.text("instructions.txt");

    private static final String AGGREGATES = Resource.text("privacy-aggregates.txt");
    private static final String SCHEMA = Resource.text("privacy-schema.txt");

    private Instructions() {}

    /// Asks the database for its schema; one that cannot be read now is left to the tools to report.
    static String text(Source source, LocalDate today) throws InterruptedException {
        // First, as this connects: the dialect's version is known only then.
        String schema = schema(source);
        Map<String, String> values = Map.of(
                "dialect", source.dialect(),
                "connection", Clip.cell(source.connection(), CONNECTION_CHARACTERS_MAX),
                "date", today.toString(),
                "schema", schema);
        String text = PLACEHOLDER.matcher(TEMPLATE).replaceAll(name -> Matcher.quoteReplacement(values.get(name.group(1))));
        return switch (source.privacy()) {
            case ROWS -> text;
            case AGGREGATES -> text + "\n\n" + AGGREGATES;
            case SCHEMA -> text + "\n\n" + SCHEMA;
        };
    }

    private static String schema(Source source) throws InterruptedException {
        try {
            return source.outline(TABLES_MAX, Instructions::bytes, SCHEMA_BYTES_MAX + 1).map(Instructions::compact).orElse(ASK_FOR_SCHEMA);
        } catch (DatabaseFailure unreadable) {
            return ASK_FOR_SCHEMA;
        }
    }

    /// With its line break.
    private static int bytes(Table table) {
        return Grid.bytes(TableText.compact(table)) + 1;
    }

    private static String compact(List<Table> tables) {
        if (tables.isEmpty()) return "The database has no tables.";
        return "Its tables and views:\n" + String.join("\n", tables.stream().map(TableText::compact).toList());
    }
}
