package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JoiningTest {
    private final Heard heard = new Heard();
    private long nowNanos;
    private final Joining joining = new Joining(heard, () -> nowNanos);

    @Test
    void theFirstPiecePassesAtOnceAndTheNextOnesTogether() {
        joining.text("How ");
        joining.text("do ");
        joining.text("you ");
        assertEquals(List.of("How "), heard.texts);

        joining.flush();
        joining.flush();

        assertEquals(List.of("How ", "do you "), heard.texts);
    }

    @Test
    void whatIsKeptPassesWithTheFirstPieceThatComesTenMillisecondsLater() {
        joining.text("a");
        joining.text("b");
        nowNanos += TimeUnit.MILLISECONDS.toNanos(10);

        joining.text("c");

        assertEquals(List.of("a", "bc"), heard.texts);
    }

    @Test
    void whatComesTogetherAfterASilenceStaysTogether() {
        joining.text("a");
        nowNanos += TimeUnit.MILLISECONDS.toNanos(500);

        joining.text("b");
        joining.text("c");
        joining.flush();

        assertEquals(List.of("a", "bc"), heard.texts);
    }

    @Test
    void noMoreThanSomeThousandCharactersAreKept() {
        joining.text("a");

        for (int i = 0; i < 5_000; i++) joining.text("b");

        assertEquals(List.of(1, 4_096), heard.texts.stream().map(String::length).toList());
    }

    @Test
    void thoughtsAndTextKeepTheirOrder() {
        joining.thinking("hm");
        joining.thinking("…");
        joining.text("So");
        assertEquals(List.of("hm", "…"), heard.thoughts);
        assertEquals(List.of(), heard.texts);

        joining.flush();

        assertEquals(List.of("So"), heard.texts);
    }
}
