package tablechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tablechat.store.StoreUnusable;

/// `--train`: a first minute with TableChat, for the JVM to watch. What it loads and links meanwhile goes into the AOT cache
/// beside the jar, so that it need not be loaded and linked at a start; so does what it learns of the code that runs often, which is
/// compiled sooner then. Everything happens in a temporary folder, without network, and with a provider that always says the same.
final class Training {
    private static final List<String> PAGE = List.of("/", "/main.js", "/socket.js", "/icon.svg", "/asyncapi.yaml", "/observe/health");

    private static final int OFTEN = 200;

    private final int port;

    private Training(int port) {
        this.port = port;
    }

    static void run() throws IOException, Config.Unusable, StoreUnusable {
        Path folder = Files.createTempDirectory("tablechat-training");
        try (var provider = new TrainingProvider()) {
            Main.Running running = Main.start(Config.load(Map.of(
                    "TABLECHAT_PORT", "0",
                    "TABLECHAT_DATA", folder.toString(),
                    "TABLECHAT_MODEL", "openai/training",
                    "OPENAI_BASE_URL", provider.url())));
            try {
                var training = new Training(running.server().port());
                training.loadPage();
                training.talk();
            } finally {
                running.stop();
            }
        } finally {
            delete(folder);
        }
    }

    private void loadPage() throws IOException {
        for (String path : PAGE) TrainingClient.load(port, path);
    }

    private void talk() throws IOException {
        try (var client = new TrainingClient(port)) {
            client.await("welcome");
            client.send("{\"type\":\"help\",\"id\":\"1\"}", "helped");
            client.send("{\"type\":\"session.create\",\"id\":\"2\",\"title\":\"Training\"}", "session.created");
            client.send("{\"type\":\"schema.list\",\"id\":\"3\"}", "schema.listed");
            client.send(ask("How many customers are there?", "offline"), "turn.finished");
            client.send(ask("top 5 products by price", "offline"), "turn.finished");
            client.send(ask("Which orders came last?", "openai"), "turn.finished");
            client.send("{\"type\":\"session.create\",\"id\":\"4\"}", "session.created");
            client.send(ask("What sells best?", "openai"), "turn.finished");
            client.send("{\"type\":\"session.list\",\"id\":\"5\"}", "session.listed");
            client.send("{\"type\":\"session.draft\",\"id\":\"6\",\"text\":\"And\"}", "session.drafted");
            client.send("{\"type\":\"query.run\",\"id\":\"7\",\"sql\":\"select * from orders\"}", "query.finished");
            client.send("{\"type\":\"connection.use\",\"id\":\"8\",\"connection\":\"sample\"}", "connection.used");
        }
        try (var second = new TrainingClient(port)) {
            second.await("welcome");
            second.switchToNewest();
            repeat(second);
        }
    }

    /// What a busy day is made of.
    private static void repeat(TrainingClient client) throws IOException {
        for (int i = 0; i < OFTEN; i++) client.send(ask("What sells best?", "openai"), "turn.finished");
        for (int i = 0; i < OFTEN; i++) client.switchToNewest();
        for (int i = 0; i < OFTEN; i++) client.send("{\"type\":\"session.create\",\"id\":\"9\"}", "session.created");
    }

    private static String ask(String text, String model) {
        String name = model.equals("openai") ? "openai/training" : "offline/rules";
        return "{\"type\":\"message.send\",\"text\":\"" + text + "\",\"model\":\"" + name + "\"}";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
