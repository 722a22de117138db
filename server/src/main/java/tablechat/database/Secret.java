package tablechat.database;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// A password as somebody gave it: itself, or `${env:NAME}` for what an environment variable holds, looked up at each login.
final class Secret {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

    /// TableChat's own: whoever may add a connection could have them sent to a server of theirs.
    private static final Pattern OURS = Pattern.compile("TABLECHAT_.*|.*_API_KEY");

    private Secret() {}

    /// @throws DatabaseFailure when it refers to a variable that is not set, or that holds no database's password
    static @Nullable String in(@Nullable String given, Map<String, String> environment) throws DatabaseFailure {
        if (given == null) return null;
        Matcher reference = REFERENCE.matcher(given);
        if (!reference.matches()) return given;
        if (OURS.matcher(reference.group(1)).matches()) {
            throw new DatabaseFailure("%s is no database's password. Put that into a variable of its own."
                    .formatted(reference.group(1)));
        }
        String value = environment.get(reference.group(1));
        if (value == null) {
            throw new DatabaseFailure("The environment variable %s, which should hold the password, is not set."
                    .formatted(reference.group(1)));
        }
        return value;
    }
}
