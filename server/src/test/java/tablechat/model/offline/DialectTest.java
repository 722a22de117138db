package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DialectTest {

    @ParameterizedTest
    @CsvSource({
        "SQLite 3.54, SQLITE",
        "PostgreSQL 17.2, POSTGRESQL",
        "MySQL 8.4, MYSQL",
        "MariaDB 11.4, MYSQL",
        "DuckDB 2.0, DUCKDB",
        "Something else, SQLITE"
    })
    void theInstructionsNameTheDialect(String name, Dialect dialect) {
        assertEquals(dialect, Dialect.of("You help.\n\nSQL dialect: " + name + "\nToday's date: 2026-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE, \"order\", customers, CUST_NM, \"unit price\"",
        "POSTGRESQL, \"order\", customers, \"CUST_NM\", \"unit price\"",
        "MYSQL, `order`, customers, CUST_NM, `unit price`",
        "DUCKDB, \"order\", customers, CUST_NM, \"unit price\""
    })
    void namesAreQuotedWhereTheyMustBe(Dialect dialect, String reserved, String plain, String capitals, String odd) {
        assertEquals(reserved, dialect.part("order"));
        assertEquals(plain, dialect.part("customers"));
        assertEquals(capitals, dialect.part("CUST_NM"));
        assertEquals(odd, dialect.part("unit price"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "SQLITE; strftime('%Y', d); strftime('%Y-%m', d)",
        "POSTGRESQL; to_char(d, 'YYYY'); to_char(d, 'YYYY-MM')",
        "MYSQL; date_format(d, '%Y'); date_format(d, '%Y-%m')",
        "DUCKDB; strftime(d, '%Y'); strftime(d, '%Y-%m')"
    })
    void yearsAndMonthsAreTakenOfADate(Dialect dialect, String year, String month) {
        assertEquals(year, dialect.part(Unit.YEAR, "d"));
        assertEquals(month, dialect.part(Unit.MONTH, "d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "POSTGRESQL; to_char(d, 'YYYY-\"Q\"Q'); to_char(d, 'FMDay')",
        "MYSQL; concat(year(d), '-Q', quarter(d)); dayname(d)",
        "DUCKDB; concat(year(d), '-Q', quarter(d)); dayname(d)"
    })
    void quartersAndWeekdaysAreWrittenAsPeopleSayThem(Dialect dialect, String quarter, String weekday) {
        assertEquals(quarter, dialect.part(Unit.QUARTER, "d"));
        assertEquals(weekday, dialect.part(Unit.WEEKDAY, "d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "SQLITE; strftime('%G-W%V', d); substr(cast(y as char(4)), 1, 3) || '0s'; (strftime('%w', d) + 6) % 7 in (0, 6)",
        "POSTGRESQL; to_char(d, 'IYYY-\"W\"IW'); substr(cast(y as char(4)), 1, 3) || '0s'; extract(isodow from d) in (1, 7)",
        "MYSQL; date_format(d, '%x-W%v'); concat(substr(cast(y as char(4)), 1, 3), '0s'); weekday(d) in (0, 6)",
        "DUCKDB; strftime(d, '%G-W%V'); substr(cast(y as char(4)), 1, 3) || '0s'; isodow(d) in (1, 7)"
    })
    void weeksAreThoseOfIsoDecadesBeginWithAZeroAndMondayIsTheFirstDay(Dialect dialect, String week, String decade, String days) {
        assertEquals(week, dialect.part(Unit.WEEK, "d"));
        assertEquals(decade, dialect.decade("y"));
        assertEquals(days, dialect.on(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), "d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "SQLITE; (julianday(b) - julianday(a)) * 86400 / 3600.0; julianday('2025-06-15') - julianday(a)",
        "POSTGRESQL; extract(epoch from (cast(b as timestamp) - cast(a as timestamp))) / 3600.0;"
                + " cast('2025-06-15' as date) - cast(a as date)",
        "MYSQL; timestampdiff(second, a, b) / 3600.0; datediff('2025-06-15', a)",
        "DUCKDB; date_diff('second', cast(a as timestamp), cast(b as timestamp)) / 3600.0; cast('2025-06-15' as date) - cast(a as date)"
    })
    void timesBetweenDatesAreTakenApart(Dialect dialect, String hours, String days) {
        var date = new Column("t", "a", "DATE", true, false, null, List.of("a"), List.of(), List.of(), Column.Content.DATE);

        assertEquals(hours, dialect.lapse("a", date, "b", date, Clock.HOUR));
        assertEquals("(" + days + ") / 365.25", dialect.age("a", date, LocalDate.of(2025, 6, 15)));
    }

    @Test
    void duckDbReckonsTimesBetweenDates() throws Exception {
        var date = new Column("t", "a", "DATE", true, false, null, List.of("a"), List.of(), List.of(), Column.Content.DATE);
        var start = "date '2024-06-15'";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + Dialect.DUCKDB.lapse(start, date, "date '2024-06-17'", date, Clock.DAY)
                        + ", round(" + Dialect.DUCKDB.age(start, date, LocalDate.of(2025, 6, 15)) + ", 2)")) {
            assertTrue(rows.next());
            assertEquals(2, rows.getDouble(1));
            assertEquals(1, rows.getDouble(2));
        }
    }

    @Test
    void aBackslashInATextIsDoubledWhereItWouldEscape() {
        assertEquals("'it''s \\\\ here'", Dialect.MYSQL.text("it's \\ here"));
        assertEquals("'it''s \\ here'", Dialect.SQLITE.text("it's \\ here"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "sales per month; 2024-01 | 2",
        "sales per quarter; 2024-Q1 | 2",
        "sales by weekday; Monday | 1",
        "sales in 2024 by weekday; Tuesday | 1",
        "unpaid sales; **1** sale",
        "total amount by customer; Ada | 40",
        "share of amount by customer; | 66.7",
        "cheapest sale per customer; Bob | 2 | 20",
        "customers without sales; Eve"
    })
    void duckDbUnderstandsWhatIsWrittenForIt(String question, String expected) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("create table customers (id integer primary key, name varchar)");
            statement.execute("create table sales (id integer primary key, customer_id integer references customers(id), sold_on varchar,"
                    + " amount decimal(10,2), is_paid boolean)");
            statement.execute("insert into customers values (1, 'Ada'), (2, 'Bob'), (3, 'Eve')");
            statement.execute("insert into sales values (1, 1, '2024-01-01', 10, true), (2, 2, '2024-01-02', 20, false),"
                    + " (3, 1, '2024-05-01', 30, true)");
            var talk = new Talk(connection, "SQL dialect: DuckDB 2.0\nToday's date: 2025-06-15");

            var answer = talk.ask(question);

            assertTrue(answer.contains(expected), () -> answer + "\n" + talk.queries());
        }
    }
}
