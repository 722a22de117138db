package tablechat.database;

import java.util.Set;

/// How one kind of database writes SQL, as far as the guard must know it. Words are in lower case.
///
/// @param quirks           ways to write strings, names and comments beyond the standard's `'…'`, `"…"`, `--` and `/* … */`
/// @param starts           first words of statements that only read; `pragma` and `explain` have rules of their own
/// @param explainOptions   words between EXPLAIN and the statement it explains without running it
/// @param pragmas          pragmas that only tell, without an argument
/// @param pragmasOfNames   pragmas that only tell, also of the table, index or number in their parentheses
/// @param forbiddenCalls   functions that reach beyond the database
/// @param parameterMarks   characters that begin a parameter and mean nothing else
record Dialect(
        String product,
        Set<Quirk> quirks,
        Set<String> starts,
        Set<String> explainOptions,
        Set<String> pragmas,
        Set<String> pragmasOfNames,
        Set<String> forbiddenCalls,
        String parameterMarks) {

    enum Quirk {
        /// `` `name` ``
        BACKTICK_NAMES,
        /// `[name]`
        BRACKET_NAMES,
        /// `'it\'s'` in every string
        BACKSLASH_ESCAPES,
        /// `E'it\'s'`
        E_STRINGS,
        /// `$tag$ … $tag$`
        DOLLAR_STRINGS,
        /// `# to the end of the line`
        HASH_COMMENTS,
        /// `/* one /* inside */ another */`
        NESTED_COMMENTS,
        /// `/*! runs, for all its looks */`
        EXECUTABLE_COMMENTS
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }
}
