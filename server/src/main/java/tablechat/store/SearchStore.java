package tablechat.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;

/// Finds sessions by words of their titles, messages and SQL. A word is found wherever it stands, also inside of another one,
/// letter case aside; nothing in it means anything but itself.
public final class SearchStore {
    /// Shorter ones have no trigram: they are looked for in the texts that the others leave, or in all.
    private static final int INDEXED_CHARACTERS_MIN = 3;

    private final Readers readers;

    SearchStore(Readers readers) {
        this.readers = readers;
    }

    /// @param message null when it is the session's title that was found
    /// @param text    all of it
    public record Found(String session, String title, String connection, @Nullable String message, String text) {}

    /// Titles first, each kind by the newest; those that have all of the words.
    ///
    /// @param connection the id of one, null for all
    /// @param shortened  what is kept of each: the texts themselves may be long, and are not held at once
    public <T> List<T> find(List<String> words, @Nullable String connection, int limit, Function<Found, T> shortened) {
        var found = new ArrayList<>(titles(words, connection, limit, shortened));
        if (found.size() < limit) found.addAll(messages(words, connection, limit - found.size(), shortened));
        return found;
    }

    private <T> List<T> titles(List<String> words, @Nullable String connection, int limit, Function<Found, T> shortened) {
        var condition = new Condition("title_search", "session.rowid", "session.title", words, connection);
        return readers.all(row -> shortened.apply(new Found(row.getString(1), row.getString(2), row.getString(3), null, row.getString(2))),
                "select session.id, title, connection_id from session where deleted_at is null and " + condition.sql
                        + " order by active_at desc limit ?", condition.with(limit));
    }

    private <T> List<T> messages(List<String> words, @Nullable String connection, int limit, Function<Found, T> shortened) {
        var condition = new Condition("part_search", "part_said.part", "part_said.text", words, connection);
        return readers.all(row -> shortened.apply(
                        new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))),
                "select session.id, title, connection_id, message.id, part_said.text, min(part_said.part) from part_said"
                        + " join message on message.id = message_id join session on session.id = session_id"
                        + " where deleted_at is null and status <> 'streaming' and " + condition.sql
                        + " group by message.id order by message.created_at desc, message.position desc limit ?",
                condition.with(limit));
    }

    /// What a row has to meet, and what is bound for it.
    private static final class Condition {
        final String sql;
        private final List<Object> values = new ArrayList<>();

        Condition(String index, String rowid, String text, List<String> words, @Nullable String connection) {
            var parts = new ArrayList<String>();
            List<String> indexed = words.stream().filter(Condition::isIndexed).toList();
            if (!indexed.isEmpty()) {
                parts.add(rowid + " in (select rowid from " + index + " where " + index + " match ?)");
                values.add(indexed.stream()
                        .map(word -> '"' + word.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(" AND ")));
            }
            for (String word : words) {
                if (isIndexed(word)) continue;
                List<String> spellings = spellings(word);
                parts.add("(" + String.join(" or ", Collections.nCopies(spellings.size(), "instr(" + text + ", ?) > 0")) + ")");
                values.addAll(spellings);
            }
            if (connection != null) {
                parts.add("connection_id = ?");
                values.add(connection);
            }
            sql = String.join(" and ", parts);
        }

        /// In every letter case, of every letter: the index folds all scripts, but SQLite's own functions ASCII alone. They are few,
        /// as the word is short.
        private static List<String> spellings(String word) {
            List<String> spellings = List.of("");
            for (int character : word.codePoints().toArray()) {
                List<String> cases = IntStream.of(character, Character.toLowerCase(character), Character.toUpperCase(character),
                        Character.toTitleCase(character)).distinct().mapToObj(Character::toString).toList();
                spellings = spellings.stream().flatMap(begun -> cases.stream().map(begun::concat)).toList();
            }
            return spellings;
        }

        private static boolean isIndexed(String word) {
            return word.codePointCount(0, word.length()) >= INDEXED_CHARACTERS_MIN;
        }

        Object[] with(int limit) {
            var all = new ArrayList<>(values);
            all.add(limit);
            return all.toArray();
        }
    }
}
