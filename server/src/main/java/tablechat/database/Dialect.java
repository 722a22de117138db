package tablechat.database;

import java.util.Set;

/// How one kind of database writes SQL, as far as the guard must know it. Words are in lower case.
///
/// @param quirks           ways to write strings, names and comments beyond the standard's `'…'`, `"…"`, `--` and `/* … */`
/// @param starts           first words of statements that only read; `pragma` and `explain` have rules of their own
/// @param explainOptions   words between EXPLAIN and the statement it explains without running it
/// @param pragmas          pragmas that only tell, without an argument
/// @param pragmasOfNames   pragmas that only tell, also of the table, index or number in their parentheses
/// @param forbiddenCalls   functions that reach beyond the database; one that ends in `_*` stands for all that begin so
/// @param growingCalls     functions whose value is as long as they are told, in engines that have no limit of their own to it
/// @param forbiddenWords   words, and pairs of words, that no reading statement has, beyond those that write in every dialect
/// @param parameterMarks   characters that begin a parameter and mean nothing else
record Dialect(
        String product,
        Set<Quirk> quirks,
        Set<String> starts,
        Set<String> explainOptions,
        Set<String> pragmas,
        Set<String> pragmasOfNames,
        Set<String> forbiddenCalls,
        Set<String> growingCalls,
        Set<String> forbiddenWords,
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
        /// `/*! runs, for all its looks */`, and `/*+ set_var(…) */` sets
        EXECUTABLE_COMMENTS,
        /// `--` begins a comment only before a blank: `1--1` is 2
        DASHES_NEED_A_BLANK,
        /// A comment of one line ends at a carriage return, too
        RETURNS_END_COMMENTS,
        /// `U&"n\0061me"`
        UNICODE_NAMES
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    boolean forbids(String function) {
        if (forbiddenCalls.contains(function)) return true;
        for (int end = function.indexOf('_'); end >= 0; end = function.indexOf('_', end + 1)) {
            if (forbiddenCalls.contains(function.substring(0, end + 1) + "*")) return true;
        }
        return false;
    }
}
