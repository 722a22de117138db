package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Columns that say yes or no: `discontinued products`, `products that are not discontinued`, `unpaid invoices`.
final class Flags {
    private static final List<String> OPPOSITES = List.of("un", "in", "non", "dis");
    private static final int REST_LETTERS_MIN = 4;

    private Flags() {}

    static void read(Reading reading) {
        var subject = subject(reading);
        for (int at = 0; subject != null && at < reading.size(); at++) {
            if (reading.free(at) && reading.table(at).isEmpty()) {
                said(reading, at, subject);
            }
        }
    }

    /// Without a table in the question a flag says whose rows are meant: `captains`.
    private static @Nullable Table subject(Reading reading) {
        var draft = reading.draft();
        if (draft.subject == null && draft.measure == null && reading.former() == null) {
            int noun = reading.find(0, at -> reading.item(at).all(Sense.Match.class)
                    .anyMatch(match -> match.column() != null && match.column().flag() && match.score() >= Fit.LOOSE));
            draft.subject = noun < 0
                    ? null
                    : reading.column(noun, null, Column::flag).map(reading.world().schema()::of).orElse(null);
        }
        return draft.subject;
    }

    private static void said(Reading reading, int at, Table subject) {
        int not = reading.previous(at);
        boolean negated = reading.is(not, Cue.DIFFERS, Cue.WITHOUT);
        var column = reading.column(at, subject, Column::flag)
                .filter(flag -> !state(reading, at, flag, subject) && !others(reading, at, flag, subject));
        var opposite = column.isPresent() ? Optional.<Column>empty() : opposite(reading, at, subject);
        column.or(() -> opposite).or(() -> adverb(reading, at, subject)).ifPresent(found -> {
            boolean denied = opposite.isPresent() || away(reading, at, found);
            var table = reading.world().schema().of(found);
            reading.draft().filters.add(denied && beside(reading, at, found)
                    ? Filter.some(table, new Filter.Flagged(found, true), negated)
                    : new Filter.Flagged(found, negated != denied));
            reading.use(at, negated ? not : -1);
        });
    }

    /// `work remotely`, of those who are `IsRemote`.
    private static Optional<Column> adverb(Reading reading, int at, Table subject) {
        return !reading.item(at).senses().isEmpty() || !reading.words(at).endsWith("ly") ? Optional.empty()
                : subject.first(column -> column.flag() && column.words().stream()
                        .anyMatch(word -> (word + "ly").equals(reading.words(at)) || (word + "ally").equals(reading.words(at))));
    }

    /// `approved expenses` are not those of people with an approved absence, nor `acknowledged trips` those with an acknowledged alert:
    /// the yes is said of other rows, of which nobody speaks.
    private static boolean others(Reading reading, int at, Column flag, Table subject) {
        var table = reading.world().schema().of(flag);
        var way = reading.world().routes().any(subject, table).orElse(List.of());
        boolean up = way.stream().anyMatch(Routes.Hop::up);
        boolean down = way.stream().anyMatch(hop -> !hop.up());
        boolean link = way.size() == 2 && !way.getFirst().up();
        boolean others = (up && down && !link || down && !up && passive(reading, at, subject)) && !reading.mentions(table);
        if (others) {
            reading.mean(at, reading.item(at).senses().stream().filter(Sense.Kind.class::isInstance).toList());
        }
        return others;
    }

    /// `out of service`, of what is `in_service`; `in print`, of what is `out_of_print`.
    private static boolean away(Reading reading, int at, Column flag) {
        var words = Words.parts(flag.name());
        var before = at > 1 && reading.words(at - 1).equals("of") ? reading.words(at - 2) : at > 0 ? reading.words(at - 1) : "";
        boolean out = words.contains("out") || words.contains("off");
        boolean in = words.contains("in") || words.contains("on");
        return in && before.matches("out|off") || out && before.matches("in|on");
    }

    /// Said of the rows that are asked for: `were skipped`, `skipped campaigns`; but not of those `who attended`.
    private static boolean passive(Reading reading, int at, Table subject) {
        return reading.table(at + 1).filter(subject::equals).isPresent()
                || at > 0 && (reading.is(at - 1, Cue.DIFFERS) || reading.words(at - 1).matches("is|are|was|were|be|been|being|got|get"));
    }

    /// `cancelled`: a value of the rows that are asked for, which says it of them; not the yes or no of others. It is left to [Values].
    static boolean state(Reading reading, int at, Column flag, Table subject) {
        var kind = reading.item(at).as(Sense.Kind.class).filter(found -> found.column().table().equals(subject.name()));
        boolean state = kind.isPresent() && flag.flag() && !flag.table().equals(subject.name());
        if (state) {
            reading.mean(at, List.<Sense>of(kind.get()));
        }
        return state;
    }

    /// `with unpaid fines`, said of rows that are neither counted nor shown.
    private static boolean beside(Reading reading, int at, Column flag) {
        var draft = reading.draft();
        var base = draft.measure == null ? draft.subject : draft.measure.table();
        var table = reading.world().schema().of(flag);
        boolean counted = draft.filters.stream().anyMatch(filter -> filter instanceof Filter.Counted known && known.base().equals(table));
        return !counted && !table.equals(base) && reading.table(at + 1).filter(table::equals).isPresent();
    }

    /// The column that says `paid`, for `unpaid`.
    private static Optional<Column> opposite(Reading reading, int at, Table subject) {
        if (!reading.item(at).unknown()) {
            return Optional.empty();
        }
        var word = reading.words(at);
        var denied = subject.first(column -> column.flag() && column.words().stream().anyMatch(yes -> Lexicon.opposite(word, yes)));
        if (denied.isPresent()) {
            return denied;
        }
        var about = Stream.of(Stream.of(subject), reading.draft().filters.stream()
                .flatMap(filter -> filter instanceof Filter.Counted counted ? Stream.of(counted.base()) : Stream.empty()),
                reading.table(at + 1).stream()).flatMap(tables -> tables).toList();
        return OPPOSITES.stream()
                .filter(before -> word.startsWith(before) && word.length() - before.length() >= REST_LETTERS_MIN)
                .map(before -> List.of(word.substring(before.length())))
                .flatMap(rest -> reading.world().linker().matches(rest).stream())
                .map(Sense.Match::column)
                .filter(column -> column != null && column.flag() && about.stream().anyMatch(table -> column.table().equals(table.name())))
                .findFirst();
    }
}
