package tablechat.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tablechat.protocol.Result.Column;

@Timeout(60)
final class PipeTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final List<Object> HALF_A_PIECE = List.of("x".repeat(Pipe.PIECE_CHARACTERS / 2));

    @Test
    void aReaderWhoseRowsNobodyTakesIsToldToStop() {
        var pipe = new Pipe(new CsvSheet(false), Duration.ofMillis(50));
        pipe.columns(List.of(new Column("n", "TEXT")));

        int taken = 0;
        while (pipe.row(HALF_A_PIECE)) taken++;

        assertTrue(taken < 2 * (Pipe.PIECES_MAX + 1), "rows that were held: " + taken);
        assertFalse(pipe.end(null));
    }

    @Test
    void afterTheTakerLeftNoRowIsWanted() {
        var pipe = new Pipe(new CsvSheet(false), LONG);
        pipe.columns(List.of(new Column("n", "TEXT")));
        boolean before = pipe.row(List.of("a"));
        pipe.close();

        assertTrue(before);
        assertFalse(pipe.row(List.of("b")));
    }

    @Test
    void whatFailsEarlyHandsNothingOver() throws Exception {
        var pipe = new Pipe(new CsvSheet(false), LONG);
        pipe.columns(List.of(new Column("n", "TEXT")));
        pipe.row(List.of("a"));
        pipe.end(null);

        assertNull(pipe.next(LONG));
    }

    @Test
    void aSlowQueryIsHandedOverAsItComes() throws Exception {
        var pipe = new Pipe(new CsvSheet(false), LONG);
        pipe.columns(List.of(new Column("n", "TEXT")));
        pipe.row(List.of("a"));
        Thread.sleep(Pipe.PIECE_TIME);
        pipe.row(List.of("b"));

        assertEquals("n\r\na\r\nb\r\n", new String(pipe.next(LONG), StandardCharsets.UTF_8));
    }
}
