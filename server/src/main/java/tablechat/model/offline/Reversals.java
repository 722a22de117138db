package tablechat.model.offline;

import java.util.regex.Pattern;

/// Goes on from a figure by group to the one at an end of it: `only the highest one` of the sums before, `and the lowest?` after what
/// has the highest mean.
final class Reversals {
    private static final String HIGH = "highest|biggest|largest|greatest|top|best|most";
    private static final String LOW = "lowest|smallest|least|fewest|worst|bottom";
    private static final Pattern END = Pattern.compile(
            "((and|but|now|so|then|only|just|show|me|what about|how about|which (is|has|one has)) )*"
            + "(the )?((?<high>" + HIGH + ")|" + LOW + ")( ones?| of (them|those|these))?");

    private Reversals() {}

    static void read(Reading reading) {
        var former = reading.former();
        var text = reading.question().words(0, reading.question().tokens().size());
        var found = END.matcher(text);
        if (former == null || !found.matches() || !grouped(former) && !ranked(former)) {
            return;
        }
        boolean ranked = former.limit != null && former.sorting != null;
        if (ranked || text.matches(".*\\b(only|just|ones?)\\b.*")) {
            var draft = reading.draft();
            var column = former.sorting == null ? null : former.sorting.column();
            draft.sorting = new Query.Sorting(column, found.group("high") != null);
            draft.limit = 1;
            draft.limitSaid = false;
            for (int at = 0; at < reading.size(); at++) {
                reading.use(at);
            }
        }
    }

    /// Rows by a number of theirs.
    private static boolean ranked(Draft former) {
        return former.measure == null && former.each == null && former.poles == null && former.limit != null && former.sorting != null
                && former.sorting.column() != null && former.sorting.column().number();
    }

    private static boolean grouped(Draft former) {
        return former.measure != null && former.groups.size() == 1 && former.each == null && former.meanOf == null && !former.share
                && !former.extent && (former.sorting == null || former.sorting.column() == null);
    }
}
