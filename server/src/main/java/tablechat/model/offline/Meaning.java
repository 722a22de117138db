package tablechat.model.offline;

import java.util.List;
import tablechat.protocol.Nullable;

/// What became of a question about the data.
sealed interface Meaning {

    /// @param remarks sentences about choices that were made
    /// @param chart the type of chart that was asked for, empty for any, null for none
    record Understood(Query query, List<String> remarks, @Nullable String chart) implements Meaning {}

    /// @param words those that nothing in the database explains; empty when it is not clear what is asked at all
    /// @param unknown the words name nothing; else it is not clear what they do here
    record Unclear(List<String> words, boolean unknown) implements Meaning {}
}
