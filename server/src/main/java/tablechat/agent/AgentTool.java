package tablechat.agent;

import tablechat.database.DatabaseFailure;
import tablechat.model.Tool;

/// A tool the model may call. To add one, write a class and name it in [Toolbox#ALL].
interface AgentTool {

    Tool spec();

    /// @throws BadArgument what the model gave does not fit; said back to it
    Output run(Arguments arguments, Source source) throws InterruptedException, DatabaseFailure;
}
