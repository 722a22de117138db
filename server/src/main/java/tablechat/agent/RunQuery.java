package tablechat.agent;

import java.util.List;
import tablechat.database.Outcome;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.model.Tool.Kind;
import tablechat.model.Tool.Parameter;
import tablechat.protocol.Command;
import tablechat.protocol.Nullable;

/// Runs one read-only SQL statement. The model reads the first rows, the user sees all that were kept.
final class RunQuery implements AgentTool {
    private static final int SQL_CHARACTERS_MAX = Command.SQL_CHARACTERS_MAX;

    private static final Tool SPEC = new Tool(
            "run_query",
            """
            Runs one read-only SQL statement and shows its rows to the user. You get at most %d rows, long cells cut; \
            the first line says how many there are."""
                    .formatted(RowsText.ROWS_MAX),
            List.of(new Parameter("sql", Kind.STRING, "One statement in the dialect of the database, such as a SELECT.", true)));

    @Override
    public Tool spec() {
        return SPEC;
    }

    @Override
    public Output run(Arguments arguments, Source source, @Nullable Rows newest) throws InterruptedException {
        String sql = arguments.text("sql");
        if (sql.length() > SQL_CHARACTERS_MAX) {
            throw new BadArgument("\"sql\" may have at most %d characters.".formatted(SQL_CHARACTERS_MAX));
        }
        return switch (source.query(sql)) {
            case Rows rows -> Output.complete(
                    Shown.of(source, sql, rows.columns(), rows.rows(), rows.rowCount()), rows);
            case Outcome.Refused(String reason) -> Output.refused(reason);
            case Outcome.Failed failed -> Output.failed(
                    failed.hint() == null ? failed.message() : failed.message() + " " + failed.hint(), Shown.of(source, sql, failed));
            case Outcome.Unavailable(String message) -> Output.failed(message);
        };
    }
}
