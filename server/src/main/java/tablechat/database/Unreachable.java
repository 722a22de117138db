package tablechat.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import tablechat.protocol.Nullable;

/// What keeps a server from being reached, in words: found among the causes of a driver's own words.
final class Unreachable {
    private Unreachable() {}

    /// Empty when the network is not to blame.
    static Optional<String> sentence(Throwable failure, Server server) {
        Optional<String> deepest = Optional.empty();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> meant = meant(cause, server);
            if (meant.isPresent()) deepest = meant;
        }
        return deepest;
    }

    private static Optional<String> meant(Throwable cause, Server server) {
        return Optional.ofNullable(
                switch (cause) {
                    case UnknownHostException _ -> "There is no host called %s, or its name cannot be looked up now."
                            .formatted(server.host());
                    case ConnectException _ -> "Nothing answers at %s: is the database running there?".formatted(server);
                    case NoRouteToHostException _ -> "There is no way from here to %s.".formatted(server);
                    case SocketTimeoutException _ -> "%s did not answer in time.".formatted(server);
                    case SQLTimeoutException _ -> "%s did not answer in time.".formatted(server);
                    case SSLException _ -> tls(cause, server);
                    case CertPathBuilderException _ -> tls(cause, server);
                    case CertificateException _ -> tls(cause, server);
                    case SocketException _ -> "The connection to %s broke.".formatted(server);
                    default -> null;
                });
    }

    private static String tls(Throwable cause, Server server) {
        String why = cause instanceof CertPathBuilderException ? "the server's certificate is from nobody this machine trusts."
                : Sentence.of(String.valueOf(cause.getMessage()));
        return "TLS with %s failed: %s".formatted(server, why);
    }
}
