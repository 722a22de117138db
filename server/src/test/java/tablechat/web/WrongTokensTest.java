package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.web.WrongTokens.Attempt;

/// Whoever goes on guessing the token is sent away; whoever has it is not.
final class WrongTokensTest {
    private static final Duration WAIT = WrongTokens.WINDOW.minusSeconds(20);

    private final WrongTokens wrong = new WrongTokens(Duration.ofHours(1));

    @Test
    void afterTenGuessesAnotherHasToWaitUntilTheMinuteIsOver() throws Exception {
        InetAddress from = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) assertEquals(Duration.ZERO, guess(from, "guess " + i, 0));

        assertEquals(WAIT, guess(from, "another", 20));
        assertEquals(Duration.ZERO, guess(from, "guess 3", 20));
        assertEquals(Duration.ZERO, guess(InetAddress.getByName("192.0.2.2"), "another", 20));
        assertEquals(Duration.ZERO, guess(from, "another", 61));
    }

    @Test
    void manyAtOnceHaveToWaitToo() throws Exception {
        Set<String> many = Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");

        assertEquals(WrongTokens.WINDOW, wrong.begin(InetAddress.getByName("192.0.2.1"), many, 0).left());
    }

    @Test
    void beyondThatOnlySomeAreComparedAtATime() throws Exception {
        InetAddress from = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) assertTrue(begin(from, "guess " + i, 0).mayBeCompared());
        Attempt slow = begin(from, "another", 0);
        for (int i = 1; i < WrongTokens.PLACES; i++) assertTrue(begin(from, "another " + i, 0).mayBeCompared());
        Thread waiting = Thread.ofVirtual().start(() -> wrong.wrong(slow));
        while (waiting.getState() != Thread.State.TIMED_WAITING) Thread.sleep(1);

        assertFalse(begin(from, "one more", 0).mayBeCompared());
        assertTrue(begin(from, "guess 3", 0).mayBeCompared());
        assertTrue(begin(InetAddress.getByName("192.0.2.2"), "one more", 0).mayBeCompared());

        waiting.interrupt();
        waiting.join();
        assertTrue(begin(from, "one more", 0).mayBeCompared());
    }

    @Test
    void theRightOneTakesNobodysPlace() throws Exception {
        InetAddress from = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) wrong.right(begin(from, "right", 0));
        for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) assertEquals(Duration.ZERO, guess(from, "guess " + i, 0));
        for (int i = 0; i < 2 * WrongTokens.PLACES; i++) {
            Attempt right = begin(from, "right", 0);
            assertTrue(right.mayBeCompared());
            wrong.right(right);
        }

        assertTrue(begin(from, "another", 0).mayBeCompared());
    }

    @Test
    void moreInOneRequestThanThereArePlacesAreNotCompared() throws Exception {
        InetAddress from = InetAddress.getByName("192.0.2.1");
        Set<String> many = IntStream.range(0, WrongTokens.PLACES + 1).mapToObj(String::valueOf).collect(Collectors.toSet());

        assertFalse(wrong.begin(from, many, 0).mayBeCompared());
    }

    @Test
    void aBrowserIsAskedForTheTokenAllTheSame() throws Exception {
        Server server = Server.start(new Settings("127.0.0.1", 0, null, List.of(), "s3cret"), new Recorder());
        try {
            for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) ask(server, "?token=guess" + i, false);

            try (RawClient client = new RawClient(server.port())) {
                String answer = client.exchange(RawClient.request(
                        "GET", "/?token=another", server.port(), "Accept: text/html", "Connection: close"));
                assertTrue(answer.startsWith("HTTP/1.1 429 "), answer);
                assertTrue(answer.contains("Retry-After: "), answer);
                assertTrue(answer.contains("Content-Type: text/html"), answer);
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void addressesOfOneNetworkCountAsOne() throws Exception {
        for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) guess(InetAddress.getByName("2001:db8::" + i), "guess " + i, 0);

        assertTrue(guess(InetAddress.getByName("2001:db8::ffff"), "another", 0).isPositive());
        assertFalse(guess(InetAddress.getByName("2001:db8:0:1::"), "another", 0).isPositive());
    }

    @Test
    void itRemembersOnlySoManyAddresses() throws Exception {
        for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) guess(address(0), "guess " + i, 0);
        assertTrue(guess(address(0), "another", 0).isPositive());

        for (int i = 1; i <= WrongTokens.ADDRESSES_MAX; i++) guess(address(i), "guess", 0);

        assertFalse(guess(address(0), "another", 0).isPositive());
    }

    /// Page and socket, and each form in which a token may be brought, count together.
    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer guess%d", "Cookie: tablechat-PORT=guess%d", "?token=guess%d"})
    void whoGuessesIsSentAwayForAWhile(String form) throws Exception {
        Server server = Server.start(new Settings("127.0.0.1", 0, null, List.of(), "s3cret"), new Recorder());
        try {
            for (int i = 0; i < WrongTokens.GUESSES_MAX; i++) assertEquals(401, ask(server, form.formatted(i), i % 2 == 0));

            assertEquals(429, ask(server, form.formatted(99), true));
            assertEquals(200, ask(server, "Authorization: Bearer s3cret", false));
            assertEquals(101, ask(server, "Authorization: Bearer s3cret", true));
            assertEquals(429, ask(server, form.formatted(99), true));
            assertEquals(401, ask(server, "X-Nothing: brought", true));
        } finally {
            server.stop();
        }
    }

    private static int ask(Server server, String form, boolean socket) throws IOException {
        String query = form.startsWith("?") ? form : "";
        String header = form.startsWith("?") ? "X-Other: 1" : form.replace("PORT", "" + server.port());
        String request = socket
                ? RawClient.upgrade(server.port(), query, header)
                : RawClient.request("GET", "/" + query, server.port(), header, "Connection: close");
        try (RawClient client = new RawClient(server.port())) {
            String head = client.exchange(request);
            int status = Integer.parseInt(head.substring(9, 12));
            assertEquals(status == 429, head.contains("Retry-After: "), head);
            return status;
        }
    }

    private Duration guess(InetAddress from, String token, int second) {
        return begin(from, token, second).left();
    }

    private Attempt begin(InetAddress from, String token, int second) {
        return wrong.begin(from, Set.of(token), Duration.ofSeconds(second).toNanos());
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, (byte) (number >> 8), (byte) number});
    }
}
