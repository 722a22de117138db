package tablechat.model.offline;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What kind of thing the user wants, before the schema is known.
sealed interface Intent {
    Pattern SQL = Pattern.compile("(?is)\\(*\\s*(select\\b(?!\\s+(the|me)\\b).*|with\\s+(recursive\\s+)?[\\w\"`]+\\s*(\\([^)]*\\)\\s*)?as\\s.*|values\\s*\\(.*"
            + "|explain\\s+(query\\s+plan\\s+|analyze\\s+)?(select|with|update|delete|insert)\\b.*|pragma\\s+\\w+.*"
            + "|(insert\\s+into|delete\\s+from|update\\s+\\S+\\s+set|drop\\s+(table|view|index|database)|alter\\s+table"
            + "|create\\s+(table|view|index)|truncate(\\s+table)?|attach|vacuum|grant|revoke)\\b.*)");
    Pattern FENCE = Pattern.compile("(?s)^\\s*```\\w*\\s*(.*?)\\s*```\\s*$");
    Pattern SHOW_SQL = Pattern.compile("(?i).*\\b(show|see|what|which|give|print|display|was|is)\\b.*\\b(sql|query)\\b.*");
    Pattern LIST = Pattern.compile("(?i)(.*\\b(what|which|show|list|how many|all|are there|display|name|see|give)\\b.*\\btables\\b.*|(the )?tables\\W*|\\\\dt?|\\.tables|"
            + ".*\\bwhat('s| is| s)? (is )?(in|inside) (this|the|my|your) (database|db|data)\\b.*|.*\\b(show|describe|explain|see|display|print)\\b.*\\b(schema|database|db)\\b.*|(the )?schema\\W*|"
            + ".*\\bwhat (data|information)\\b.*\\b(have|there|available|contain\\w*)\\b.*|.*\\b(database|db) (structure|schema|overview)\\b.*|.*\\boverview\\b.*|"
            + ".*\\bwhat does (this|the|my) (database|db) (contain|hold|have)\\b.*)");
    Pattern DESCRIBE = Pattern.compile("(?i)(.*\\b(describe|desc|structure|columns?|fields?|schema|definition|attributes?|layout)\\b.*|\\\\d\\s+\\S+|\\.schema\\s+\\S+|"
            + ".*\\bwhat does .* look like\\b.*|.*\\bexplain (the )?(table )?\\w+( table)?\\W*)");
    Pattern HELLO = Pattern.compile("(?i)\\W*(hi|hello|hey|good (morning|evening|afternoon|day)|thanks?( you)?|thx|help( me)?|what can (you|i) (do|ask).*|who are you.*|how are you.*)\\W*( there| you)?\\W*");
    Set<String> WRITING = Set.of("delete", "remove", "update", "insert", "drop", "create", "change", "truncate", "rename", "modify", "erase");

    record Sql(String sql) implements Intent {}

    record ShowSql() implements Intent {}

    record ListTables() implements Intent {}

    record Hello() implements Intent {}

    /// Of the tables it names, if it names any.
    record Describe() implements Intent {}

    /// Something that would change data.
    record Write() implements Intent {}

    record Ask() implements Intent {}

    static Intent of(String text) {
        var fence = FENCE.matcher(text);
        var bare = fence.matches() ? fence.group(1) : text.strip();
        if (SQL.matcher(bare).matches()) {
            return new Sql(bare);
        }
        var line = bare.replaceAll("\\s+", " ");
        if (HELLO.matcher(line).matches() || line.isBlank()) {
            return new Hello();
        }
        var words = List.of(Words.lower(line).replaceFirst("^(please|can you|could you) ", "").split("\\W+"));
        if (!words.isEmpty() && WRITING.contains(words.getFirst())) {
            return new Write();
        }
        if (SHOW_SQL.matcher(line).matches() && words.size() <= 10) {
            return new ShowSql();
        }
        if (LIST.matcher(line).matches()) {
            return new ListTables();
        }
        return DESCRIBE.matcher(line).matches() ? new Describe() : new Ask();
    }
}
