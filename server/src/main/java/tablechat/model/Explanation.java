package tablechat.model;

import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// Says what happened and what to do about it, naming the setting to look at.
record Explanation(Provider provider, String model, Access access) {

    /// For a model that its server is found not to have.
    String ofMissing() {
        return of(new Trouble.Status(404, "", "", null));
    }

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
        return switch (Cause.of(status, code, said)) {
            case TOO_LONG -> "This conversation has become too long for %s. Start a new session.".formatted(model);
            case QUOTA ->
                "%s says that the account's quota or credit is used up. Look at its billing, or use another key in %s."
                        .formatted(provider.name(), provider.keyVariable());
            case FILTERED -> "The provider's content filter held the question back. Ask in other words.";
            case TOOLS ->
                "%s takes no tools here, and cannot look at a database without. %s Name another model in %s."
                        .formatted(model, quote(said), Setup.MODEL);
            case KEY -> key();
            case FORBIDDEN ->
                "%s does not let this key use %s. Look at %s and %s."
                        .formatted(provider.name(), model, provider.keyVariable(), Setup.MODEL);
            case MODEL -> "%s does not know the model \"%s\". %s".formatted(host(), model, remedy());
            case SLOW -> "%s took too long to answer (%d). Ask again.".formatted(host(), status);
            case RATE ->
                "%s gets too many requests%s. Try again in %s."
                        .formatted(
                                provider.name(),
                                access.key() == null ? "" : " from this key",
                                wait == null ? "a minute" : seconds(wait));
            case MOVED ->
                "%s sends us on to another address (%d), which does not get the key. Put the right one into %s."
                        .formatted(host(), status, provider.urlVariable());
            case DOWN ->
                "%s does not work just now (%d). Try again in a minute. %s".formatted(host(), status, quote(said)).strip();
            case OTHER ->
                "%s refused to answer%s. %s Look at %s%s."
                        .formatted(host(), status == 0 ? "" : " (" + status + ")", quote(said), Setup.MODEL, orAddress())
                        .replace("  ", " ");
        };
    }

    private String quote(String said) {
        return Quote.of(said, access.key());
    }

    private String remedy() {
        String remedy = provider.remedy(model);
        return remedy.substring(0, remedy.length() - 1) + orAddress() + ".";
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
