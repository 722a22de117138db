package tablechat.model.http;

import java.time.Duration;
import tablechat.protocol.Nullable;

/// How an exchange with a provider went wrong. What a provider said is its own text, not yet fit to be shown.
public sealed interface Trouble {

    /// An answer other than success. `code` and `said` are those of the provider's error object, where there is one.
    record Status(int status, String code, String said, @Nullable Duration retryAfter) implements Trouble {}

    /// An error inside the stream of an answer that had begun well.
    record Told(String code, String said) implements Trouble {

        /// The status this error has when it comes before the stream; 0 when it has none.
        public int status() {
            return switch (code) {
                case "authentication_error", "invalid_api_key" -> 401;
                case "permission_error" -> 403;
                case "not_found_error", "model_not_found" -> 404;
                case "request_too_large" -> 413;
                case "rate_limit_error", "rate_limit_exceeded", "insufficient_quota" -> 429;
                case "api_error", "server_error", "internal_server_error" -> 500;
                case "overloaded_error", "service_unavailable" -> 503;
                case "timeout_error" -> 504;
                default -> code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 0;
            };
        }
    }

    /// No connection came about: nobody listens, no such host, a certificate nobody trusts.
    record Unreachable(Reason reason) implements Trouble {}

    /// The connection broke, or the answer ended before its end.
    record Cut() implements Trouble {}

    /// Nothing came for so long.
    record Silent(Duration waited) implements Trouble {}

    /// What came is no answer of a model; `web` when it is a web page or points to one.
    record Garbled(boolean web) implements Trouble {}

    /// More came, or for longer, than with any answer.
    record Endless() implements Trouble {}

    enum Reason {
        REFUSED,
        UNKNOWN_HOST,
        TIMEOUT,
        CERTIFICATE,
        OTHER
    }
}
