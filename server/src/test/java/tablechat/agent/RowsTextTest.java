package tablechat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tablechat.protocol.Result.Column;

class RowsTextTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {
        // rows kept | rows the query has | first line | lines in all
        "0    | 0     | 0 rows                                | 2",
        "1    | 1     | 1 row                                 | 3",
        "2    | 2     | 2 rows                                | 4",
        "50   | 50    | 50 rows                               | 52",
        "51   | 51    | 51 rows, the first 50 follow          | 52",
        "1000 | 25000 | 25000 rows, the first 50 follow       | 52",
        "1000 | -     | at least 1000 rows, the first 50 follow | 52",
        "10   | -     | at least 10 rows, the first 10 follow | 12",
        "1    | -     | at least 1 row, the first 1 follow    | 3",
    })
    void theFirstLineSaysHowManyRowsThereAre(int kept, Long rowCount, String firstLine, int lines) {
        String text = RowsText.of(columns("n"), rows(kept, "7"), rowCount);

        assertEquals(firstLine, text.lines().findFirst().orElseThrow());
        assertEquals(lines, text.lines().count());
    }

    @Test
    void cellsAreTabSeparatedOnOneLineEach() {
        List<Object> row = Arrays.asList(null, true, 7L, "a\tb\r\nc\u2028d", Map.of("$bytes", "AAEC", "length", 3), "🙂");

        String text = RowsText.of(columns("a", "b\n", "c", "d", "e", "f"), List.of(row), 1L);

        assertEquals("1 row\na\tb \tc\td\te\tf\nNULL\ttrue\t7\ta b c d\t(3 bytes)\t🙂", text);
    }

    @ParameterizedTest
    @CsvSource({
        "3.5, 3.5", "0.0, 0.0", "0.001, 0.001", "1.0E7, 10000000", "-1.25E10, -12500000000", //
        "1.0E-9, 1.0E-9", "1.0E300, 1.0E300"})
    void doublesAreWrittenPlainlyWhereThatIsShort(double value, String text) {
        assertEquals("1 row\nn\n" + text, RowsText.of(columns("n"), List.of(List.of(value)), 1L));
    }

    @Test
    void otherNumbersAreWrittenAsTheyAre() {
        String text = RowsText.of(columns("a", "b"), List.of(List.of("9007199254740993", new BigDecimal("1.50"))), 1L);

        assertEquals("1 row\na\tb\n9007199254740993\t1.50", text);
    }

    @Test
    void aLongCellIsCutToTwoHundredCharactersButNotWithinOne() {
        String text = RowsText.of(columns("a", "b"), List.of(List.of("x".repeat(500), "x".repeat(198) + "🙂x")), 1L);

        assertEquals("1 row\na\tb\n" + "x".repeat(199) + "…\t" + "x".repeat(198) + "…", text);
    }

    @Test
    void rowsThatDoNotFitEightKilobytesAreLeftOutAndCounted() {
        String text = RowsText.of(columns("a"), rows(40, "€".repeat(200)), 40L);

        long shown = text.lines().count() - 2;
        assertEquals("40 rows, the first %d follow".formatted(shown), text.lines().findFirst().orElseThrow());
        assertTrue(shown > 10 && shown < 14, "shown: " + shown);
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    @Test
    void aRowTooWideForItIsShownInNarrowerCells() {
        List<Column> wide = columns(IntStream.range(0, 60).mapToObj(i -> "c" + i).toArray(String[]::new));
        List<Object> row = Collections.nCopies(60, "x".repeat(300));

        String text = RowsText.of(wide, List.of(row), 1L);

        assertEquals("1 row", text.lines().findFirst().orElseThrow());
        assertTrue(text.endsWith("\t" + "x".repeat(59) + "…"), text);
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    @Test
    void furtherColumnsThanAHundredAreCounted() {
        List<Column> wide = columns(Collections.nCopies(2_000, "a_rather_long_name_of_a_column_🙂").toArray(String[]::new));
        List<Object> row = Collections.nCopies(2_000, "€".repeat(300));

        String text = RowsText.of(wide, List.of(row), 1L);

        List<String> header = List.of(text.lines().toList().get(1).split("\t"));
        assertEquals(101, header.size());
        assertEquals("… 1900 more columns", header.getLast());
        assertTrue(Grid.bytes(text) <= 8 * 1024);
    }

    private static List<Column> columns(String... names) {
        return Arrays.stream(names).map(name -> new Column(name, "TEXT")).toList();
    }

    private static List<List<Object>> rows(int count, Object cell) {
        return new ArrayList<>(Collections.nCopies(count, List.of(cell)));
    }
}
