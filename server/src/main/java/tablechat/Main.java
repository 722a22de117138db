package tablechat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import tablechat.protocol.Rejected;
import tablechat.store.StoreUnusable;
import tablechat.web.CannotStart;
import tablechat.web.ClientSocket;
import tablechat.web.Downloads;
import tablechat.web.Observe;
import tablechat.web.Server;
import tablechat.web.SessionFiles;
import tablechat.web.Settings;

/// Starts TableChat: reads the settings, opens the store, and serves until the process is told to stop.
public final class Main {
    private static final long LOG_BYTES_MAX = 10_000_000;

    private Main() {}

    public static void main(String[] args) {
        warnOfUnusedCache();
        readLogConfig();
        try {
            if (args.length == 0) serve(Config.load());
            else System.exit(run(ordered(List.of(args))));
        } catch (Config.Unusable | StoreUnusable | CannotStart | Rejected e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail("The training failed: " + e);
        }
    }

    /// `--connection NAME` may stand before what it belongs to.
    static List<String> ordered(List<String> args) {
        if (args.size() < 3 || !args.getFirst().equals("--connection")) return args;
        return Stream.concat(args.stream().skip(2), args.stream().limit(2)).toList();
    }

    private static int run(List<String> args) throws Config.Unusable, StoreUnusable, IOException {
        String name = args.getFirst();
        Option option = Option.ALL.stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new Config.Unusable("There is no option %s; --help lists those there are.".formatted(name)));
        return option.run(args.subList(1, args.size()));
    }

    /// As the jar says, unless Java is told otherwise. Helidon's way there looks for services in all jars first.
    private static void readLogConfig() {
        if (System.getProperty("java.util.logging.config.file") != null) return;
        try (InputStream in = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar has no logging.properties", e);
        }
    }

    /// The JVM's own words on a cache it cannot use are five lines; the launcher turns them off and leaves it to this one.
    private static void warnOfUnusedCache() {
        String cache = System.getProperty("tablechat.cache");
        if (cache == null || System.getProperty("java.vm.info", "").contains("sharing")) return;
        System.err.println(cache + " does not fit this Java and is not used. Make it anew with: "
                + Path.of(cache).resolveSibling("tablechat") + " --train");
    }

    private static void serve(Config config) throws Config.Unusable, StoreUnusable {
        Path log = config.log();
        if (log != null) log(log);
        config.unknown().forEach(line -> warn(line, log != null));
        Running running = start(config);
        if (!stopWithTheProcess(running)) return;
        // Only now: whoever reads these lines may stop it at once.
        System.out.println("TableChat is at http://" + shown(config.web().host()) + ":" + running.server.port());
        System.out.println("Its data is in " + running.opened.store().folder());
    }

    private static void warn(String line, boolean isLogged) {
        System.err.println(line);
        if (isLogged) System.getLogger(Main.class.getName()).log(Level.WARNING, "settings: " + line);
    }

    private static void log(Path file) throws Config.Unusable {
        try {
            LogFile.open(file, LOG_BYTES_MAX).begin();
        } catch (IOException e) {
            throw Config.unwritable(file);
        }
    }

    /// @return false when the process is ending already: it was told to during its start
    private static boolean stopWithTheProcess(Running running) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
            return true;
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    /// What serves, until it is stopped.
    record Running(Server server, Opening.Opened opened) {

        /// Answers in the making are stored, then told of, then the clients are sent off; the store goes last.
        void stop() {
            opened.chat().close();
            server.stop();
            opened.store().close();
        }
    }

    static Running start(Config config) throws Config.Unusable, StoreUnusable {
        var settings = config.web();
        settings.check();
        var opening = Opening.begin(config, config.connections());
        Server server = listen(settings, opening);
        try {
            var opened = opening.await();
            opened.metrics().watch("tablechat_clients", "Open sockets.", server::clients);
            opened.metrics().watch("tablechat_outbox_bytes", "Bytes that wait to be sent to all clients.", server::outboxBytes);
            opened.chat().connections().probeAll();
            opened.chat().connections().purgeSoon();
            Heap.watch();
            return new Running(server, opened);
        } catch (StoreUnusable | Config.Unusable | RuntimeException e) { // what still listens would not let the process end
            server.stop();
            throw e;
        }
    }

    /// Where the store cannot be opened either, that is the reason to tell.
    private static Server listen(Settings settings, Opening opening) throws Config.Unusable, StoreUnusable {
        try {
            return Server.start(settings, (outbox, query) -> new ClientSocket(opening::chat, outbox, query),
                    new Downloads(opening::chat), new SessionFiles(opening::transcripts),
                    new Observe(wait -> opening.within(wait).map(Opening.Opened::chat),
                            wait -> opening.within(wait).map(Opening.Opened::metrics)));
        } catch (CannotStart e) {
            opening.await().close();
            throw e;
        }
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
