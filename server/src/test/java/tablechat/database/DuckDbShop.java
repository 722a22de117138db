package tablechat.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A small real DuckDB file to ask.
final class DuckDbShop {
    private DuckDbShop() {}

    static Path in(Path folder) throws SQLException {
        Path file = folder.resolve("shop.duckdb");
        write(file,
                "create table customers (id integer primary key, name varchar not null, email varchar, country varchar default 'NO')",
                "create table orders (id integer primary key, customer_id integer not null references customers (id),"
                        + " total decimal(10,2), placed date)",
                "create table order_items (order_id integer references orders (id), line integer, label varchar,"
                        + " primary key (order_id, line))",
                "create view big_orders as select * from orders where total > 100",
                "create schema extra",
                "create table extra.notes (id bigint, body varchar)",
                "comment on table customers is 'Whom we sell to'",
                "comment on column customers.email is 'May be missing'",
                "insert into customers (id, name, email) values (1, 'Ada', 'ada@example.org'), (2, 'Bo', null)",
                "insert into orders values (1, 1, 120.5, '2024-02-01'), (2, 2, 80, '2024-03-01')",
                "insert into order_items values (1, 1, 'kettle'), (1, 2, 'cup')");
        return file;
    }

    static Database open(Path file) {
        return Database.at("duckdb:" + file);
    }

    static void write(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }
}
