package tablechat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// The sample shop's rows, from one fixed seed. Prices are whole quarters of a euro, which a binary number holds exactly:
/// sums of money come out as 1234.75, never as 1234.7500000000002.
final class SampleRows {
    static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final long SEED = 20_220_101;
    private static final int CUSTOMERS = 500;
    private static final int ORDERS = 3_000;
    private static final int OPEN_DAYS = 14;

    private final Random random = new Random(SEED);
    private final Connection connection;
    private final List<Double> prices = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();

    SampleRows(Connection connection) {
        this.connection = connection;
    }

    void insert() throws SQLException {
        insertProducts();
        insertCustomers();
        insertEmployees();
        insertOrders();
    }

    private void insertProducts() throws SQLException {
        try (var categories = connection.prepareStatement("insert into categories values (?, ?, ?)");
                var products = connection.prepareStatement("insert into products values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < SampleWords.CATEGORIES.size(); i++) {
                SampleWords.Category category = SampleWords.CATEGORIES.get(i);
                add(categories, i + 1, category.name(), category.description());
                for (int j = 0; j < category.products().size(); j++) {
                    prices.add(price(category, j));
                    int discontinued = random.nextInt(12) == 0 ? 1 : 0;
                    int stock = discontinued == 1 ? 0 : random.nextInt(200);
                    add(products, prices.size(), i + 1, category.products().get(j), prices.getLast(), stock, discontinued);
                }
            }
            categories.executeBatch();
            products.executeBatch();
        }
    }

    private double price(SampleWords.Category category, int position) {
        double part = (position + random.nextDouble()) / category.products().size();
        return quarters(category.priceMin() + part * part * (category.priceMax() - category.priceMin()));
    }

    private void insertCustomers() throws SQLException {
        try (var customers = connection.prepareStatement("insert into customers values (?, ?, ?, ?, ?, ?)")) {
            for (int id = 1; id <= CUSTOMERS; id++) {
                String first = pick(SampleWords.FIRST_NAMES);
                String last = pick(SampleWords.LAST_NAMES);
                String email = "%s.%s%d@example.com".formatted(first, last, id).toLowerCase(Locale.ROOT);
                SampleWords.Country country = country();
                countries.add(country.name());
                // Whoever has a higher number came later, so an order never comes before its customer did.
                LocalDate joined = day((double) (id - 1) / CUSTOMERS * 0.9).minusDays(random.nextInt(30));
                add(customers, id, first + " " + last, email, pick(country.cities()), country.name(), joined);
            }
            customers.executeBatch();
        }
    }

    private void insertEmployees() throws SQLException {
        try (var employees = connection.prepareStatement("insert into employees values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < SampleWords.TITLES.size(); i++) {
                String title = SampleWords.TITLES.get(i);
                Integer reportsTo = i == 0 ? null : title.startsWith("Head") ? 1 : title.startsWith("Sales") ? 2 : 3;
                String name = SampleWords.FIRST_NAMES.get(2 * i) + " " + SampleWords.LAST_NAMES.get(2 * i + 1);
                add(employees, i + 1, name, title, FIRST_DAY.minusDays(900L - 80L * i), reportsTo);
            }
            employees.executeBatch();
        }
    }

    private void insertOrders() throws SQLException {
        try (var orders = connection.prepareStatement("insert into orders values (?, ?, ?, ?, ?, ?, ?)");
                var items = connection.prepareStatement("insert into order_items values (?, ?, ?, ?)")) {
            for (int id = 1; id <= ORDERS; id++) {
                // The exponent lets trade grow from year to year.
                LocalDate date = day(Math.pow((id - 1 + random.nextDouble()) / ORDERS, 0.7));
                addOrder(orders, id, date);
                addItems(items, id, date);
            }
            orders.executeBatch();
            items.executeBatch();
        }
    }

    private void addOrder(PreparedStatement orders, int id, LocalDate date) throws SQLException {
        double passed = (double) ChronoUnit.DAYS.between(FIRST_DAY, date) / days();
        int customersByThen = Math.max(1, Math.min(CUSTOMERS, (int) (passed / 0.9 * CUSTOMERS)));
        int customer = 1 + (int) (customersByThen * Math.pow(random.nextDouble(), 1.4));
        String country = random.nextInt(20) == 0 ? country().name() : countries.get(customer - 1);
        String status = status(date);
        LocalDate shipped = status.equals("shipped") || status.equals("returned") ? date.plusDays(1 + random.nextInt(6)) : null;
        int employee = 4 + random.nextInt(4);
        add(orders, id, customer, employee, date, shipped, status, country);
    }

    private String status(LocalDate date) {
        int percent = random.nextInt(100);
        if (percent < 6) return "cancelled";
        if (date.isAfter(LAST_DAY.minusDays(OPEN_DAYS))) return "pending";
        return percent < 9 ? "returned" : "shipped";
    }

    private void addItems(PreparedStatement items, int order, LocalDate date) throws SQLException {
        Set<Integer> products = new LinkedHashSet<>();
        int wanted = 1 + random.nextInt(3) + (random.nextInt(8) == 0 ? 2 : 0);
        while (products.size() < wanted) products.add((int) (prices.size() * random.nextDouble()));
        for (int product : products) {
            // Prices rose by four in a hundred a year up to today's.
            double then = prices.get(product) * (1 - 0.04 * (LAST_DAY.getYear() - date.getYear()));
            int quantity = 1 + (int) (5 * Math.pow(random.nextDouble(), 2));
            add(items, order, product + 1, quantity, quarters(then));
        }
    }

    private SampleWords.Country country() {
        return SampleWords.COUNTRIES.get((int) (SampleWords.COUNTRIES.size() * Math.pow(random.nextDouble(), 1.6)));
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static long days() {
        return ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY);
    }

    /// @param part from 0, the first day, to 1, the last
    private static LocalDate day(double part) {
        return FIRST_DAY.plusDays((long) (part * (days() + 1)));
    }

    private static double quarters(double euros) {
        return Math.max(0.25, Math.round(euros * 4) / 4.0);
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof LocalDate date ? date.toString() : values[i]);
        }
        statement.addBatch();
    }
}
