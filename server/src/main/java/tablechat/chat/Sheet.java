package tablechat.chat;

import java.util.List;
import tablechat.protocol.Result.Column;

/// How the rows of an export are written, one after the other. Made anew for each export.
interface Sheet {

    void begin(List<Column> columns, StringBuilder out);

    /// Cells as [tablechat.protocol.Result] says.
    void row(List<Object> cells, StringBuilder out);

    /// @param rows how many there were
    void end(long rows, StringBuilder out);
}
