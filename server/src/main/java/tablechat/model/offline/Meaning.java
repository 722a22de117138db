package tablechat.model.offline;

import java.util.List;

/// What became of a question about the data.
sealed interface Meaning {

    /// @param remarks sentences about choices that were made
    record Understood(Query query, List<String> remarks) implements Meaning {}

    /// @param words those that nothing in the database explains; empty when it is not clear what is asked at all
    record Unclear(List<String> words) implements Meaning {}
}
