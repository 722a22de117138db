package tablechat.model;

import java.util.regex.Pattern;

/// What a provider's refusal is about, as far as its status, its code and its words tell.
enum Cause {
    TOO_LONG,
    QUOTA,
    FILTERED,
    /// The model takes no tools, or its server was not started for them.
    TOOLS,
    KEY,
    FORBIDDEN,
    MODEL,
    SLOW,
    RATE,
    MOVED,
    DOWN,
    OTHER;

    private static final Pattern LENGTH = pattern(
            "context length|context window|context size|prompt is too long|maximum number of tokens allowed");
    private static final Pattern NO_TOOLS = pattern("support (tools?\\b|tool use|function calling)"
            + "|(tools?|tool choice|tool use|function calling)\\b.*(not supported|unsupported|not enabled|requires --)");

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /// @param status 0 when there is none that fits
    static Cause of(int status, String code, String said) {
        if (status == 413 || code.equals("context_length_exceeded") || LENGTH.matcher(said).find()) return TOO_LONG;
        if (NO_TOOLS.matcher(said).find()) return TOOLS;
        return switch (code) {
            case "insufficient_quota" -> QUOTA;
            case "content_filter" -> FILTERED;
            case "API_KEY_INVALID" -> KEY;
            default -> of(status);
        };
    }

    private static Cause of(int status) {
        return switch (status) {
            case 401 -> KEY;
            case 402 -> QUOTA;
            case 403 -> FORBIDDEN;
            case 404 -> MODEL;
            case 408, 504 -> SLOW;
            case 429 -> RATE;
            default -> status >= 500 ? DOWN : status >= 300 && status < 400 ? MOVED : OTHER;
        };
    }

    /// Whether it comes again however often this is asked.
    boolean lasts() {
        return switch (this) {
            case TOO_LONG, FILTERED, QUOTA, TOOLS, KEY, FORBIDDEN, MODEL, MOVED -> true;
            case SLOW, RATE, DOWN, OTHER -> false;
        };
    }

    /// Whether it comes again whatever is asked, until a setting, the account or the server changes.
    boolean isTheModels() {
        return switch (this) {
            case QUOTA, TOOLS, KEY, FORBIDDEN, MODEL, MOVED -> true;
            case TOO_LONG, FILTERED, SLOW, RATE, DOWN, OTHER -> false;
        };
    }
}
