package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What only dates tell: ages, lengths, terms that have passed, what still goes on. Today is 2025-06-15.
final class FromDatesTest {
    private Connection connection;

    @BeforeEach
    void openALibrary() throws Exception {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute("create table members (id integer primary key, name text, birth_date date, cancelled_on date)",
                "create table loans (id integer primary key, member_id integer references members(id), lent_on date, due_on date,"
                        + " returned_on date)",
                "insert into members values (1, 'Ada', '1950-01-01', null), (2, 'Bo', '2000-06-15', '2024-01-01'),"
                        + " (3, 'Cy', '2010-01-01', null)",
                "insert into loans values (1, 1, '2025-01-01', '2025-01-20', '2025-01-11'), (2, 1, '2025-02-01', '2025-02-20', null),"
                        + " (3, 2, '2025-03-01', '2025-03-20', '2025-03-31'), (4, 2, '2025-06-10', '2025-07-01', null)");
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void whatIsDueAndNotReturnedIsOverdue() throws Exception {
        assertTrue(ask("how many loans are overdue").contains("**1** loan where `returned_on` is empty and `due_on` is before 2025-06-15"));
        assertTrue(ask("members with overdue loans").contains("Ada"));
        assertTrue(ask("how many loans were returned late").contains("**1** loan where `returned_on` is after `due_on`"));
        assertTrue(ask("how many loans were returned on time").contains("**1** loan where `returned_on` is not after `due_on`"));
    }

    @Test
    void theLengthOfALoanIsWhatItsDatesAreApart() throws Exception {
        assertTrue(ask("average loan length").contains("days from `lent_on` to `returned_on` of loans is **20**"));
        assertTrue(ask("how long does a loan last on average").contains("**20**"));
        assertTrue(ask("average length of loans per member").contains("| Bo | 30 |"));
    }

    @Test
    void agesAreReckonedFromBirths() throws Exception {
        assertTrue(ask("how many members are older than 25").contains("**1** member where `birth_date` is before 2000-06-15"));
        assertTrue(ask("members under 18").contains("Cy"));
        assertTrue(ask("how many members are at least 25 years old").contains("**2**"));
        assertTrue(ask("average age of members").contains("age in years (from `birth_date` to 2025-06-15) of members is **38.63**"));
    }

    @Test
    void whoHasNotCancelledIsActive() throws Exception {
        assertTrue(ask("how many active members are there").contains("**2** members where `cancelled_on` is empty or after 2025-06-15"));
        assertTrue(ask("former members").contains("Bo"));
    }

    @Test
    void eachMeansThoseWithNoneToo() throws Exception {
        assertTrue(ask("how many loans does each member have").contains("| Cy | 0 |"));
    }

    @Test
    void partsOfAKeyBelongTogether() throws Exception {
        execute("create table parcels (depot text, number integer, city text, primary key (depot, number))",
                "create table contents (depot text, number integer, line integer, kind text, primary key (depot, number, line),"
                        + " foreign key (depot, number) references parcels(depot, number))",
                "insert into parcels values ('N', 1, 'Rome'), ('N', 2, 'Oslo'), ('S', 1, 'Rome')",
                "insert into contents values ('N', 1, 1, 'glass'), ('N', 1, 2, 'glass'), ('S', 1, 1, 'paper')");

        assertTrue(ask("how many parcels contain glass").contains("**1** parcel"));
        assertTrue(ask("how many contents does the average parcel have").contains("**1.50**"));
        assertFalse(ask("parcels to Oslo").contains("in several ways"));
    }

    private String ask(String question) throws Exception {
        return new Talk(connection).ask(question);
    }

    private void execute(String... statements) throws Exception {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }
}
