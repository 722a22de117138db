package tablechat.database;

import java.util.Locale;

/// SQL's LIKE for names, letter case aside, matching anywhere in them.
final class Like {
    private final String pattern;

    /// @param like `%` stands for any characters, `_` for one
    Like(String like) {
        pattern = "%" + like.toLowerCase(Locale.ROOT) + "%";
    }

    /// Goes back only to the last `%`, so no pattern takes long.
    boolean matches(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int t = 0;
        int p = 0;
        int lastPercent = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '%') {
                lastPercent = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '_' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else {
                // The pattern begins with %, so there always is one to go back to.
                p = lastPercent + 1;
                t = ++resume;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') p++;
        return p == pattern.length();
    }
}
