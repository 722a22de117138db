package tablechat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.store.StoreUnusable;
import tablechat.transcript.Import;

/// `--import FILE`: opens what a start opens, and brings in a session that was exported as JSON.
final class ImportOption implements Option {
    private static final long INPUT_BYTES_MAX = 2L * 1024 * 1024 * 1024;

    @Override
    public String usage() {
        return "--import FILE [--connection NAME]";
    }

    @Override
    public String summary() {
        return "bring in a session that was exported as JSON; - reads it from the standard input";
    }

    @Override
    public int run(List<String> values) throws Config.Unusable, StoreUnusable {
        boolean named = values.size() == 3 && values.get(1).equals("--connection");
        String file = onlyFile(named ? values.subList(0, 1) : values);
        try {
            if (!file.equals("-")) return bring(BackupOption.path(file), file, named ? values.get(2) : null);
            Path spooled = Files.createTempFile("tablechat", ".json");
            try {
                spool(spooled);
                return bring(spooled, "The standard input", named ? values.get(2) : null);
            } finally {
                Files.deleteIfExists(spooled);
            }
        } catch (IOException e) {
            throw new Config.Unusable("The standard input cannot be kept in the temporary folder. Free some space, or name a file.");
        } catch (OutOfMemoryError e) {
            throw new Config.Unusable(("%s was not imported: a message in it takes more memory than there is."
                    + " Run java -Xmx4g -jar tablechat.jar --import.").formatted(file));
        }
    }

    private static void spool(Path file) throws IOException, Config.Unusable {
        try (InputStream in = System.in; OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[64 * 1024];
            long all = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                all += read;
                if (all > INPUT_BYTES_MAX) throw new Config.Unusable("The standard input was not imported: it has more than 2 GiB.");
            }
        }
    }

    private static int bring(Path path, String name, @Nullable String connection) throws Config.Unusable, StoreUnusable {
        Import.check(path, name); // before a store is made for nothing
        Config config = Config.load();
        Opening.Opened opened = Opening.begin(config, config.connections()).await();
        try {
            Import.Outcome outcome = new Import(opened.store()).from(path, name, connection);
            System.out.println(sentence(outcome));
            return 0;
        } finally {
            opened.close();
        }
    }

    private static String sentence(Import.Outcome outcome) {
        String what = "\"%s\" (%s, connection %s)".formatted(outcome.title().replaceAll("\\p{C}", " "),
                Option.count(outcome.messages(), "message"), outcome.connection());
        if (outcome.there()) return what + " is there already. Nothing was changed.";
        if (outcome.renewed()) return what + " was imported as another session: its ids were taken.";
        return what + " was imported.";
    }
}
