package tablechat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tablechat.testing.SqliteFile;

/// Long sessions as people have them: questions of a line, and answers with a query of 20 rows, words, a list, a table and SQL.
final class LongTalks {
    /// Two of 500 messages, to go back and forth between, and one of 1,000.
    static final List<String> OF_500 = List.of(session(20_001), session(20_002));
    static final String OF_1000 = session(20_003);

    private static final String ANSWER = """
            There are **1,204** orders in that month, which is **12 %** more than in the month before. What stands out:

            - most of them came from *Germany* and *France*
            - returns went down, see `orders.status`
            - the average basket was €84.20

            | country | orders | revenue |
            |---|---:|---:|
            | Germany | 402 | 33,690.00 |
            | France | 310 | 23,984.50 |
            | Spain | 204 | 15,120.25 |

            ```sql
            select country, count(*) as orders, sum(total) as revenue
            from orders join customers on customers.id = orders.customer_id
            where order_date >= '2025-01-01' group by country order by revenue desc
            ```

            The whole result is in the card above.""";

    private LongTalks() {}

    static void lay(Path folder) throws Exception {
        var store = new SqliteFile(folder.resolve("data/tablechat.db"));
        var statements = new ArrayList<String>();
        for (String session : OF_500) statements.addAll(talk(session, 500));
        statements.addAll(talk(OF_1000, 1000));
        store.run(statements.toArray(String[]::new));
    }

    private static List<String> talk(String session, int messages) {
        String numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)".formatted(messages);
        String id = "'%s-' || printf('%%05d', i)".formatted(session);
        return List.of("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                select '%1$s', id, 'Talk of %2$d', 'user', 1000000, 1000000 from connection
                """.formatted(session, messages), """
                insert into message (id, session_id, position, role, status, created_at)
                %s select %s, '%s', i, iif(i %% 2, 'user', 'assistant'), 'complete', 1000000 + i from n
                """.formatted(numbers, id, session), """
                insert into result (id, connection_id, session_id, sql, columns, preview, rows, row_count, truncated, duration_ms,
                    created_at)
                %s select %s, (select id from connection), '%s', 'select country, count(*) from orders group by 1',
                    '[{"name":"country","type":"text"},{"name":"orders","type":"integer"}]', %4$s, %4$s, 20, 0, 3, 0
                from n where i %% 2 = 0
                """.formatted(numbers, id, session, "'[" + "[\"Germany\",402],".repeat(19) + "[\"France\",310]]'"), """
                insert into part (message_id, position, type, text)
                %s select %s, iif(i %% 2, 0, 1), 'text', iif(i %% 2, 'How many orders are there in month ' || i || '?', '%s') from n
                """.formatted(numbers, id, ANSWER.replace("'", "''")), """
                insert into part (message_id, position, type, call_id, tool, input, call_status, output, result_id, duration_ms)
                %s select %2$s, 0, 'tool', 'call', 'run_query', '{"sql":"select country, count(*) from orders group by 1"}', 'complete',
                    'country orders', %2$s, 3 from n where i %% 2 = 0
                """.formatted(numbers, id));
    }

    private static String session(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }
}
