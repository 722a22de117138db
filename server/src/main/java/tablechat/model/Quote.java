package tablechat.model;

import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// A provider's own words made fit to be shown: short, on one line, without a key or credentials.
final class Quote {
    private static final int CHARACTERS_MAX = 300;
    private static final Pattern SECRET = Pattern.compile("(?i)\\b[sp]k-\\S{4,}|\\bbearer\\s+\\S+|(?<=//)[^/@\\s]+@");

    private Quote() {}

    /// Ends as a sentence does; empty when nothing was said.
    static String of(String said, @Nullable String key) {
        String text = key == null ? said : said.replace(key, "…");
        text = SECRET.matcher(text).replaceAll("…").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (text.length() > CHARACTERS_MAX) text = text.substring(0, CHARACTERS_MAX).strip() + "…";
        return text.isEmpty() || text.matches(".*[.!?…]") ? text : text + ".";
    }
}
