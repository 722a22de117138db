package tablechat.database;

import java.util.List;
import tablechat.protocol.Result.Column;

/// Takes the rows of a query one after the other, as they come. The lane's thread calls it and waits while it works, so what is
/// slow to take slows the query down instead of filling the memory.
public interface RowSink {

    /// Before the first row, also where there is none.
    void columns(List<Column> columns);

    /// Cells as [tablechat.protocol.Result] says, but whole.
    ///
    /// @return false when no more is wanted: the query is cancelled
    boolean row(List<Object> cells);
}
