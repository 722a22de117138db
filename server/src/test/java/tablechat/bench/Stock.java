package tablechat.bench;

import java.nio.file.Path;
import tablechat.testing.SqliteFile;

/// What lies in the store before anything is measured: 10,000 sessions, one of them with 500 messages of 1 KB.
final class Stock {
    static final String LONG_SESSION = id(1);
    static final int MESSAGES = 500;
    private static final int SESSIONS = 10_000;
    private static final int TEXT_BYTES = 1_000;

    private Stock() {}

    /// @return the id of the connection whose sessions they are
    static String lay(Path folder, Provider provider) throws Exception {
        Subject.plain(folder, provider).close();
        var store = new SqliteFile(folder.resolve("data/tablechat.db"));
        String connection = (String) store.column("select id from connection").getFirst();
        store.run("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)
                select printf('00000000-0000-7000-8000-%%012d', i), '%s', 'Session number ' || i, 'user', 1000000 + i, 1000000 + i from n
                """.formatted(SESSIONS, connection), """
                insert into message (id, session_id, position, role, status, created_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)
                select printf('00000000-0000-7000-9000-%%012d', i), '%s', i, iif(i %% 2, 'user', 'assistant'), 'complete', 1000000 + i
                from n
                """.formatted(MESSAGES, LONG_SESSION), """
                insert into part (message_id, position, type, text)
                select id, 0, 'text', substr(replace(hex(zeroblob(%d)), '00', 'words '), 1, %d) from message
                """.formatted(TEXT_BYTES, TEXT_BYTES));
        return connection;
    }

    private static String id(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }
}
