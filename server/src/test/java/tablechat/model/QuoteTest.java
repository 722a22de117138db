package tablechat.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void keysAndCredentialsAreTakenOut() {
        assertEquals("The key … is wrong.", Quote.of("The key 4711 is wrong", "4711"));
        assertEquals("Incorrect key: …", Quote.of("Incorrect key: sk-abcd****wxyz", null));
        assertEquals("Sent … to http://…host/v1.", Quote.of("Sent Bearer abc to http://me:secret@host/v1", null));
    }

    @Test
    void itIsOneShortSentence() {
        assertEquals("A b.", Quote.of(" A\r\n\tb. ", null));
        assertEquals("", Quote.of("  ", "key"));
        assertTrue(Quote.of("x".repeat(5000), null).length() < 350);
    }
}
