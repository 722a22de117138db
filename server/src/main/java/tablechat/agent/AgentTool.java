package tablechat.agent;

import tablechat.database.DatabaseFailure;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.protocol.Nullable;

/// A tool the model may call. To add one, write a class and name it in [Toolbox#ALL].
interface AgentTool {

    Tool spec();

    /// @param newest the rows this answer has shown last, null when it has shown none
    /// @throws BadArgument what the model gave does not fit; said back to it
    Output run(Arguments arguments, Source source, @Nullable Rows newest) throws InterruptedException, DatabaseFailure;
}
