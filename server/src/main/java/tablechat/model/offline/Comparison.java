package tablechat.model.offline;

import tablechat.protocol.Nullable;

enum Comparison {
    OVER(">", "more than"),
    AT_LEAST(">=", "at least"),
    UNDER("<", "less than"),
    AT_MOST("<=", "at most"),
    EXACTLY("=", "exactly"),
    DIFFERS("<>", "not");

    final String sign;
    final String words;

    Comparison(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /// Of two dates, or of two numbers.
    String words(boolean dates) {
        return !dates
                ? words
                : switch (this) {
                    case OVER -> "after";
                    case AT_LEAST -> "not before";
                    case UNDER -> "before";
                    case AT_MOST -> "not after";
                    case EXACTLY -> "the same as";
                    case DIFFERS -> "another than";
                };
    }

    static @Nullable Comparison of(Item item) {
        return item.as(Cue.class)
                .map(cue -> switch (cue) {
                    case OVER -> OVER;
                    case AT_LEAST -> AT_LEAST;
                    case UNDER -> UNDER;
                    case AT_MOST -> AT_MOST;
                    case EXACTLY -> EXACTLY;
                    case DIFFERS -> DIFFERS;
                    default -> null;
                })
                .orElse(null);
    }
}
