package tablechat.model.offline;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Titles of SQL that the user typed: `Customers by country`, `Query on orders`.
final class SqlTitles {
    private static final String NAME = "([\\w.\"`]+)";
    private static final Pattern FROM = words("(?:from|into|join|update|table)\\s+" + NAME);
    private static final Pattern DEFINED =
            words(NAME + "\\s*(?:\\([^()]*\\)\\s*)?as\\s+(?:(?:not\\s+)?materialized\\s+)?\\(");
    private static final Pattern GROUP = words("group\\s+by\\s+" + NAME + "\\s*(?:$|;|\\)|order\\b|having\\b|limit\\b)");
    private static final Set<String> NO_TABLES = Set.of("select", "if", "only", "lateral");

    private SqlTitles() {}

    static String of(String sql) {
        var defined = DEFINED.matcher(sql).results().map(found -> bare(found.group(1))).collect(Collectors.toSet());
        var table = FROM.matcher(sql)
                .results()
                .map(found -> bare(found.group(1)))
                .filter(name -> !defined.contains(name) && !NO_TABLES.contains(Words.lower(name)))
                .findFirst();
        var group = GROUP.matcher(sql).results().map(found -> bare(found.group(1))).findFirst();
        return table.map(name -> group.filter(by -> !by.matches("\\d+"))
                        .map(by -> capital(spoken(name) + " by " + spoken(by)))
                        .orElse("Query on " + spoken(name)))
                .orElse("SQL query");
    }

    /// Without quotes and schema.
    private static String bare(String name) {
        var plain = name.replaceAll("[\"`]", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static String spoken(String name) {
        return String.join(" ", Words.parts(name));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Pattern words(String expression) {
        return Pattern.compile("(?i)(?<![\\w\"`])" + expression);
    }
}
