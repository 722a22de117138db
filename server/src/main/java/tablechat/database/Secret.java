package tablechat.database;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// A password as somebody gave it: itself, or `${env:NAME}` for what an environment variable holds, looked up at each login.
final class Secret {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

    private Secret() {}

    /// @throws DatabaseFailure when it refers to a variable that is not set
    static @Nullable String in(@Nullable String given, Map<String, String> environment) throws DatabaseFailure {
        if (given == null) return null;
        Matcher reference = REFERENCE.matcher(given);
        if (!reference.matches()) return given;
        String value = environment.get(reference.group(1));
        if (value == null) {
            throw new DatabaseFailure("The environment variable %s, which should hold the password, is not set."
                    .formatted(reference.group(1)));
        }
        return value;
    }
}
