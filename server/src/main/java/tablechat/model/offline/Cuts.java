package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `which of them are made by Novagen`, after the 5 most expensive medications: only those 5 are meant, not all there are.
final class Cuts {
    private static final Pattern OF_THEM = Pattern.compile("\\b(of|among) (them|those|these)\\b|\\bwhich ones\\b");

    private Cuts() {}

    static void read(Reading reading) {
        var former = reading.former();
        boolean cut = former != null && (former.limit != null || former.each != null);
        var question = reading.question();
        if (cut && OF_THEM.matcher(question.words(0, question.tokens().size())).find()) {
            first(reading, former).ifPresentOrElse(among -> within(reading, former, among), () -> nothing(reading.draft()));
        }
    }

    /// The rows that were shown; only rows with a key can be told apart from others.
    private static Optional<Filter.Among> first(Reading reading, Draft former) {
        return Assembly.of(former, reading.world())
                .filter(query -> query.shape() instanceof Query.Rows rows && !rows.distinct() && query.limit() != null)
                .flatMap(query -> Keys.key(query.base()).map(key -> new Filter.Among(key,
                        new Query(query.base(), new Query.Rows(List.of(key), false, false), query.filters(), query.sorting(),
                                query.limit()))));
    }

    private static void within(Reading reading, Draft former, Filter.Among among) {
        var draft = reading.draft();
        draft.filters.add(among);
        if (former.limit.equals(draft.limit)) {
            draft.limit = null;
            draft.limitSaid = false;
        }
        if (draft.measure != null && former.sorting != null && former.sorting.equals(draft.sorting)) {
            draft.sorting = null;
        }
    }

    /// Of which rows it is asked cannot be said, so no query is made.
    private static void nothing(Draft draft) {
        draft.subject = null;
        draft.measure = null;
    }
}
