package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;

/// Rows that refer to rows of the same table: `who reports to Nancy Edwards`, `the boss of Jane`, `employees without a manager`.
final class Hierarchy {
    private static final String BOSS = "(boss|manager|supervisor|superior|leader|lead|head|parent)";
    /// Asks for the one above.
    private static final Pattern UP = Pattern.compile("(?s).*(\\b" + BOSS + " of\\b|['’]s " + BOSS + "\\b"
            + "|\\bwhom? (does|do|did) .+ (report to|work (for|under))\\b|\\bwho (manages|leads|supervises|heads)\\b).*");
    /// Asks for those below.
    private static final Pattern DOWN = Pattern.compile("(?s).*(\\breport(s|ing|ed)? (directly )?to\\b|\\bwork(s|ing)? (for|under)\\b"
            + "|\\b(managed|led|supervised|headed) by\\b|\\b(subordinates|direct reports|children) of\\b"
            + "|\\b" + BOSS + " is\\b|\\bdo(es)? .+ (manage|lead|supervise)\\b).*");
    private static final Set<String> SAID = Set.of("report", "reporting", "reported", "work", "working", "manage", "managed", "lead", "led",
            "supervise", "supervised", "head", "headed", "boss", "manager", "supervisor", "superior", "leader", "subordinate", "under",
            "direct", "directly", "parent", "child");

    private Hierarchy() {}

    /// Before all that counts: whose rows are meant, and in which direction.
    static void begin(Reading reading) {
        var reference = reading.world().schema().tables().stream()
                .flatMap(table -> reference(table).stream())
                .findFirst();
        if (reference.isEmpty()) {
            return;
        }
        if (without(reading, reference.get()) || Chain.read(reading, reference.get())) {
            return;
        }
        var text = Words.lower(reading.question().text());
        boolean up = UP.matcher(text).matches() || called(text, reference.get(), reading.world().schema());
        if ((up || DOWN.matcher(text).matches()) && reading.find(Cue.MOST, Cue.FEWEST, Cue.AVERAGE) < 0) {
            reading.draft().kin = new Filter.Kin(reference.get(), List.of(), up);
            reading.draft().subject = reading.world().schema().of(reference.get());
            reading.use(said(reading));
            var role = Roles.of(reference.get(), reading.world().schema());
            reading.use(reading.find(0, at -> role.contains(Words.root(Words.stem(reading.words(at))))
                    || role.contains(Words.stem(reading.words(at)))));
            count(reading);
        }
    }

    /// `who mentors …`, `the mentor of …`, as the reference is called.
    private static boolean called(String text, Column reference, Schema schema) {
        var role = Roles.of(reference, schema).stream().reduce((first, last) -> last).orElse("");
        return role.length() > 2
                && text.matches("(?s)(who " + Pattern.quote(role) + "(s|ed)?\\b.*|.*\\b" + Pattern.quote(role) + " of\\b.*|.*['’]s "
                        + Pattern.quote(role) + "\\b.*)");
    }

    private static void count(Reading reading) {
        int cue = reading.find(Cue.COUNT);
        if (cue >= 0) {
            reading.draft().measure = Measure.count(reading.draft().subject);
            int noun = reading.next(cue);
            boolean own = noun >= 0 && (reading.table(noun).filter(reading.draft().subject::equals).isPresent()
                    || reading.words(noun).equals("people"));
            reading.use(cue, own ? noun : -1);
        }
    }

    /// After the values: those that name a row of the table say whose boss or staff is meant. Without a name nothing is clear.
    static void end(Reading reading) {
        var draft = reading.draft();
        var kin = draft.kin;
        if (kin == null) {
            return;
        }
        var table = reading.world().schema().of(kin.reference());
        var named = new ArrayList<Filter.OneOf>();
        draft.filters.removeIf(filter -> filter instanceof Filter.OneOf one && Labels.is(one.column(), table) && named.add(one));
        draft.kin = null;
        if (named.isEmpty()) {
            reading.release(said(reading));
        } else {
            draft.filters.add(new Filter.Kin(kin.reference(), List.copyOf(named), kin.up()));
        }
    }

    private static int[] said(Reading reading) {
        return IntStream.range(0, reading.size())
                .filter(at -> Words.split(reading.words(at)).stream().allMatch(word -> SAID.contains(word) || word.equals("to"))
                        && !reading.words(at).equals("to"))
                .toArray();
    }

    /// `have no manager`
    private static boolean without(Reading reading, Column reference) {
        int cue = reading.find(Cue.WITHOUT);
        int noun = cue < 0 ? -1 : reading.next(cue);
        var role = Roles.of(reference, reading.world().schema());
        if (noun < 0 || !Words.stem(reading.words(noun)).matches(BOSS) && !role.contains(Words.stem(reading.words(noun)))) {
            return false;
        }
        reading.draft().filters.add(new Filter.Empty(reference, false));
        if (People.asked(reading)) {
            reading.draft().subject = reading.world().schema().of(reference);
        }
        reading.use(cue, noun);
        return true;
    }

    /// The column with which rows of a table refer to others of it.
    private static Optional<Column> reference(Table table) {
        return table.first(column -> column.references() != null && column.references().table().equals(table.name()));
    }
}
