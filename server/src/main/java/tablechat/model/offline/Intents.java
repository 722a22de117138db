package tablechat.model.offline;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells SQL, greetings and questions about the schema from questions about the data.
final class Intents {
    private static final int SHOW_SQL_WORDS_MAX = 10;

    private static final Pattern FENCE = Pattern.compile("(?s)^\\s*```\\w*\\s*(.*?)\\s*```\\s*$");

    /// Also what would change data: it is passed on as it is, and the guard says no in its own words.
    private static final Pattern SQL = pattern("""
        \\(* \\s*
        ( select \\b (?! \\s+ (the|me) \\b ) .*
        | with \\s+ (recursive \\s+)? [\\w"`]+ \\s* ( \\([^)]*\\) \\s* )? as \\s .*
        | values \\s* \\( .*
        | explain \\s+ (query \\s+ plan \\s+ | analyze \\s+)? (select|with|update|delete|insert) \\b .*
        | pragma \\s+ \\w+ .*
        | ( insert \\s+ into | delete \\s+ from | update \\s+ \\S+ \\s+ set | truncate (\\s+ table)? | attach | vacuum | grant
          | revoke | (create|drop|alter) \\s+ (table|view|index|database|schema) ) \\b .*
        )
        """);

    private static final Pattern SHOW_SQL =
            pattern(".*\\b (show|see|what|which|give|print|display|was|is) \\b .* \\b (sql|query) \\b .*");

    private static final Pattern TABLES = pattern("""
          .*\\b (what|which|show|list|how \\s many|all|are \\s there|display|name|see|give) \\b .* \\b tables \\b
            (?! \\s (are \\s)? (on|at|by|near|seat|for|with \\s \\d)) .*
        | (the \\s)? (tables|schema) \\W*
        | \\\\dt? | \\.tables
        | .*\\b what ('s|s|\\s is)? \\s? (is \\s)? (in|inside) \\s (this|the|my|your) \\s (database|db|data) \\b .*
        | .*\\b (show|describe|explain|see|display|print) \\b .* \\b (schema|database|db) \\b .*
        | .*\\b what \\s (data|information) \\b .* \\b (have|there|available|contain\\w*) \\b .*
        | .*\\b (database|db) \\s (structure|schema|overview) \\b .*
        | .*\\b what \\s does \\s (this|the|my) \\s (database|db) \\s (contain|hold|have) \\b .*
        """);

    private static final Pattern DESCRIBE = pattern("""
          .*\\b (describe|desc|structure|columns?|fields?|schema|definition|attributes?|layout) \\b .*
        | \\\\d \\s+ \\S+ | \\.schema \\s+ \\S+
        | .*\\b what \\s does \\s .* \\s look \\s like \\b .*
        | .*\\b what ('s|s|\\s is) \\s (in|inside|stored|kept|recorded|held|known) \\b .*
        | .*\\b explain \\s (the \\s)? (table \\s)? \\w+ (\\s table)? \\W*
        """);

    private static final Pattern HELLO = pattern("""
        \\W* ( hi | hello | hey | good \\s (morning|evening|afternoon|day) | thanks? (\\s you)? | thx | help (\\s me)?
             | what \\s can \\s (you|i) \\s (do|ask) .* | who \\s are \\s you .* | how \\s are \\s you .* )
        \\W* (\\s there | \\s you)? \\W*
        """);

    private static final Set<String> WRITING = Set.of(
            "delete",
            "remove",
            "update",
            "insert",
            "drop",
            "create",
            "change",
            "truncate",
            "rename",
            "modify",
            "erase");

    private Intents() {}

    static Intent of(String text) {
        var fence = FENCE.matcher(text);
        var bare = fence.matches() ? fence.group(1) : text.strip();
        if (SQL.matcher(bare).matches()) {
            return new Intent.Sql(bare);
        }
        var line = bare.replaceAll("\\s+", " ");
        if (HELLO.matcher(line).matches() || line.isBlank()) {
            return new Intent.Hello();
        }
        return ofWords(
                line,
                List.of(Words.lower(line)
                        .replaceFirst("^(please|can you|could you) ", "")
                        .split("\\W+")));
    }

    private static Intent ofWords(String line, List<String> words) {
        if (!words.isEmpty() && WRITING.contains(words.getFirst())) {
            return new Intent.Write();
        }
        if (SHOW_SQL.matcher(line).matches() && words.size() <= SHOW_SQL_WORDS_MAX) {
            return new Intent.ShowSql();
        }
        if (TABLES.matcher(line).matches()) {
            return new Intent.ListTables();
        }
        return DESCRIBE.matcher(line).matches() ? new Intent.Describe() : new Intent.Ask();
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.COMMENTS);
    }
}
