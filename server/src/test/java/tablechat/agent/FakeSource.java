package tablechat.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tablechat.database.DatabaseFailure;
import tablechat.database.Found;
import tablechat.database.Outcome;
import tablechat.protocol.Result;
import tablechat.protocol.Table;
import tablechat.testing.Hold;

/// A database of a few tables held in memory. It knows no SQL: outcomes are set beforehand, per statement.
final class FakeSource implements Source {
    final List<String> queries = new ArrayList<>();
    int described;

    private final List<Table> tables = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, List<Found>> found = new LinkedHashMap<>();
    private String dialect = "SQLite 3.54";
    private String down;
    private Hold hold;
    private RuntimeException bug;
    private boolean interrupts;

    /// Columns as `name type`.
    FakeSource table(String name, String... columns) {
        List<Table.Column> all = new ArrayList<>();
        for (String column : columns) {
            String[] words = column.split(" ");
            all.add(new Table.Column(words[0], words[1], true, false, null, null, null));
        }
        return table(new Table(null, name, "table", null, null, all));
    }

    FakeSource table(Table table) {
        tables.add(table);
        return this;
    }

    FakeSource finds(String words, Found... tables) {
        found.put(words, List.of(tables));
        return this;
    }

    FakeSource dialect(String dialect) {
        this.dialect = dialect;
        return this;
    }

    FakeSource gives(String sql, Outcome outcome) {
        outcomes.put(sql, outcome);
        return this;
    }

    /// A query with these rows and no more.
    FakeSource gives(String sql, List<String> columns, List<List<Object>> rows) {
        return gives(sql, rows(columns, rows));
    }

    FakeSource down(String sentence) {
        down = sentence;
        return this;
    }

    FakeSource holdsQueries(Hold hold) {
        this.hold = hold;
        return this;
    }

    FakeSource breaks(RuntimeException bug) {
        this.bug = bug;
        return this;
    }

    /// As a stop that comes just when a query ends.
    FakeSource interruptsItsCaller() {
        interrupts = true;
        return this;
    }

    static Outcome.Rows rows(List<String> columns, List<List<Object>> rows) {
        var all = columns.stream().map(name -> new Result.Column(name, "TEXT")).toList();
        return new Outcome.Rows(all, rows, (long) rows.size(), false, 1);
    }

    @Override
    public String connection() {
        return "shop";
    }

    @Override
    public String dialect() {
        return dialect;
    }

    @Override
    public List<Table> tables(String like) throws DatabaseFailure {
        checkUp();
        return tables.stream().filter(table -> like == null || table.name().contains(like)).toList();
    }

    @Override
    public List<Found> search(String words) throws DatabaseFailure {
        checkUp();
        return found.getOrDefault(words, List.of());
    }

    @Override
    public Optional<List<Table>> outline(int tablesMax, ToIntFunction<Table> size, int sizeMax) throws DatabaseFailure {
        checkUp();
        if (tables.size() > tablesMax) return Optional.empty();
        int total = 0;
        for (Table table : tables) {
            described++;
            total += size.applyAsInt(table);
            if (total > sizeMax) return Optional.empty();
        }
        return Optional.of(tables);
    }

    @Override
    public List<Table> describe(List<String> names) throws DatabaseFailure {
        checkUp();
        var found = new ArrayList<Table>();
        described += names.size();
        for (String name : names) tables.stream().filter(table -> TableText.name(table).equals(name)).forEach(found::add);
        return found;
    }

    @Override
    public List<String> nearest(String name) throws DatabaseFailure {
        checkUp();
        return tables.stream().map(TableText::name).limit(5).toList();
    }

    @Override
    public Outcome query(String sql) throws InterruptedException {
        queries.add(sql);
        if (bug != null) throw bug;
        if (hold != null) hold.pass();
        if (interrupts) Thread.currentThread().interrupt();
        return outcomes.getOrDefault(sql, new Outcome.Failed("Not known to the fake.", null, 1));
    }

    private void checkUp() throws DatabaseFailure {
        if (down != null) throw new DatabaseFailure(down);
    }
}
