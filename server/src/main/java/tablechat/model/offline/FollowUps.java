package tablechat.model.offline;

import java.util.List;
import java.util.Set;

/// Tells whether a question only makes sense as going on from the one before.
final class FollowUps {
    private static final Set<String> BEGINNINGS = Set.of(
            "and", "only", "just", "now", "also", "same", "but", "then", "or", "instead", "sort", "order", "again",
            "by", "per", "group", "grouped", "split");

    private static final Set<String> PRONOUNS = Set.of("those", "these", "them", "ones", "they");

    private FollowUps() {}

    static boolean is(Question question, List<Item> items) {
        if (question.tokens().isEmpty()) {
            return false;
        }
        var first = question.tokens().getFirst().word();
        var opening = question.words(0, Math.min(2, question.tokens().size()));
        boolean goingOn = BEGINNINGS.contains(first)
                || opening.matches("(what|how) about")
                || question.tokens().stream().anyMatch(token -> PRONOUNS.contains(token.word()));
        boolean table = items.stream().anyMatch(FollowUps::table);
        boolean asks = items.stream().anyMatch(FollowUps::asks);
        return goingOn ? !(table && asks) : !table && !asks;
    }

    private static boolean table(Item item) {
        return item.all(Sense.Match.class).limit(1).anyMatch(match -> match.column() == null);
    }

    private static boolean asks(Item item) {
        return item.as(Sense.Degree.class)
                        .filter(degree -> degree.form() == Adjective.Form.SUPERLATIVE)
                        .isPresent()
                || item.as(Cue.class).map(FollowUps::asks).orElse(false);
    }

    private static boolean asks(Cue cue) {
        return switch (cue) {
            case COUNT,
                    SHARE,
                    MEDIAN,
                    SUM,
                    AVERAGE,
                    MINIMUM,
                    MAXIMUM,
                    HOW_MUCH,
                    REVENUE,
                    SOLD,
                    UNITS,
                    UNSOLD,
                    SPENT,
                    COMMON,
                    MOST,
                    FEWEST,
                    LIST,
                    WHICH -> true;
            default -> false;
        };
    }
}
