package tablechat.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import tablechat.protocol.Message;
import tablechat.store.MessageStore.Page;

/// Pages of a session's messages.
final class Pages {
    private Pages() {}

    /// Reads from the newest backwards and stops as soon as a limit is reached, so that long messages cost nothing unread.
    static Page read(Statements statements, String session, int before, int limit, long bytesMax) throws SQLException {
        PreparedStatement statement = statements.take(MessageRows.NEWEST_FIRST);
        try {
            statement.setString(1, session);
            statement.setInt(2, before);
            try (ResultSet row = statement.executeQuery()) {
                return gathered(new MessageRows(row), limit, bytesMax);
            }
        } finally {
            statements.release(MessageRows.NEWEST_FIRST, statement);
        }
    }

    private static Page gathered(MessageRows rows, int limit, long bytesMax) throws SQLException {
        var newestFirst = new ArrayList<Message>();
        int upTo = rows.position();
        boolean earlier = false;
        while (rows.hasNext() && !earlier) {
            boolean full = newestFirst.size() == limit || !newestFirst.isEmpty() && rows.bytesRead() > bytesMax;
            if (full) earlier = true;
            else newestFirst.add(rows.next());
        }
        if (rows.bytesRead() > bytesMax && newestFirst.size() > 1) {
            newestFirst.removeLast();
            earlier = true;
        }
        return new Page(newestFirst.reversed(), earlier, upTo);
    }
}
