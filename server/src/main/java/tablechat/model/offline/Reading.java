package tablechat.model.offline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tablechat.protocol.Nullable;

/// A question while the rules read it: its items, which of them are accounted for, and the draft of the query.
final class Reading {
    private final Question question;
    private final List<Item> items;
    private final BitSet used = new BitSet();
    /// Items that name rows by one of their values, and what rows those are.
    private final Map<Integer, Table> called = new HashMap<>();
    private final World world;
    private final Draft draft;
    private final @Nullable Draft former;

    /// @param former the draft of the question this one goes on from; null if it stands alone
    Reading(Question question, List<Item> items, World world, @Nullable Draft former) {
        this.question = question;
        this.items = new ArrayList<>(items);
        this.world = world;
        this.former = former;
        this.draft = former == null ? new Draft() : former.copy();
        draft.filters.clear();
    }

    Question question() {
        return question;
    }

    World world() {
        return world;
    }

    Draft draft() {
        return draft;
    }

    @Nullable
    Draft former() {
        return former;
    }

    int size() {
        return items.size();
    }

    Item item(int at) {
        return items.get(at);
    }

    void mean(int at, Sense sense) {
        items.set(at, items.get(at).with(sense));
    }

    /// This and nothing else is what it means.
    void mean(int at, List<Sense> senses) {
        items.set(at, new Item(items.get(at).from(), items.get(at).to(), senses));
    }

    /// The item names rows of this table by a value, which has to be made a condition yet.
    void call(int at, Table rows) {
        called.put(at, rows);
    }

    /// Such a noun whose condition is still missing.
    boolean called(int at) {
        return called.containsKey(at);
    }

    void settle(int at) {
        called.remove(at);
    }

    /// Lower case, as typed.
    String words(int at) {
        return question.words(items.get(at).from(), items.get(at).to());
    }

    boolean free(int at) {
        return at >= 0 && at < items.size() && !used.get(at);
    }

    boolean is(int at, Sense... senses) {
        return free(at) && List.of(senses).stream().anyMatch(items.get(at)::is);
    }

    void use(int... at) {
        IntStream.of(at).filter(i -> i >= 0).forEach(used::set);
    }

    /// What a rule that found nothing accounted for is open again.
    <T> Optional<T> unlessEmpty(Supplier<Optional<T>> rule) {
        var before = (BitSet) used.clone();
        var found = rule.get();
        if (found.isEmpty()) {
            used.and(before);
        }
        return found;
    }

    void release(int... at) {
        IntStream.of(at).forEach(used::clear);
    }

    /// The first free item with one of these senses, -1 if there is none.
    int find(Sense... senses) {
        return find(0, at -> is(at, senses));
    }

    int find(int from, IntPredicate wanted) {
        return IntStream.range(Math.max(from, 0), size())
                .filter(this::free)
                .filter(wanted)
                .findFirst()
                .orElse(-1);
    }

    /// The last free item before `before` that is wanted.
    int findBack(int before, IntPredicate wanted) {
        return IntStream.iterate(before - 1, at -> at >= 0, at -> at - 1)
                .filter(this::free)
                .filter(wanted)
                .findFirst()
                .orElse(-1);
    }

    /// The last item before `before` that is wanted, free or not.
    int findAny(int before, IntPredicate wanted) {
        return IntStream.iterate(before - 1, at -> at >= 0, at -> at - 1)
                .filter(wanted)
                .findFirst()
                .orElse(-1);
    }

    /// The item after this one that means something, -1 at the end.
    int next(int at) {
        return find(at + 1, i -> !silent(i));
    }

    int previous(int at) {
        return findBack(at, i -> !silent(i));
    }

    /// Noise that is not also a name.
    boolean silent(int at) {
        return item(at).noise()
                && item(at).as(Sense.Match.class).isEmpty()
                && item(at).as(Cue.class).isEmpty();
    }

    boolean named(int at) {
        return free(at) && (called(at) || item(at).as(Sense.Match.class).isPresent());
    }

    boolean tableNamed(int at) {
        return free(at) && table(at).isPresent();
    }

    Optional<Table> table(int at) {
        if (at < 0 || at >= size()) {
            return Optional.empty();
        }
        return called(at) ? Optional.of(called.get(at)) : Naming.table(item(at));
    }

    /// The column an item names, nearest to what the question is about.
    Optional<Column> column(int at, @Nullable Table near, Predicate<Column> wanted) {
        return at < 0 || at >= size() ? Optional.empty() : new Naming(this, near).column(item(at), wanted);
    }

    /// The question names the table somewhere.
    boolean mentions(Table table) {
        return IntStream.range(0, size()).anyMatch(at -> table(at).filter(table::equals).isPresent());
    }

    Optional<Sense.Amount> amount(int at) {
        return free(at) ? item(at).as(Sense.Amount.class) : Optional.empty();
    }

    /// Said of several: `customers`, not `customer`.
    boolean plural(int at) {
        var last = question.tokens().get(item(at).to() - 1);
        return !last.word().equals(last.stem()) && last.word().endsWith("s");
    }
}
