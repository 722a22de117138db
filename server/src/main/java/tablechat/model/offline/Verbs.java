package tablechat.model.offline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Verbs that only say again how the tables of a query belong together: `games designed by …`, `did … submit`.
final class Verbs {
    private static final String ASKING = "did|does|do|has|have|had|was|were|is|are|been|who|by|that|which";

    private static final String OURS = "have|make|sell|offer|serve|keep|own|run|stock|carry|produce|manufacture|brew|bake|cook|grow|breed|"
            + "raise|build|craft|roast|distil|distill|print|publish|teach|host|operate|manage|maintain|employ|represent|support|cover";

    private Verbs() {}

    /// Nothing else is asked with it than what the query says already.
    static boolean said(Reading reading, int at) {
        var word = Words.stem(reading.words(at));
        var item = reading.item(at);
        if (item.to() - item.from() > 1 || item.quoted() || !verb(reading, word) || told(reading, word)) {
            return false;
        }
        var tables = used(reading);
        var schema = reading.world().schema();
        boolean related = reading.world().relations().verbs(word).anyMatch(relation -> tables.contains(relation.table().name()));
        return related
                || columns(reading).anyMatch(column -> column.words().stream().anyMatch(part -> derived(word, part)))
                || schema.tables().stream()
                        .filter(table -> tables.contains(table.name()))
                        .anyMatch(table -> table.words().stream().anyMatch(part -> derived(word, part)) || table.columns().stream()
                                .filter(Column::date)
                                .anyMatch(column -> column.words().stream().anyMatch(part -> derived(word, part))));
    }

    /// `passed`, of exams: somewhere a yes or no says so, of which nothing was made.
    private static boolean told(Reading reading, String word) {
        return Fit.past(word) && reading.world().linker().matches(List.of(word)).stream()
                .anyMatch(match -> match.column() != null && match.column().flag() && match.score() >= Fit.LOOSE);
    }

    /// `how many cakes do we bake`: in a plain count it says no more than that they are there.
    static boolean ours(Reading reading, int at) {
        var draft = reading.draft();
        boolean plain = draft.measure != null && draft.measure.kind() == Measure.Kind.COUNT
                && draft.filters.isEmpty() && draft.groups.isEmpty();
        return plain && at > 1 && at == reading.size() - 1 && reading.item(at).unknown() && !reading.item(at).quoted()
                && reading.words(at).matches(OURS)
                && Words.lower(reading.question().text()).matches("(?s).*\\bdo (we|you) (\\w+ )?" + reading.words(at) + "\\W*");
    }

    /// Of the conditions.
    private static Stream<Column> columns(Reading reading) {
        return reading.draft().filters.stream()
                .flatMap(filter -> filter instanceof Filter.OneOf one ? Stream.of(one.column()) : Stream.empty());
    }

    private static boolean verb(Reading reading, String word) {
        return word.length() > 2 && (Fit.past(word)
                || reading.question().tokens().stream().anyMatch(token -> token.word().matches(ASKING)));
    }

    private static boolean derived(String verb, String noun) {
        return noun.length() > 2 && Fit.derived(Words.present(verb), noun);
    }

    /// The tables a query is about and those on the ways between them.
    static Set<String> used(Reading reading) {
        var draft = reading.draft();
        var names = new HashSet<String>();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        if (base == null) {
            return names;
        }
        Stream.of(
                        draft.filters.stream().map(Filter::table),
                        draft.filters.stream()
                                .flatMap(filter -> filter instanceof Filter.Via via ? Stream.of(via.there().table()) : Stream.empty()),
                        draft.groups.stream().map(Grouping::table),
                        draft.columns.stream().map(Column::table),
                        Stream.ofNullable(draft.subject).map(Table::name),
                        Stream.of(base.name()))
                .flatMap(each -> each)
                .distinct()
                .flatMap(name -> reading.world().schema().table(name).stream())
                .forEach(table -> {
                    names.add(table.name());
                    reading.world().routes().any(base, table).ifPresent(way -> way.forEach(hop -> {
                        names.add(hop.from().table());
                        names.add(hop.to().table());
                    }));
                });
        return names;
    }
}
