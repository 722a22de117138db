package tablechat.model.offline;

import java.util.List;
import java.util.function.Consumer;
import tablechat.protocol.Nullable;

/// Applies the rules, one after the other, to a question and to those it goes on from.
final class Interpreter {
    /// A follow-up of a follow-up … is traced back so far.
    private static final int FORMER_MAX = 6;

    /// The order matters: what is ranked and counted is found before what narrows it, names before values.
    private static final List<Consumer<Reading>> RULES = List.of(
            Generics::read,
            Trades::read,
            Kinds::read,
            Roles::read,
            Charts::read,
            Averages::begin,
            Rates::read,
            Shares::begin,
            Contrasts::begin,
            Hierarchy::begin,
            Everyone::read,
            Shows::read,
            Attributes::read,
            Ages::begin,
            Debts::begin,
            Gaps::read,
            Lapses::read,
            Moments::read,
            Schedules::read,
            Inventories::read,
            Reversals::read,
            Extents::read,
            Rankings::read,
            Means::read,
            Purchases::read,
            Subjects::read,
            Listings::read,
            Measures::read,
            Partitions::read,
            Groups::read,
            Sorts::read,
            Ages::read,
            Deadlines::read,
            Stocks::read,
            Terms::read,
            TwoTimes::read,
            Comparisons::read,
            Times::read,
            Dating::read,
            Weekdays::read,
            Stated::read,
            Absences::read,
            Debts::read,
            Flags::read,
            States::read,
            Deeds::read,
            Values::read,
            Sums::used,
            Groups::again,
            Rivals::read,
            Hierarchy::end,
            Deeds::end,
            TwoTimes::end,
            Thresholds::end,
            Nevers::end,
            Projections::read,
            Contrasts::end,
            Shares::end,
            Tallies::read,
            Tallies::names,
            Echoes::read,
            Cuts::read);

    private final World world;

    Interpreter(World world) {
        this.world = world;
    }

    /// @param earlier the user's former questions, oldest first
    Meaning meaning(String text, List<String> earlier) {
        var question = Question.of(text);
        var items = items(question);
        var former = FollowUps.is(question, items) ? former(earlier) : null;
        var reading = read(question, items, former);
        var unknown = Leftovers.of(reading);
        if (!unknown.isEmpty()) {
            return new Meaning.Unclear(unknown, Leftovers.unknown(reading));
        }
        return Assembly.of(reading.draft(), world)
                .<Meaning>map(query -> new Meaning.Understood(query, List.copyOf(reading.draft().remarks), reading.draft().chart))
                .orElseGet(() -> new Meaning.Unclear(List.of(), false));
    }

    private @Nullable Draft former(List<String> earlier) {
        return former(earlier, FORMER_MAX);
    }

    /// The newest of them that was understood.
    private @Nullable Draft former(List<String> earlier, int depth) {
        if (earlier.isEmpty() || depth == 0) {
            return null;
        }
        var before = earlier.subList(0, earlier.size() - 1);
        var question = Question.of(earlier.getLast());
        var items = items(question);
        var former = FollowUps.is(question, items) ? former(before, depth - 1) : null;
        var reading = read(question, items, former);
        boolean understood = Leftovers.of(reading).isEmpty()
                && Assembly.of(reading.draft(), world).isPresent();
        return understood ? reading.draft() : former(before, depth - 1);
    }

    private Reading read(Question question, List<Item> items, @Nullable Draft former) {
        var reading = new Reading(question, items, world, former);
        RULES.forEach(rule -> rule.accept(reading));
        if (former != null) {
            reading.draft().inherit(former);
        }
        return reading;
    }

    private List<Item> items(Question question) {
        return new Scanner(question, world.linker(), new Periods(question, world.today())).items();
    }
}
