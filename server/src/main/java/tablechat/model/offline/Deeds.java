package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was done or not, where only a date says so: `returned loans`, `orders not shipped yet`, `cancelled bookings`.
final class Deeds {

    private Deeds() {}

    static void read(Reading reading) {
        var subject = reading.draft().subject;
        for (int at = 0; subject != null && at < reading.size(); at++) {
            if (reading.free(at) && deed(reading, at)) {
                int deed = at;
                date(reading, at, subject).filter(column -> !state(reading, deed, column)).ifPresent(column -> {
                    reading.draft().filters.add(new Filter.Empty(column, !negated(reading, deed)));
                    reading.use(deed);
                });
            }
        }
    }

    /// A value says so in the very word, and the date only in another: `finished`, of what has an `ends_on`. It is left to [Values].
    private static boolean state(Reading reading, int at, Column date) {
        var kind = reading.item(at).as(Sense.Kind.class).filter(found -> found.column().table().equals(date.table()));
        String root = Words.root(Words.present(reading.words(at)));
        boolean said = date.words().stream().anyMatch(word -> Words.root(Words.present(word)).equals(root));
        boolean state = kind.isPresent() && !said;
        if (state) {
            reading.mean(at, List.<Sense>of(kind.get()));
        }
        return state;
    }

    /// `passengers booked on flights to Oslo`: there are rows of what was done.
    static void end(Reading reading) {
        var draft = reading.draft();
        for (int at = 0; draft.subject != null && at < reading.size(); at++) {
            if (reading.free(at) && deed(reading, at)) {
                int deed = at;
                var date = below(reading, at);
                if (date.isPresent()) {
                    draft.filters.add(dated(reading, date.get(), negated(reading, deed)));
                    reading.use(deed);
                    continue;
                }
                done(reading, at).ifPresent(table -> {
                    boolean negated = negated(reading, deed);
                    if (negated || !spokenOf(reading, table)) {
                        draft.filters.add(new Filter.Related(table, negated));
                    }
                    reading.use(deed);
                    reading.use(negated && deed + 2 < reading.size() && reading.words(deed + 2).matches("any\\w+") ? deed + 2 : -1);
                });
            }
        }
    }

    /// `cars not returned yet`: a date of the rentals says so.
    static Optional<Column> below(Reading reading, int at) {
        var world = reading.world();
        var draft = reading.draft();
        var verb = Words.present(Words.stem(reading.words(at)));
        return reading.column(at, draft.subject, column -> column.date() && column.nullable())
                .filter(column -> {
                    var table = world.schema().of(column);
                    return !Fit.derived(verb, table.words().getLast()) && world.routes().up(draft.subject, table).isEmpty()
                            && Relations.event(table) && theirs(reading, table);
                });
    }

    /// Where the date says when the row came to be, there is no row without the deed; else there is one without the date.
    static Filter dated(Reading reading, Column date, boolean negated) {
        var table = reading.world().schema().of(date);
        boolean begins = !Ends.end(date) && Dates.of(table).filter(date::equals).isPresent();
        return begins ? new Filter.Related(table, negated) : new Filter.Empty(date, !negated);
    }

    /// The tables whose rows may say that something was done, the likeliest first.
    static Stream<Table> tables(Reading reading, int at) {
        return deed(reading, at) ? reading.item(at).all(Sense.Match.class).map(Sense.Match::table).distinct() : Stream.empty();
    }

    /// As [#tables], also as `did … do` has it.
    static Stream<Table> doing(Reading reading, int at) {
        boolean did = at > 0 && at < reading.size() && !reading.plural(at) && !deed(reading, at)
                && reading.findAny(at, i -> reading.words(i).matches("did|does|do|didn't|(who |that |which )?did not")) >= 0;
        return !did ? tables(reading, at)
                : Stream.concat(at > 0 && reading.item(at - 1).is(Cue.WITHOUT) ? reading.table(at).stream() : Stream.empty(),
                        reading.world().linker().matches(List.of(reading.words(at) + "ed")).stream().map(Sense.Match::table)).distinct();
    }

    private static Optional<Table> done(Reading reading, int at) {
        var draft = reading.draft();
        return tables(reading, at)
                .filter(table -> !table.equals(draft.subject))
                .filter(table -> named(reading, at, table) || theirs(reading, table) || spokenOf(reading, table))
                .filter(table -> reading.world().routes().any(draft.subject, table).isPresent())
                .filter(table -> reading.world().routes().up(draft.subject, table).isEmpty())
                .findFirst();
    }

    /// Its rows belong to those that are asked for, or it is spoken of: classes were not cancelled where a member of theirs has.
    private static boolean theirs(Reading reading, Table table) {
        var way = reading.world().routes().any(reading.draft().subject, table).orElse(List.of());
        return way.stream().noneMatch(Routes.Hop::up) || reading.mentions(table);
    }

    /// By a word for the table itself or for what it links, not for a column.
    private static boolean named(Reading reading, int at, Table table) {
        return reading.item(at).all(Sense.Match.class).anyMatch(match -> match.column() == null && match.table().equals(table));
    }

    /// A condition, group or figure already goes through its rows.
    private static boolean spokenOf(Reading reading, Table table) {
        var draft = reading.draft();
        var named = Stream.of(
                        draft.filters.stream().map(Filter::table),
                        draft.groups.stream().map(Grouping::table),
                        Stream.ofNullable(draft.measure).map(measure -> measure.table().name()))
                .flatMap(names -> names)
                .map(name -> reading.world().schema().table(name).orElseThrow());
        return named.anyMatch(other -> other.equals(table)
                || reading.world().routes().any(draft.subject, other).orElse(List.of()).stream()
                        .anyMatch(hop -> hop.to().table().equals(table.name())));
    }

    private static boolean deed(Reading reading, int at) {
        var word = reading.words(at);
        return word.matches("\\p{L}+(ed|en)( (in|out|up|off))?|paid|sent|sold|left|done") || !Words.present(word).equals(word)
                || word.matches("\\p{L}{3,}s") && asking(reading, at);
    }

    /// Right after `who`, or after `which branch`.
    private static boolean asking(Reading reading, int at) {
        return at == 1 && reading.words(0).equals("who")
                || at == 2 && reading.words(0).matches("which|what") && reading.item(1).as(Sense.Match.class).isPresent();
    }

    /// `who borrowed the most books`: not different books, but each time that one was borrowed.
    static Measure counted(Reading reading, Measure measure) {
        var noun = measure.table().words().getLast();
        int verb = measure.kind() == Measure.Kind.COUNT
                ? reading.find(0, at -> below(reading, at, measure.table()).isPresent() && !said(reading, at, measure.table())
                        && !Lexicon.does(Words.present(reading.words(at)), noun))
                : -1;
        reading.use(verb);
        if (verb < 0) {
            return measure;
        }
        var table = below(reading, verb, measure.table()).orElseThrow();
        // `attended` may be a yes or no of the rows themselves.
        table.first(column -> column.flag() && column.words().contains(reading.words(verb)))
                .ifPresent(flag -> reading.draft().filters.add(new Filter.Flagged(flag, false)));
        return Measure.count(table);
    }

    /// `cancelled flights`: a value of their own.
    private static boolean said(Reading reading, int at, Table table) {
        return reading.item(at).as(Sense.Kind.class).filter(kind -> kind.column().table().equals(table.name())).isPresent();
    }

    private static Optional<Table> below(Reading reading, int verb, Table table) {
        return tables(reading, verb)
                .filter(found -> !found.equals(table) && reading.world().routes().up(found, table).isPresent())
                .findFirst();
    }

    /// A date that may be missing, named after the deed.
    private static Optional<Column> date(Reading reading, int at, Table subject) {
        return reading.column(at, subject, column -> column.date() && column.nullable() && column.table().equals(subject.name()))
                .filter(column -> reading.draft().filters.stream()
                        .noneMatch(filter -> filter instanceof Filter.During during && during.column().equals(column)));
    }

    /// The negation stands before it, with no other deed between.
    private static boolean negated(Reading reading, int deed) {
        int not = reading.findBack(deed, at -> reading.is(at, Cue.DIFFERS, Cue.WITHOUT));
        not = IntStream.range(not + 1, deed).anyMatch(at -> deed(reading, at) || reading.words(at).equals("but")) ? -1 : not;
        reading.use(not);
        return not >= 0;
    }
}
