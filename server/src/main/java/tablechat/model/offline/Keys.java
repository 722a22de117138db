package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Guesses references that the database does not declare, from names alone: `customer_id`, `CustomerId`, `cust_no`,
/// `fk_customer`, `home_team_id`.
final class Keys {
    /// What names of keys end with.
    private static final Set<String> ENDS = Set.of("id", "no", "number", "nr", "key", "code", "fk");

    private static final Set<String> AFFIXES = Set.of("fk", "id", "ref");

    private static final Set<String> LEADERS = Set.of("boss", "manager", "supervisor", "lead", "leader", "rep", "agent", "superior");

    private static final Set<String> BOSSES = Set.of("boss", "manager", "supervisor", "lead", "leader", "superior", "report", "mentor");

    /// Who leads them is no one of them.
    private static final Set<String> SERVED = Set.of("customer", "supplier", "patient", "student", "guest", "contact", "tenant");

    private Keys() {}

    /// The word says who leads or looks after others.
    static boolean leads(String stem) {
        return LEADERS.stream().anyMatch(word -> Lexicon.alike(word, stem));
    }

    static Schema completed(Schema schema) {
        return new Schema(schema.tables().stream()
                .map(table -> completed(table, schema.tables()))
                .toList());
    }

    private static Table completed(Table table, List<Table> all) {
        var columns = table.columns().stream()
                .map(column -> column.references() == null ? completed(column, table, all) : column)
                .toList();
        return table.with(columns);
    }

    private static Column completed(Column column, Table own, List<Table> all) {
        boolean identity = column.primary() && own.key().isPresent()
                || key(own).filter(column::equals).isPresent();
        if (identity || column.date() || column.flag()) {
            return column;
        }
        var others = all.stream().filter(table -> !table.equals(own)).toList();
        return Stream.concat(
                        others.stream().flatMap(table -> target(column, table, true).stream()),
                        others.stream().flatMap(table -> target(column, table, false).stream()))
                .findFirst()
                .or(() -> lead(column, all))
                .or(() -> self(column, own))
                .map(key -> column.with(new Column.Reference(key.table(), key.name())))
                .orElse(column);
    }

    /// @param exact nothing but the table's name stands in the column's: not `home_team_id`
    private static Optional<Column> target(Column column, Table table, boolean exact) {
        return key(table)
                .filter(key -> key.text() == column.text())
                .filter(key -> exact
                        ? same(column, key) || speaksOf(Names.split(column.name()), table.words())
                                || speaksOf(Words.parts(column.name()), Words.parts(table.name()))
                        : ends(Names.split(column.name()), table.words()) || !Roles.before(column.name(), key.name()).isEmpty());
    }

    /// `supervisor_id` of crew members, `reports_to`, `parent_id` of categories: another row of the same table.
    private static Optional<Column> self(Column column, Table own) {
        var words = Names.split(column.name());
        var role = words.size() > 1 && words.getLast().equals("id") ? words.subList(0, words.size() - 1) : words;
        boolean keyed = role.size() < words.size();
        boolean people = People.are(own) && SERVED.stream().noneMatch(kind -> Lexicon.alike(kind, own.words().getLast()));
        boolean up = people && keyed && role.size() == 1 && BOSSES.contains(role.getLast())
                || people && role.equals(List.of("report", "to"))
                || !People.are(own) && keyed && role.getFirst().equals("parent");
        return up ? key(own).filter(key -> key.text() == column.text()) : Optional.empty();
    }

    /// `BossID`, `AcctMgrID`, `driver_id`: whoever leads, or does what needs no table of its own, is one of the employees.
    private static Optional<Column> lead(Column column, List<Table> all) {
        var words = Names.split(column.name());
        boolean keyed = words.size() > 1 && words.getLast().equals("id");
        var role = keyed ? words.get(words.size() - 2) : "";
        if (LEADERS.contains(role)) {
            return all.stream().filter(table -> staff(table, "")).flatMap(table -> key(table, column)).findFirst();
        }
        var staff = People.works(role) ? all.stream().filter(table -> staff(table, "|member|crew|colleague")).toList() : List.<Table>of();
        return staff.size() == 1 ? key(staff.getFirst(), column).findFirst() : Optional.empty();
    }

    private static boolean staff(Table table, String more) {
        return table.words().getLast().matches("employee|staff|user|worker|person|personnel" + more);
    }

    private static Stream<Column> key(Table table, Column like) {
        return key(table).filter(key -> key.text() == like.text()).stream();
    }

    private static boolean same(Column column, Column key) {
        return key.name().equalsIgnoreCase(column.name()) && !ENDS.contains(key.name().toLowerCase(java.util.Locale.ROOT));
    }

    /// `customer_id`, `fk_customer`, `id_customer`, `customer_fk`.
    private static boolean speaksOf(List<String> words, List<String> table) {
        int first = words.isEmpty() || !AFFIXES.contains(words.getFirst()) ? 0 : 1;
        int last = words.size() > first && ENDS.contains(words.getLast()) ? words.size() - 1 : words.size();
        boolean marked = first == 1 || last < words.size();
        return marked && alike(words.subList(first, last), table);
    }

    /// The last words before the end are the table's: whom it is, in which part.
    private static boolean ends(List<String> words, List<String> table) {
        int end = words.size() - 1;
        return end > table.size()
                && words.getLast().equals("id")
                && alike(words.subList(end - table.size(), end), table);
    }

    private static boolean alike(List<String> words, List<String> table) {
        return String.join("", words).equals(String.join("", table))
                || words.size() == table.size()
                        && IntStream.range(0, words.size()).allMatch(i -> words.get(i).equals(table.get(i)));
    }

    /// The columns that together refer to a key of several columns, each to another of them; none if there is no such reference.
    static List<Column> whole(Table from, Table to) {
        var keys = to.columns().stream().filter(Column::primary).map(Column::name).toList();
        var parts = from.columns().stream()
                .filter(column -> column.references() != null && column.references().table().equals(to.name()))
                .filter(column -> keys.contains(column.references().column()))
                .toList();
        boolean each = parts.stream().map(column -> column.references().column()).distinct().count() == keys.size();
        return keys.size() > 1 && each && parts.size() == keys.size() ? parts : List.of();
    }

    /// All columns that together identify a row.
    static Stream<Column> all(Table table) {
        var parts = table.columns().stream().filter(Column::primary).toList();
        return parts.size() > 1 ? parts.stream() : Stream.of(key(table).orElse(table.columns().getFirst()));
    }

    static Column target(Column reference, Schema schema) {
        var to = reference.references();
        return schema.table(to.table()).flatMap(table -> table.column(to.column())).orElseThrow();
    }

    /// The declared key, else what is named like one: `id`, `customer_no` of customers.
    static Optional<Column> key(Table table) {
        boolean declared = table.columns().stream().anyMatch(Column::primary);
        return declared
                ? table.key()
                : table.first(column -> column.name().equalsIgnoreCase("id")).or(() -> table.columns().stream()
                        .limit(1)
                        .filter(column -> column.words().size() == 1 && ENDS.contains(column.words().getFirst()))
                        .findFirst());
    }
}
