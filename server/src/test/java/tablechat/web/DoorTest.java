package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Nullable;

final class DoorTest {
    private static final String OWN = "127.0.0.1:8080";

    private final Door door =
            new Door(8080, List.of(), List.of("chat.example", "lan.example:9000", "safe.example:443", "[fe80::1]:81"), null);

    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080", "chat.example", "Chat.Example:8080",
        "lan.example:9000", "safe.example", "safe.example:443", "[fe80::1]:81"
    })
    void namesOfOursMayBeAsked(String host) {
        assertEquals(Optional.empty(), door.refuse(visit(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "evil.example:8080", "localhost", "127.0.0.1", "localhost:80", "127.0.0.1:8081", "localhost.:8080",
        "0.0.0.0:8080", "[::]:8080", "127.1:8080", "2130706433:8080", "127.0.0.2:8080", "localhost.evil.example:8080",
        "evil.localhost:8080", "user@localhost:8080", "localhost:8080, evil.example", "localhost:8080/x", "lan.example",
        "lan.example:8080", "safe.example:80", "chat.example:9000"
    })
    void anyOtherNameIsRefused(String host) {
        assertEquals(403, door.refuse(visit(host)).orElseThrow().status().code());
    }

    @Test
    void aRefusalSaysWhatToDo() {
        Refusal refusal = door.refuse(visit("laptop.lan:8080")).orElseThrow();

        assertEquals(
                "\"laptop.lan:8080\" is not a name of this server."
                        + " If it should be one, add it to TABLECHAT_ALLOWED_HOSTS and restart.",
                refusal.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1:8080", "http://localhost:8080", "HTTP://LOCALHOST:8080", "http://[::1]:8080",
        "http://chat.example", "https://chat.example", "https://chat.example:8080", "https://lan.example:9000",
        "https://safe.example"
    })
    void pagesOfOursMayAsk(String origin) {
        assertEquals(Optional.empty(), door.refuse(visit(OWN, origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "file://", "http://evil.example", "https://127.0.0.1:8080", "http://127.0.0.1",
        "http://127.0.0.1:8081", "http://localhost:8080/", "http://localhost:8080@evil.example",
        "http://evil.example/http://localhost:8080", "http://localhost:8080, http://evil.example", "ws://localhost:8080",
        "http://lan.example", "http://lan.example:8080", "http://safe.example", "chrome-extension://abc", "http://[::1"
    })
    void pagesOfOthersMayNot(String origin) {
        assertEquals(403, door.refuse(visit(OWN, origin)).orElseThrow().status().code());
    }

    @Test
    void headersThatComeTwiceAreRefused() {
        assertTrue(door.refuse(visit(OWN, "http://localhost:8080", "http://localhost:8080")).isPresent());
        assertTrue(door.refuse(with(List.of(OWN, OWN), List.of(), List.of(), false)).isPresent());
        assertTrue(door.refuse(with(List.of(), List.of(), List.of(), false)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, false, true",
        "none, false, true",
        "cross-site, false, false",
        "same-site, false, false",
        "cross-site, true, true",
        "same-site, true, true"
    })
    void withoutAnOriginTheBrowserSaysWhoAsks(String site, boolean followsLink, boolean welcome) {
        Visit visit = with(List.of(OWN), List.of(), List.of(site), followsLink);

        assertEquals(welcome, door.refuse(visit).isEmpty());
    }

    @Test
    void aTargetThatNamesAnotherServerIsRefused() {
        Visit visit = new Visit("http://evil.example/ws", List.of(OWN), List.of(), List.of(), false, List.of(), List.of(), null);

        assertEquals(400, door.refuse(visit).orElseThrow().status().code());
    }

    @Test
    void onPort80NamesStandWithoutIt() {
        Door usual = new Door(80, List.of(), List.of(), null);

        assertTrue(usual.refuse(visit("localhost", "http://localhost")).isEmpty());
        assertTrue(usual.refuse(visit("localhost:80", "http://localhost")).isEmpty());
        assertTrue(usual.refuse(visit("localhost", "http://localhost:8080")).isPresent());
    }

    @Test
    void withoutATokenEverybodyIsKnown() {
        assertTrue(knows(door, bringing(List.of(), List.of(), null)));
        assertEquals(Optional.empty(), door.cookieFor(bringing(List.of(), List.of(), "anything")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "Bearer s3cret, -, -, true",
        "bearer s3cret, -, -, true",
        "Bearer s3cre, -, -, false",
        "Basic s3cret, -, -, false",
        "s3cret, -, -, false",
        "-, -, s3cret, true",
        "-, -, S3cret, false",
        "-, -, '', false",
        "-, tablechat-8080=s3cret, -, false",
        "-, tablechat-8080=, -, false",
        "-, -, -, false"
    })
    void theTokenOpens(@Nullable String authorization, @Nullable String cookie, @Nullable String parameter, boolean known) {
        Door locked = new Door(8080, List.of(), List.of(), "s3cret");

        assertEquals(known, knows(locked, bringing(listOf(authorization), listOf(cookie), parameter)));
    }

    private static boolean knows(Door door, Visit visit) {
        return door.refuseStranger(visit, InetAddress.getLoopbackAddress()).isEmpty();
    }

    @Test
    void theCookieForTheTokenOpensHereOnly() {
        Door locked = new Door(8080, List.of(), List.of(), "s3cret");
        String cookie = locked.cookieFor(bringing(List.of(), List.of(), "s3cret")).orElseThrow();
        String pair = cookie.substring(0, cookie.indexOf(';'));

        assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"));
        assertFalse(cookie.contains("s3cret"));
        assertTrue(knows(locked, bringing(List.of(), List.of("a=b; " + pair + "; c=d"), null)));
        assertFalse(knows(new Door(8080, List.of(), List.of(), "other"), bringing(List.of(), List.of(pair), null)));
        assertEquals(Optional.empty(), locked.cookieFor(bringing(List.of(), List.of(pair), null)));
    }

    private static List<String> listOf(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Visit visit(String host, String... origins) {
        return with(List.of(host), List.of(origins), List.of(), false);
    }

    private static Visit with(List<String> hosts, List<String> origins, List<String> fetchSite, boolean followsLink) {
        return new Visit("/", hosts, origins, fetchSite, followsLink, List.of(), List.of(), null);
    }

    private static Visit bringing(List<String> authorization, List<String> cookies, @Nullable String parameter) {
        return new Visit("/", List.of(OWN), List.of(), List.of(), false, authorization, cookies, parameter);
    }
}
