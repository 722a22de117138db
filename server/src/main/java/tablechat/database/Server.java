package tablechat.database;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// A database server, from a URL such as `postgresql://user@host:5432/db?sslmode=require` taken apart.
///
/// @param password   itself or a reference, see [Secret]
/// @param database   null when the URL names none
/// @param parameters only such as the kind allows, names in lower case
record Server(String host, int port, String user, @Nullable String password, @Nullable String database,
        Map<String, String> parameters) {

    static final int PARAMETER_CHARACTERS_MAX = 200;

    private static final Pattern URL = Pattern.compile("[^:/]+://"
            + "(?:(?<user>[^@/?#]*)@)?(?<host>\\[[^]]*]|[^:/?#@]*)(?::(?<port>[^/?#@]*))?(?:/(?<database>[^?#]*))?(?:\\?(?<query>[^#]*))?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})?|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\?#@&=;]{1,128}");

    /// @param example a whole URL, to show where one cannot be read
    /// @throws Rejected naming what is wrong, without repeating what may be a password
    static Server at(Address address, int usualPort, Set<String> allowed, String example) {
        Matcher url = URL.matcher(address.url());
        if (!url.matches()) throw wrong("Write it as in %s; in a password, / is written %%2F, ? %%3F and # %%23.".formatted(example));
        String user = address.user() != null ? address.user() : Percent.decoded(orEmpty(url.group("user")));
        return new Server(host(orEmpty(url.group("host"))), port(url.group("port"), usualPort),
                user.isEmpty() ? System.getProperty("user.name") : user, address.password(),
                database(orEmpty(url.group("database"))), parameters(orEmpty(url.group("query")), allowed));
    }

    /// Kind, host, port and user: what a password was given for. Empty where the URL names no server.
    static Optional<List<String>> login(Address address) {
        Matcher url = URL.matcher(address.url());
        if (!url.matches()) return Optional.empty();
        String scheme = address.url().substring(0, address.url().indexOf(':'));
        String user = address.user() != null ? address.user() : Percent.decoded(orEmpty(url.group("user")));
        return Optional.of(List.of(scheme.toLowerCase(Locale.ROOT), orEmpty(url.group("host")).toLowerCase(Locale.ROOT),
                orEmpty(url.group("port")), user));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /// See [Kind#present]: what is there now is not known before a login; its password is only looked for.
    Server present() throws DatabaseFailure {
        Secret.in(password, System.getenv());
        return this;
    }

    /// For a login; kept nowhere else.
    @Nullable String passwordNow() throws SQLException {
        try {
            return Secret.in(password, System.getenv());
        } catch (DatabaseFailure e) {
            throw new SQLException(e.getMessage());
        }
    }

    private static String host(String text) {
        if (text.isEmpty()) return "localhost";
        if (!HOST.matcher(text).matches()) throw wrong("The URL's host is not a name or address that a machine can have.");
        return text;
    }

    private static int port(@Nullable String text, int usual) {
        if (text == null || text.isEmpty()) return usual;
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) throw wrong("The URL's port should be a number from 1 to 65535.");
        return port;
    }

    private static @Nullable String database(String text) {
        String name = Percent.decoded(text);
        if (name.isEmpty()) return null;
        if (!NAME.matcher(name).matches()) {
            throw wrong("The URL's database is not a name; in a password, / is written %2F, ? %3F and @ %40.");
        }
        return name;
    }

    private static Map<String, String> parameters(String query, Set<String> allowed) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) continue;
            String[] parts = pair.split("=", 2);
            String name = Percent.decoded(parts[0]).toLowerCase(Locale.ROOT);
            String value = parts.length > 1 ? Percent.decoded(parts[1]) : "";
            if (!allowed.contains(name)) throw unknown(parts.length > 1 ? name : "", allowed);
            if (value.length() > PARAMETER_CHARACTERS_MAX || value.chars().anyMatch(Character::isISOControl)) {
                throw wrong("The URL's parameter %s has a value that cannot be meant.".formatted(name));
            }
            parameters.put(name, value);
        }
        return Map.copyOf(parameters);
    }

    private static Rejected unknown(String name, Set<String> allowed) {
        String shown = name.matches("[a-z0-9_.-]{1,40}") ? "parameter " + name : "one of the URL's parameters";
        String known = allowed.stream().sorted().collect(Collectors.joining(", "));
        return wrong("The %s is not allowed; those that are: %s.".formatted(shown, known));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Rejected wrong(String sentence) {
        return Rejected.field("url", sentence);
    }
}
