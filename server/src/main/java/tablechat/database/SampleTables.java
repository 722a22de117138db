package tablechat.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The sample shop's tables. Prices are in euros.
final class SampleTables {
    private static final String TABLES = """
            create table categories (
                id integer primary key,
                name text not null unique,
                description text not null
            );
            create table products (
                id integer primary key,
                category_id integer not null references categories (id),
                name text not null unique,
                price real not null check (price > 0),
                stock integer not null check (stock >= 0),
                discontinued integer not null default 0 check (discontinued in (0, 1))
            );
            create table customers (
                id integer primary key,
                name text not null,
                email text not null unique,
                city text not null,
                country text not null,
                joined date not null
            );
            create table employees (
                id integer primary key,
                name text not null,
                title text not null,
                hired date not null,
                reports_to integer references employees (id)
            );
            create table orders (
                id integer primary key,
                customer_id integer not null references customers (id),
                employee_id integer not null references employees (id),
                order_date date not null,
                shipped_date date,
                status text not null check (status in ('pending', 'shipped', 'cancelled', 'returned')),
                ship_country text not null
            );
            create table order_items (
                order_id integer not null references orders (id),
                product_id integer not null references products (id),
                quantity integer not null check (quantity > 0),
                unit_price real not null check (unit_price > 0),
                primary key (order_id, product_id)
            );
            create index products_by_category on products (category_id);
            create index customers_by_country on customers (country);
            create index orders_by_customer on orders (customer_id);
            create index orders_by_date on orders (order_date);
            create index order_items_by_product on order_items (product_id);
            """;

    private SampleTables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES.split(";\n")) statement.execute(sql);
        }
    }
}
