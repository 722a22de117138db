package tablechat;

import io.helidon.logging.common.LogConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tablechat.chat.Chat;
import tablechat.database.Sample;
import tablechat.model.Models;
import tablechat.protocol.Rejected;
import tablechat.store.Store;
import tablechat.store.StoreUnusable;
import tablechat.web.CannotStart;
import tablechat.web.ClientSocket;
import tablechat.web.Server;

/// Starts TableChat: reads the settings, opens the store, and serves until the process is told to stop.
public final class Main {
    private static final String USAGE = """
            TableChat: talk with your database.

              (no option)  serve the page and the socket
              --check      try the configuration, the store, the model and every connection, print a table, exit with 0 or 1
              --version    print the version
              --help       print this

            Settings are environment variables, or lines of tablechat.yaml in the data folder; the README lists them.
            """;

    private Main() {}

    public static void main(String[] args) {
        LogConfig.configureRuntime();
        try {
            switch (args.length == 0 ? "" : args[0]) {
                case "" -> serve(Config.load());
                case "--check" -> System.exit(Checkup.run(Config.load(), System.out) ? 0 : 1);
                case "--version" -> System.out.println(version());
                case "--help" -> System.out.print(USAGE);
                default -> fail("There is no option %s; --help lists those there are.".formatted(args[0]));
            }
        } catch (Config.Unusable | StoreUnusable | CannotStart | Rejected e) {
            fail(e.getMessage());
        }
    }

    private static void serve(Config config) throws Config.Unusable, StoreUnusable {
        var settings = config.web();
        settings.check();
        List<Config.NamedUrl> named = config.connections();
        Store store = Store.open(config.data());
        Chat chat = new Chat(store, Models.find(config), version());
        try {
            connect(chat, store, named);
            Server server = Server.start(settings, (outbox, query) -> new ClientSocket(chat, outbox, query));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, chat, store), "stop"));
            System.out.printf("TableChat is at http://%s:%d%n", shown(settings.host()), server.port());
            System.out.printf("Its data is in %s%n", store.folder());
            chat.connections().probeAll();
        } catch (Config.Unusable | CannotStart | Rejected e) {
            chat.close();
            store.close();
            throw e;
        }
    }

    /// Adds the connections that the settings name and, where the data folder is new, the sample.
    private static void connect(Chat chat, Store store, List<Config.NamedUrl> settings) throws Config.Unusable {
        for (Config.NamedUrl named : settings) chat.connections().configure(named.name(), named.url());
        Path sample = store.folder().resolve("sample.db");
        boolean first = store.isNew() || store.connections().all().isEmpty() && !Files.exists(sample);
        if (first) chat.connections().configure("sample", sampleUrl(sample));
    }

    private static String sampleUrl(Path file) throws Config.Unusable {
        try {
            if (!Files.exists(file)) Sample.create(file);
            return "sqlite:" + file.toString().replace("%", "%25").replace(",", "%2C");
        } catch (IOException e) {
            throw new Config.Unusable(("The sample database %s cannot be made."
                    + " Free some space, or name another folder in TABLECHAT_DATA.")
                    .formatted(file));
        }
    }

    /// Answers in the making are stored, then told of, then the clients are sent off; the store goes last.
    private static void stop(Server server, Chat chat, Store store) {
        chat.close();
        server.stop();
        store.close();
    }

    /// A name for the address line that opens in a browser.
    private static String shown(String host) {
        return switch (host) {
            case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
            default -> host;
        };
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return "tablechat/" + (version == null ? "dev" : version);
    }

    private static void fail(String line) {
        System.err.println(line);
        System.exit(1);
    }
}
