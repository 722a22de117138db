package tablechat;

import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import io.helidon.config.Config.Type;
import io.helidon.config.spi.ConfigSource;
import io.helidon.config.yaml.YamlConfigParser;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tablechat.database.Database;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.web.Settings;

/// The settings, by the names of their environment variables: the environment, then `tablechat.yaml` in the data folder, then
/// the defaults.
final class Config implements Function<String, String> {
    private static final Map<String, String> DEFAULTS = Map.of("TABLECHAT_HOST", "127.0.0.1", "TABLECHAT_PORT", "8080");

    /// By name; no value is blank.
    private final Map<String, String> values;
    private final Path data;
    private final List<String> unknown;

    private Config(Map<String, String> values, Path data, List<String> unknown) {
        this.values = values;
        this.data = data;
        this.unknown = unknown;
    }

    /// @throws Unusable a file cannot be read
    static Config load() throws Unusable {
        return load(System.getenv());
    }

    static Config load(Map<String, String> environment) throws Unusable {
        Path data = dataFolder(environment.getOrDefault("TABLECHAT_DATA", ""));
        Path file = data.resolve("tablechat.yaml");
        try {
            var values = new HashMap<>(DEFAULTS);
            // Reading YAML takes hundreds of classes, and most have no such file.
            Map<String, String> filed = Files.exists(file) ? read(ConfigSources.file(file).build()) : Map.of();
            put(values, filed);
            put(values, environment);
            return new Config(values, data, SettingNames.unknown(environment, filed));
        } catch (ConfigException e) {
            throw new Unusable("%s cannot be read as YAML. Write one NAME: value a line.".formatted(file));
        }
    }

    /// A setting that is there but blank, as container files easily make them, counts as not set.
    private static void put(Map<String, String> values, Map<String, String> stronger) {
        stronger.forEach((name, value) -> {
            if (!value.isBlank()) values.put(name, value);
        });
    }

    /// A list is as good as its items with commas between.
    private static Map<String, String> read(ConfigSource source) throws Unusable {
        var values = new HashMap<String, String>();
        for (var node : root(source).asNodeList().orElse(List.of())) {
            List<io.helidon.config.Config> items = node.isLeaf() ? List.of(node) : node.asNodeList().orElse(List.of());
            if (node.type() == Type.OBJECT || !items.stream().allMatch(io.helidon.config.Config::isLeaf)) {
                throw new Unusable("%s in tablechat.yaml is neither a value nor a list of values.".formatted(node.name()));
            }
            values.put(node.name(), items.stream().map(item -> item.asString().orElse("")).collect(Collectors.joining(",")));
        }
        return values;
    }

    private static io.helidon.config.Config root(ConfigSource source) {
        return io.helidon.config.Config.builder(source)
                .disableSystemPropertiesSource()
                .disableEnvironmentVariablesSource()
                .disableValueResolving()
                .disableKeyResolving()
                // Looking for more of these goes through all jars.
                .disableParserServices()
                .addParser(YamlConfigParser.create())
                .disableMapperServices()
                .disableFilterServices()
                .build();
    }

    private static Path dataFolder(String named) throws Unusable {
        return named.isBlank() ? Path.of(System.getProperty("user.home"), ".tablechat") : path("TABLECHAT_DATA", named);
    }

    private static Path path(String setting, String value) throws Unusable {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new Unusable(("%s is \"%s\", which no file can be called under this locale."
                    + " Set LC_ALL to C.UTF-8, or use plain letters.")
                    .formatted(setting, value));
        }
    }

    /// A setting that cannot be used; the message says which and why, in a line.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    record NamedUrl(String name, String url) {}

    /// A setting's value, null when it is nowhere set.
    @Override
    public @Nullable String apply(String name) {
        return values.get(name);
    }

    Path data() {
        return data;
    }

    /// A line about each setting that there is none of, such as one misspelt.
    List<String> unknown() {
        return unknown;
    }

    /// Where the log goes; null for the console.
    @Nullable Path log() throws Unusable {
        String file = apply("TABLECHAT_LOG");
        return file == null ? null : path("TABLECHAT_LOG", file);
    }

    static Unusable unwritable(Path log) {
        return new Unusable("TABLECHAT_LOG is \"%s\", which cannot be written. Name a file in a folder that can be.".formatted(log));
    }

    Settings web() throws Unusable {
        String folder = apply("TABLECHAT_STATIC");
        Path page = folder == null ? null : path("TABLECHAT_STATIC", folder);
        return new Settings(apply("TABLECHAT_HOST"), port(), page,
                list("TABLECHAT_ALLOWED_HOSTS"), apply("TABLECHAT_TOKEN"));
    }

    private int port() throws Unusable {
        String port = apply("TABLECHAT_PORT");
        if (!port.strip().matches("\\d{1,5}") || Integer.parseInt(port.strip()) > 65_535) {
            throw new Unusable("TABLECHAT_PORT is \"%s\"; it should be a number from 0 to 65535 (0 takes any free port)."
                    .formatted(port));
        }
        return Integer.parseInt(port.strip());
    }

    /// What TABLECHAT_CONNECTIONS names; a comma inside a URL is written `%2C`.
    ///
    /// @throws Unusable one of them has no name, or a URL that no kind of database knows; whether it is there is not looked at
    List<NamedUrl> connections() throws Unusable {
        var connections = new ArrayList<NamedUrl>();
        for (String pair : list("TABLECHAT_CONNECTIONS")) connections.add(connection(pair));
        return connections;
    }

    private static NamedUrl connection(String pair) throws Unusable {
        int equals = pair.indexOf('=');
        int colon = pair.indexOf(':');
        if (equals < 1 || colon >= 0 && colon < equals) {
            // Not repeated beyond the colon: a password may follow it.
            String shown = colon < 0 ? pair : pair.substring(0, colon + 1) + "...";
            throw new Unusable(("TABLECHAT_CONNECTIONS has \"%s\"; write name=url pairs with commas between,"
                        + " such as shop=sqlite:/data/shop.db.")
                    .formatted(shown));
        }
        var named = new NamedUrl(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
        try {
            Database.at(named.url).close();
            return named;
        } catch (Rejected e) {
            throw new Unusable("TABLECHAT_CONNECTIONS has an unusable URL for \"%s\". %s".formatted(named.name, e.getMessage()));
        }
    }

    private List<String> list(String name) {
        String value = apply(name);
        if (value == null) return List.of();
        return List.of(value.split(",")).stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
    }
}
