package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
    @TempDir
    Path folder;

    @Test
    void theEnvironmentWinsOverTheFileAndTheFileOverTheDefaults() throws Exception {
        yaml("TABLECHAT_HOST: '::1'", "TABLECHAT_TOKEN: filed");

        Config config = load(Map.of("TABLECHAT_TOKEN", "given"));

        assertEquals("given", config.web().token());
        assertEquals("::1", config.web().host());
        assertEquals(8080, config.web().port());
    }

    @Test
    void aListInTheFileIsAListOfItsItems() throws Exception {
        yaml(
                "TABLECHAT_CONNECTIONS:",
                "  - shop=sqlite:shop.db",
                "  - notes=sqlite:a%2Cb.db",
                "TABLECHAT_ALLOWED_HOSTS: [db.example.org, db:8080]");

        Config config = load(Map.of());

        var named = List.of(new Config.NamedUrl("shop", "sqlite:shop.db"), new Config.NamedUrl("notes", "sqlite:a%2Cb.db"));
        assertEquals(named, config.connections());
        assertEquals(List.of("db.example.org", "db:8080"), config.web().allowedHosts());
    }

    @Test
    void whatIsBlankIsNotSetWhereverItStands() throws Exception {
        yaml("TABLECHAT_HOST:", "TABLECHAT_PORT: ''", "TABLECHAT_TOKEN: '  '", "TABLECHAT_CONNECTIONS: []", "TABLECHAT_MODEL: offline");

        Config config = load(Map.of("TABLECHAT_MODEL", " ", "TABLECHAT_STATIC", ""));

        assertEquals("127.0.0.1", config.web().host());
        assertEquals(8080, config.web().port());
        assertNull(config.web().token());
        assertNull(config.web().folder());
        assertEquals(List.of(), config.connections());
        assertEquals("offline", config.apply("TABLECHAT_MODEL"));
    }

    @Test
    void whatIsNeitherValueNorListIsNotIgnored() throws Exception {
        for (String line : List.of("TABLECHAT_CONNECTIONS: {shop: 'sqlite:shop.db'}", "TABLECHAT_CONNECTIONS: [shop: 'sqlite:shop.db']")) {
            yaml(line);

            var refused = assertThrows(Config.Unusable.class, () -> load(Map.of()), line);

            assertEquals("TABLECHAT_CONNECTIONS in tablechat.yaml is neither a value nor a list of values.", refused.getMessage());
        }
    }

    @Test
    void whatIsNoSettingIsToldWithTheOneThatWasProbablyMeant() throws Exception {
        yaml("TABLECHAT_PROT: 80", "OPENAI_KEY: sk", "colour: red", "GEMINI_API_KEY: x");

        Config config = load(Map.of("TABLECHAT_MODLE", "offline", "PATH", "/bin", "OTHER_KEY", "x", "TABLECHAT_TOKEN", "given"));

        assertEquals(
                List.of(
                        "OPENAI_KEY is no setting and changes nothing. Did you mean OPENAI_API_KEY?",
                        "TABLECHAT_MODLE is no setting and changes nothing. Did you mean TABLECHAT_MODEL?",
                        "TABLECHAT_PROT is no setting and changes nothing. Did you mean TABLECHAT_PORT?",
                        "colour is no setting and changes nothing. The README lists those there are."),
                config.unknown());
    }

    @Test
    void whatIsBlankOrOfAServiceOfKubernetesIsNotToldOf() throws Exception {
        yaml("colour:", "TABLECHAT_PORT_8080_TCP: x");

        Config config = load(Map.of("TABLECHAT_MODLE", " ", "TABLECHAT_SERVICE_HOST", "10.0.0.1", "TABLECHAT_SERVICE_PORT_HTTP", "80",
                "TABLECHAT_PORT_8080_TCP_ADDR", "10.0.0.1", "TABLECHAT_WEB_SERVICE_HOST", "10.0.0.1", "TABLECHAT_WEB_PORT_80_TCP", "x"));

        assertEquals(1, config.unknown().size(), () -> "" + config.unknown());
        assertTrue(config.unknown().getFirst().startsWith("TABLECHAT_PORT_8080_TCP is no setting"), config.unknown().getFirst());
    }

    @Test
    void theSettingsThereAreAreThoseOfTheReadme() throws Exception {
        var row = Pattern.compile("^\\| (`[A-Z_`, ]+) \\|", Pattern.MULTILINE);
        var listed = row.matcher(Files.readString(Path.of("README.md"))).results()
                .flatMap(match -> Stream.of(match.group(1).replace("`", "").split(", ")))
                .toList();

        assertEquals(Set.copyOf(listed), Set.copyOf(SettingNames.ALL));
    }

    private void yaml(String... lines) throws Exception {
        Files.write(folder.resolve("tablechat.yaml"), List.of(lines));
    }

    private Config load(Map<String, String> environment) throws Config.Unusable {
        var whole = new HashMap<>(environment);
        whole.put("TABLECHAT_DATA", folder.toString());
        return Config.load(whole);
    }
}
