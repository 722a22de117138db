package tablechat.store;

import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.List;
import tablechat.protocol.Ids;
import tablechat.protocol.Message;
import tablechat.protocol.Rejected;
import tablechat.protocol.Session.ForkedBy;

/// Copies the course of a session into another one, and moves the rest of it there. All inside a change of the writer.
final class Forks {
    /// A UUID of version 7 whose first 13 characters are bound.
    private static final String NEW_ID = """
            ? || '-7' || substr(lower(hex(randomblob(2))), 1, 3) || '-' || substr('89ab', 1 + (random() & 3), 1)
                || substr(lower(hex(randomblob(2))), 1, 3) || '-' || lower(hex(randomblob(6)))""";

    private static final int TIME_CHARACTERS = 13;

    private Forks() {}

    /// Makes a session like another one: its title, its activity, and its messages up to a position.
    static void make(DbExecute db, String fork, String session, int upTo, ForkedBy by, Instant now) {
        long made = db.dml("""
                insert into session (id, connection_id, title, title_source, created_at, active_at, forked_from, forked_by)
                select ?, connection_id, title, title_source, ?, active_at, id, ? from session where id = ? and deleted_at is null
                """, Bind.all(fork, now, by, session));
        if (made == 0) throw Rejected.notFound("session", "There is no such session any more.");
        String time = Ids.next().substring(0, TIME_CHARACTERS);
        db.dml("""
                insert into message (id, session_id, position, role, status, turn, model, input_tokens, output_tokens, duration_ms,
                    error_code, error_message, created_at, privacy)
                select %s, ?, position, role, status, turn, model, input_tokens, output_tokens, duration_ms,
                    error_code, error_message, created_at, privacy
                from message where session_id = ? and position <= ? order by position
                """.formatted(NEW_ID), time, fork, session, upTo);
        db.dml("""
                insert into part (message_id, position, type, text, call_id, tool, input, call_status, output, error, result_id,
                    duration_ms, model_rows)
                select copy.id, part.position, type, text, call_id, tool, input, call_status, output, error, result_id,
                    part.duration_ms, model_rows
                from message copy join message own on own.session_id = ? and own.position = copy.position
                    join part on part.message_id = own.id
                where copy.session_id = ?
                """, session, fork);
        copyResults(db, fork);
    }

    /// What stands after a position goes to the fork, as it is.
    static void move(DbExecute db, String fork, String session, int after) {
        db.dml("update message set session_id = ? where session_id = ? and position > ?", fork, session, after);
        db.dml("""
                update result set session_id = ? where session_id = ? and id in
                    (select result_id from part join message on message.id = message_id where message.session_id = ?)
                """, fork, session, fork);
    }

    /// The fork's own: they go with their session.
    private static void copyResults(DbExecute db, String fork) {
        List<String> results = db.query("""
                select distinct result_id from part join message on message.id = message_id
                where session_id = ? and result_id is not null
                """, fork).map(row -> row.column(1).getString()).toList();
        for (String result : results) {
            String copy = Ids.next();
            db.dml("""
                    insert into result
                        (id, connection_id, session_id, sql, columns, preview, rows, row_count, truncated, duration_ms, created_at)
                    select ?, connection_id, ?, sql, columns, preview, rows, row_count, truncated, duration_ms, created_at
                    from result where id = ?
                    """, copy, fork, result);
            db.dml("""
                    update part set result_id = ?
                    where result_id = ? and message_id in (select id from message where session_id = ?)
                    """, copy, result, fork);
        }
    }

    /// What takes the course after a question out of its session: another wording of it is an edit, the same is a retry.
    static ForkedBy reason(DbExecute db, Message question) {
        boolean same = db.query("select text from part where message_id = ? and position = 0 and text = ?", question.id(), question.text())
                .findFirst().isPresent();
        return same ? ForkedBy.RETRY : ForkedBy.EDIT;
    }

    /// Whether anything stands after a position.
    static boolean isFollowed(DbExecute db, String session, int position) {
        return db.query("select id from message where session_id = ? and position > ? limit 1", session, position)
                .findFirst().isPresent();
    }
}
