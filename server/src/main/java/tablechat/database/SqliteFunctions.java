package tablechat.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlite.Function;
import tablechat.protocol.Nullable;

/// Stands in for functions that are one native call of minutes, which no cancel ends, or take memory that no limit holds:
/// `trim` of 50 KB by 25 KB took 5 s and grows with the square; the driver's own `replicate` took 1 GB.
final class SqliteFunctions {
    private static final List<String> REFUSED = List.of("replicate", "padl", "padr", "padc", "strfilter", "unhex");

    /// https://www.sqlite.org/c3ref/c_directonly.html: without it, no view may call the function.
    private static final int INNOCUOUS = 0x200000;

    /// With what the driver adds it is every encoding: else the library's own of UTF-8 would be preferred.
    private static final int UTF8 = 1;

    private static final int FLAGS = Function.FLAG_DETERMINISTIC | INNOCUOUS | UTF8;

    private SqliteFunctions() {}

    /// All of two arguments; those of one are as they were.
    static void replace(Connection connection) throws SQLException {
        Function.create(connection, "trim", new Trim(true, true), 2, FLAGS);
        Function.create(connection, "ltrim", new Trim(true, false), 2, FLAGS);
        Function.create(connection, "rtrim", new Trim(false, true), 2, FLAGS);
        for (String name : REFUSED) Function.create(connection, name, new Refused(name), 2, FLAGS);
    }

    private static @Nullable String trimmed(@Nullable String text, @Nullable String marks, boolean left, boolean right) {
        if (text == null || marks == null) return null;
        Set<Integer> characters = marks.codePoints().boxed().collect(Collectors.toSet());
        int start = 0;
        int end = text.length();
        while (left && start < end && characters.contains(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && start < end && characters.contains(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static final class Trim extends Function {
        private final boolean left;
        private final boolean right;

        Trim(boolean left, boolean right) {
            this.left = left;
            this.right = right;
        }

        @Override
        protected void xFunc() throws SQLException {
            String trimmed = trimmed(value_text(0), value_text(1), left, right);
            if (trimmed == null) result();
            else result(trimmed);
        }
    }

    private static final class Refused extends Function {
        private final String name;

        Refused(String name) {
            this.name = name;
        }

        @Override
        protected void xFunc() throws SQLException {
            error("%s with two arguments is not available here".formatted(name));
        }
    }
}
