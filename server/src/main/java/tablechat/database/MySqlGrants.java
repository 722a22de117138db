package tablechat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// What a login to MySQL or MariaDB may do beyond reading, from what `show grants` says of it and its active roles.
final class MySqlGrants {
    private static final String ALL = "ALL PRIVILEGES";

    /// Reading, and what leaves nothing behind.
    private static final Set<String> HARMLESS = Set.of("USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES", "SHOW CREATE ROUTINE",
            "SHOW_ROUTINE", "PROCESS", "REPLICATION CLIENT", "BINLOG MONITOR", "SLAVE MONITOR", "REPLICA MONITOR",
            "CREATE TEMPORARY TABLES");
    private static final Set<String> WRITING = Set.of("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "TRIGGER",
            "REFERENCES", "LOCK TABLES", "CREATE VIEW", "CREATE ROUTINE", "ALTER ROUTINE", "EVENT", "DELETE HISTORY");

    /// A name in backticks may hold blanks.
    private static final Pattern GRANT = Pattern.compile(
            "GRANT (.+?) ON (?:TABLE |PROCEDURE |FUNCTION |PACKAGE )?((?:`(?:[^`]|``)*`|[^\\s`])+) TO .*");
    private static final Pattern COLUMNS = Pattern.compile("\\([^)]*\\)");

    private final String login;
    private final @Nullable String database;
    private final Set<String> powers = new TreeSet<>();
    private boolean everything;

    private MySqlGrants(String login, @Nullable String database) {
        this.login = login;
        this.database = database;
    }

    static MySqlGrants of(Lane lane, Server server) throws SQLException {
        var grants = new MySqlGrants(rows(lane, "select current_user()").getFirst(), server.database());
        rows(lane, "show grants").forEach(grants::add);
        return grants;
    }

    String sentence() {
        return powers.isEmpty() ? "The login %s may only read.".formatted(login)
                : "The login %s %s.".formatted(login, String.join(", ", inWords()));
    }

    /// Null when there is nothing that a safer login would not have.
    @Nullable String advice() {
        if (powers.isEmpty()) return null;
        String where = database == null ? "*.*" : "`%s`.*".formatted(database.replace("`", "``"));
        return "create user tablechat@'%%' identified by '…'; grant select, show view on %s to tablechat@'%%';".formatted(where);
    }

    /// Grants on other databases than the one asked count only where none is named.
    private void add(String line) {
        Matcher grant = GRANT.matcher(line);
        if (!grant.matches()) return;
        String where = grant.group(2);
        boolean global = where.equals("*.*");
        if (!global && database != null && !covers(where)) return;
        for (String privilege : COLUMNS.matcher(grant.group(1)).replaceAll("").split(",")) {
            String name = privilege.strip();
            everything |= global && name.equals(ALL);
            if (!HARMLESS.contains(name)) powers.add(name);
        }
    }

    /// `` `shop`.* ``, `` `shop`.`orders` ``, and patterns such as `` `shop\_%`.* ``, where a backslash makes a sign plain.
    private boolean covers(String where) {
        String schema = where.replaceFirst("^`(.*?)`\\..*", "$1").replace("``", "`");
        var pattern = new StringBuilder();
        for (int i = 0; i < schema.length(); i++) {
            char c = schema.charAt(i);
            if (c == '%') pattern.append(".*");
            else if (c == '_') pattern.append('.');
            else if (c == '\\' && i + 1 < schema.length()) pattern.append(Pattern.quote(schema.substring(++i, i + 1)));
            else pattern.append(Pattern.quote(schema.substring(i, i + 1)));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL).matcher(database).matches();
    }

    private List<String> inWords() {
        var words = new ArrayList<String>();
        if (everything) return List.of("may do everything on the server");
        if (powers.contains("FILE")) words.add("may read and write the server's files");
        List<String> writing = powers.stream().filter(power -> WRITING.contains(power) || power.equals(ALL)).toList();
        if (!writing.isEmpty()) words.add("may change tables (%s)".formatted(String.join(", ", writing)));
        List<String> other = powers.stream().filter(power -> !writing.contains(power) && !power.equals("FILE")).toList();
        if (!other.isEmpty()) words.add("has other powers (%s)".formatted(String.join(", ", other)));
        return words;
    }

    private static List<String> rows(Lane lane, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (PreparedStatement statement = lane.prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) rows.add(row.getString(1));
        }
        return rows;
    }
}
