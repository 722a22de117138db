package tablechat.model;

import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.Locale;
import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// Says what happened and what to do about it, naming the setting to look at.
record Explanation(Provider provider, String model, Access access) {

    String of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Status(int status, String code, String said, var wait) -> refusal(status, code, said, wait);
            case Trouble.Told told -> refusal(told.status(), told.code(), told.said(), null);
            case Trouble.Unreachable(var reason) -> unreachable(reason);
            case Trouble.Cut() -> "The connection to %s broke before the answer was whole. Ask again.".formatted(host());
            case Trouble.Silent(Duration waited) ->
                "Nothing came from %s for %s, so the answer was given up. Ask again, or look at %s and %s."
                        .formatted(host(), seconds(waited), Setup.MODEL, provider.urlVariable());
            case Trouble.Garbled(boolean web) ->
                "%s sent %s instead of a model's answer. Look at %s."
                        .formatted(host(), web ? "a web page" : "something unreadable", provider.urlVariable());
            case Trouble.Endless() -> "%s came to no end, so the answer was given up. Ask again.".formatted(host());
        };
    }

    /// What a whole answer without text and tool calls means.
    static String ofNothing(@Nullable FinishReason reason) {
        return switch (reason) {
            case LENGTH -> "The model used up its tokens before it could answer. Ask for less at once.";
            case CONTENT_FILTER -> "The provider's content filter held the answer back. Ask in other words.";
            case null, default -> "The model gave an empty answer. Ask again, or in other words.";
        };
    }

    /// @param status 0 when there is none that fits
    private String refusal(int status, String code, String said, @Nullable Duration wait) {
        if (status == 413 || isTooLong(code, said)) {
            return "This conversation has become too long for %s. Start a new session.".formatted(model);
        }
        if (status == 402 || code.equals("insufficient_quota")) {
            return "%s says that the account's quota or credit is used up. Look at its billing, or use another key in %s."
                    .formatted(provider.name(), provider.keyVariable());
        }
        return switch (status) {
            case 401 -> key();
            case 403 -> "%s does not let this key use %s. Look at %s and %s."
                    .formatted(provider.name(), model, provider.keyVariable(), Setup.MODEL);
            case 404 -> "%s does not know the model \"%s\". Look at %s%s."
                    .formatted(host(), model, Setup.MODEL, orAddress());
            case 408, 504 -> "%s took too long to answer (%d). Ask again.".formatted(host(), status);
            case 429 -> "%s gets too many requests from this key. Try again in %s."
                    .formatted(provider.name(), wait == null ? "a minute" : seconds(wait));
            default -> other(status, Quote.of(said, access.key()));
        };
    }

    private String other(int status, String quote) {
        if (status >= 300 && status < 400) {
            return "%s sends us on to another address (%d), which does not get the key. Put the right one into %s."
                    .formatted(host(), status, provider.urlVariable());
        }
        if (status >= 500) {
            return "%s does not work just now (%d). Try again in a minute. %s".formatted(host(), status, quote).strip();
        }
        String number = status == 0 ? "" : " (%d)".formatted(status);
        return "%s refused to answer%s. %s Look at %s%s."
                .formatted(host(), number, quote, Setup.MODEL, orAddress())
                .replace("  ", " ");
    }

    private String key() {
        return access.key() == null
                ? "%s wants a key. Set %s.".formatted(host(), provider.keyVariable())
                : "%s did not accept the key. Look at %s.".formatted(host(), provider.keyVariable());
    }

    private String unreachable(Trouble.Reason reason) {
        String why = switch (reason) {
            case REFUSED -> "nothing listens there";
            case UNKNOWN_HOST -> "there is no such host, or no network";
            case TIMEOUT -> "it did not respond in time";
            case CERTIFICATE -> "no secure connection came about; its certificate may not be trusted";
            case OTHER -> "there is no way to it";
        };
        return "%s cannot be reached: %s. Look at %s and at the network.".formatted(host(), why, provider.urlVariable());
    }

    private static boolean isTooLong(String code, String said) {
        String text = said.toLowerCase(Locale.ROOT);
        return code.equals("context_length_exceeded")
                || text.contains("context length")
                || text.contains("context window")
                || text.contains("prompt is too long");
    }

    private String orAddress() {
        return access.url().equals(provider.address(null)) ? "" : " and " + provider.urlVariable();
    }

    private String host() {
        return access.host();
    }

    private static String seconds(Duration time) {
        long seconds = Math.max(1, (time.toMillis() + 999) / 1000);
        return seconds == 1 ? "a second" : seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
