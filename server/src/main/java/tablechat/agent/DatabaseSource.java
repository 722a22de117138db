package tablechat.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tablechat.database.Database;
import tablechat.database.DatabaseFailure;
import tablechat.database.Found;
import tablechat.database.Outcome;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// A real database as a [Source].
record DatabaseSource(String connection, Database database, Privacy privacy) implements Source {

    @Override
    public boolean onlyCounts(String sql) {
        return database.onlyCounts(sql);
    }

    @Override
    public String dialect() {
        return database.dialect();
    }

    @Override
    public List<Table> tables(@Nullable String like) throws InterruptedException, DatabaseFailure {
        return database.tables(like);
    }

    @Override
    public List<Found> search(String words) throws InterruptedException, DatabaseFailure {
        return database.search(words);
    }

    @Override
    public List<Table> describe(List<String> names) throws InterruptedException, DatabaseFailure {
        return database.describe(names);
    }

    @Override
    public Optional<List<Table>> outline(int tablesMax, ToIntFunction<Table> size, int sizeMax)
            throws InterruptedException, DatabaseFailure {
        return database.outline(tablesMax, size, sizeMax);
    }

    @Override
    public List<String> nearest(String name) throws InterruptedException, DatabaseFailure {
        return database.nearest(name);
    }

    @Override
    public Outcome query(String sql) throws InterruptedException {
        return database.query(sql);
    }
}
