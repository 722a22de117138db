package tablechat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tablechat.database.Address;
import tablechat.database.Database;
import tablechat.model.Model;
import tablechat.model.Models;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;
import tablechat.protocol.Connection;
import tablechat.protocol.ModelInfo;
import tablechat.protocol.Rejected;
import tablechat.store.ConnectionStore;
import tablechat.store.Store;
import tablechat.store.StoreUnusable;
import tablechat.web.CannotStart;
import tablechat.web.Server;

/// `--check`: tries everything a start would use, without serving, and prints what it found.
final class Checkup {
    private static final int MODEL_SECONDS = 30;

    private final List<Line> lines = new ArrayList<>();

    private record Line(String what, boolean ok, String detail) {}

    private Checkup() {}

    /// @return whether all is well
    static boolean run(Config config, PrintStream out) {
        var checkup = new Checkup();
        checkup.settings(config);
        checkup.store(config);
        checkup.model(config);
        int width = checkup.lines.stream().mapToInt(line -> line.what.length()).max().orElse(0);
        for (Line line : checkup.lines) {
            out.printf("%-" + width + "s  %-6s  %s%n", line.what, line.ok ? "ok" : "FAILED", line.detail);
        }
        return checkup.lines.stream().allMatch(Line::ok);
    }

    private void settings(Config config) {
        try {
            var web = config.web();
            Server.check(web);
            lines.add(new Line("settings", true, "serves on %s port %d, %s a token".formatted(
                    web.host(), web.port(), web.token() == null ? "without" : "with")));
        } catch (Config.Unusable | CannotStart e) {
            lines.add(new Line("settings", false, e.getMessage()));
        }
        try {
            Path log = config.log();
            if (log != null && !canBeWritten(log)) throw Config.unwritable(log);
        } catch (Config.Unusable e) {
            lines.add(new Line("log", false, e.getMessage()));
        }
    }

    private void store(Config config) {
        try {
            if (Store.isIn(config.data())) opened(config);
            else lines.add(new Line("store", true, config.data() + ": no store yet; the first start makes it"));
        } catch (StoreUnusable e) {
            lines.add(new Line("store", false, e.getMessage()));
        }
        try {
            for (Config.NamedUrl named : config.connections()) connection(named.name(), Address.of(named.url()), "");
        } catch (Config.Unusable e) {
            lines.add(new Line("connections", false, e.getMessage()));
        }
    }

    /// Whether the file can be written, or made: nothing makes its folder.
    private static boolean canBeWritten(Path file) {
        if (Files.exists(file)) return Files.isRegularFile(file) && Files.isWritable(file);
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private void opened(Config config) throws StoreUnusable {
        try (Store store = Store.open(config.data())) {
            lines.add(new Line("store", true, store.folder().toString()));
            for (ConnectionStore.Row row : store.connections().all()) {
                String password = store.connections().secret(row.id()).orElse(null);
                String settings = " A query may take %d s; a model may see %s.".formatted(
                        row.timeoutSeconds(), row.privacy().name().toLowerCase(Locale.ROOT));
                connection(row.name(), new Address(row.url(), row.user(), password), settings);
            }
        }
    }

    private void connection(String name, Address address, String settings) {
        String what = "connection " + name;
        if (lines.stream().anyMatch(line -> line.what.equals(what))) return;
        try (Database database = Database.at(address)) {
            Database.Health health = database.probe();
            boolean ok = health.status() == Connection.Status.OK;
            lines.add(new Line(what, ok, ok ? database.dialect() + ". " + guard(health.guard()) + settings : health.error()));
        } catch (Rejected e) {
            lines.add(new Line(what, false, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String guard(Connection.Guard guard) {
        if (guard.advice() == null) return guard.detail();
        return "%s A safer login: %s".formatted(guard.detail(), guard.advice().replaceAll("\\s+", " "));
    }

    private void model(Config config) {
        Model model = Models.find(config).named(null);
        ModelInfo info = model.info();
        String what = "model " + info.provider() + "/" + info.name();
        if (info.error() != null) lines.add(new Line(what, false, info.error()));
        else lines.add(asked(what, model));
    }

    private static Line asked(String what, Model model) {
        var prompt = new Prompt("Answer with the word ok.", List.of(new PromptMessage.User("ok?")), List.of(), true);
        var question = new FutureTask<>(() -> model.ask(prompt, Model.Listener.DEAF).text());
        Thread.ofVirtual().start(question);
        try {
            question.get(MODEL_SECONDS, TimeUnit.SECONDS);
            return new Line(what, true, "answers");
        } catch (ExecutionException e) {
            return new Line(what, false, e.getCause().getMessage());
        } catch (TimeoutException e) {
            return new Line(what, false, "gave no answer in %d seconds.".formatted(MODEL_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Line(what, false, "was interrupted");
        } finally {
            question.cancel(true);
        }
    }
}
