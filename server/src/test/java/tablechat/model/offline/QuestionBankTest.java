package tablechat.model.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every question of the bank is asked of a real database, and the answer has to hold what an independent query finds.
final class QuestionBankTest {
    /// Of a long result an answer shows this many rows.
    private static final int ROWS_SHOWN = 5;

    private static final int TABLE_HEAD_LINES = 2;
    private static final String NOT_UNDERSTOOD = "did not understand";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @TempDir
    private Path folder;

    private record Expected(String question, boolean further, List<String> queries, List<String> words) {}

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheShop() throws Exception {
        return tests("shop");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheMusicStore() throws Exception {
        return tests("music");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheClinic() throws Exception {
        return tests("clinic");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheWarehouse() throws Exception {
        return tests("warehouse");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheSchool() throws Exception {
        return tests("school");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheAirline() throws Exception {
        return tests("airline");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfThePersonnelOffice() throws Exception {
        return tests("hr");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheBoardGames() throws Exception {
        return tests("games");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfNamesWithoutVowels() throws Exception {
        return tests("trade");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheSensors() throws Exception {
        return tests("sensors");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheCharity() throws Exception {
        return tests("charity");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheVets() throws Exception {
        return tests("vet");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheCinema() throws Exception {
        return tests("cinema");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheBank() throws Exception {
        return tests("bank");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfKeysOfSeveralColumns() throws Exception {
        return tests("logistics");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheGym() throws Exception {
        return tests("gym");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfAccountsWithPrefixes() throws Exception {
        return tests("erp");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheCarRental() throws Exception {
        return tests("rental");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheConferences() throws Exception {
        return tests("conference");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheBistro() throws Exception {
        return tests("bistro");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheCoachTours() throws Exception {
        return tests("tours");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfThePodcasts() throws Exception {
        return tests("podcast");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheWasteCollection() throws Exception {
        return tests("waste");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheWineCellar() throws Exception {
        return tests("cellar");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheMuseumLoans() throws Exception {
        return tests("museum");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheFleet() throws Exception {
        return tests("fleet");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheApartments() throws Exception {
        return tests("apartments");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheLawFirm() throws Exception {
        return tests("law");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheFerries() throws Exception {
        return tests("ferry");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheFishingBoats() throws Exception {
        return tests("fishing");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheLeague() throws Exception {
        return tests("league");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheLibrary() throws Exception {
        return tests("library");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheTaproom() throws Exception {
        return tests("taproom");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheCup() throws Exception {
        return tests("cup");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheHub() throws Exception {
        return tests("hub");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfTheLodge() throws Exception {
        return tests("lodge");
    }

    @TestFactory
    Stream<DynamicTest> answersHoldTheFiguresOfShortenedNames() throws Exception {
        return tests("bikes");
    }

    private Stream<DynamicTest> tests(String name) throws Exception {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name + ".db"));
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(text(name + ".sql"));
        }
        var talks = new ArrayList<Talk>();
        return bank(name).stream()
                .map(expected -> DynamicTest.dynamicTest(expected.question, () -> {
                    if (!expected.further) {
                        talks.add(new Talk(connection));
                    }
                    check(talks.getLast(), expected, connection);
                }))
                .onClose(() -> close(connection));
    }

    private static void check(Talk talk, Expected expected, Connection connection) throws Exception {
        var answer = talk.ask(expected.question);

        assertTrue(talk.calls() > 0, "used no tool");
        // Its examples hold figures too ("Top 5"), which must not pass for the answer.
        assertEquals(expected.words.contains(NOT_UNDERSTOOD), answer.contains(NOT_UNDERSTOOD), answer);
        for (var query : expected.queries) {
            var rows = rows(connection, query);
            for (var cell : rows.stream().flatMap(List::stream).toList()) {
                assertTrue(
                        holds(answer, cell), () -> "“" + cell + "” is missing in: " + answer + "\n" + talk.queries());
            }
            if (rows.size() > 1 && rows.size() < ROWS_SHOWN && !query.contains(" limit ")) {
                assertTrue(tabled(answer) <= rows.size(), () -> "more rows than " + rows + ": " + answer);
            }
        }
        for (var words : expected.words) {
            assertTrue(answer.contains(words), () -> "“" + words + "” is missing in: " + answer);
        }
    }

    /// How many rows the answer's table has; too many come from a filter that was not understood.
    private static long tabled(String answer) {
        return answer.lines().filter(line -> line.startsWith("| ")).count() - TABLE_HEAD_LINES;
    }

    /// A number however it is written: 40035.0 is 40,035.
    private static boolean holds(String answer, String cell) {
        var plain = answer.replaceAll("(?<=\\d),(?=\\d{3})", "");
        return word(plain, cell) || NUMBER.matcher(cell).matches() && NUMBER.matcher(plain)
                .results()
                .anyMatch(found -> new BigDecimal(found.group()).compareTo(new BigDecimal(cell)) == 0);
    }

    /// As a whole word, so that 1 is not found in 12.
    private static boolean word(String answer, String cell) {
        int at = answer.indexOf(cell);
        while (at >= 0 && (part(answer, at - 1) || part(answer, at + cell.length()))) {
            at = answer.indexOf(cell, at + 1);
        }
        return at >= 0;
    }

    private static boolean part(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static List<List<String>> rows(Connection connection, String query) throws SQLException {
        var found = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (found.size() < ROWS_SHOWN && rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i) == null ? "NULL" : rows.getString(i));
                }
                found.add(cells);
            }
        }
        assertTrue(!found.isEmpty(), "the bank's own query finds nothing: " + query);
        return found;
    }

    private static List<Expected> bank(String name) throws Exception {
        var bank = new ArrayList<Expected>();
        for (var line : text(name + ".questions")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            if (line.startsWith("= ")) {
                bank.getLast().queries.add(line.substring(2));
            } else if (line.startsWith("~ ")) {
                bank.getLast().words.add(line.substring(2));
            } else {
                boolean further = line.startsWith("+ ");
                bank.add(new Expected(
                        further ? line.substring(2) : line, further, new ArrayList<>(), new ArrayList<>()));
            }
        }
        assertEquals(
                0,
                bank.stream()
                        .filter(one -> one.queries.isEmpty() && one.words.isEmpty())
                        .count(),
                "a question without expectation");
        return bank;
    }

    private static String text(String file) throws Exception {
        try (var in = QuestionBankTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
