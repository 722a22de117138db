package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.protocol.Nullable;

final class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.5"})
    void loopbackNeedsNoToken(String host) {
        assertDoesNotThrow(settings(host, null)::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void beyondLoopbackATokenIsNeeded(String host) {
        CannotStart refused = assertThrows(CannotStart.class, settings(host, null)::check);

        assertTrue(refused.getMessage().contains("TABLECHAT_TOKEN"));
        assertThrows(CannotStart.class, settings(host, " ")::check);
        assertDoesNotThrow(settings(host, "long-and-secret")::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "nowhere.invalid"})
    void anAddressOfAnotherMachineIsNotListenedOn(String host) {
        CannotStart refused = assertThrows(CannotStart.class, settings(host, "long-and-secret")::check);

        assertTrue(refused.getMessage().contains("TABLECHAT_HOST=" + host), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "schlüssel", "tab\there"})
    void aTokenMustFitIntoAHeader(String token) {
        assertThrows(CannotStart.class, settings("127.0.0.1", token)::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://chat.example", "chat.example/", "chat.example:port", "chat.example:99999", "a b", "*"
    })
    void aHostThatIsNoneIsNamed(String host) {
        CannotStart refused = assertThrows(
                CannotStart.class, new Settings("127.0.0.1", 0, null, List.of("fine.example", host), null)::check);

        assertTrue(refused.getMessage().contains(host), refused.getMessage());
    }

    @Test
    void hostsAreTrimmedAndInLowerCase() {
        Settings settings = new Settings("127.0.0.1", 0, null, List.of(" Chat.Example ", "", "[FE80::1]:80"), null);

        assertEquals(List.of("chat.example", "[fe80::1]:80"), settings.allowedHosts());
    }

    private static Settings settings(String host, @Nullable String token) {
        return new Settings(host, 0, null, List.of(), token);
    }
}
