package tablechat.transcript;

import java.io.IOException;
import tablechat.protocol.Result;

/// Writes one session down, in one of the forms: [#begin] once, [#message] for each in its order, [#end] once.
interface Document {
    void begin(Head head, Appendable out) throws IOException;

    void message(Entry entry, Rows rows, Appendable out) throws IOException;

    void end(Appendable out) throws IOException;

    /// Where all rows kept of a result come from: a JSON array of arrays.
    interface Rows {
        String json(Result result);
    }
}
