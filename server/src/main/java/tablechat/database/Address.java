package tablechat.database;

import java.util.Objects;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// Where a user's database is and who asks it. A password never stays in the URL, nor does it show in [#toString].
///
/// @param url      without a password; it may still name the user
/// @param user     null when the URL says it, or nobody does
/// @param password the password itself, or `${env:NAME}` for what an environment variable holds
public record Address(String url, @Nullable String user, @Nullable String password) {

    /// `scheme://user:password@…`. The last `@` before the path ends the login, so that a password may hold one.
    private static final Pattern PASSWORD = Pattern.compile("(?s)([^/:]+://[^:@/]*):([^/?#]*)@(.*)");

    /// A password in the URL is taken out of it; one given apart is preferred to it.
    public Address {
        url = url.strip();
        var matcher = PASSWORD.matcher(url);
        if (matcher.matches()) {
            url = matcher.group(1) + "@" + matcher.group(3);
            if (password == null) password = Percent.decoded(matcher.group(2));
        }
        if (user != null && user.isEmpty()) user = null;
        if (password != null && password.isEmpty()) password = null;
    }

    public static Address of(String url) {
        return new Address(url, null, null);
    }

    /// Whether the URL itself says who asks.
    public boolean namesUser() {
        return url.matches("(?s)[^/:]+://[^/?#]+@.*");
    }

    /// Whether a password for the other may be sent to this one: the same user of the same server, as the URLs write them.
    public boolean hasLoginOf(Address other) {
        boolean same = url.equals(other.url) && Objects.equals(user, other.user);
        return same || Server.login(this).isPresent() && Server.login(this).equals(Server.login(other));
    }

    @Override
    public String toString() {
        return url;
    }
}
