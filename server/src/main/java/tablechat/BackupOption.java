package tablechat;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import tablechat.store.Backup;
import tablechat.store.StoreUnusable;

/// `--backup FILE`: also while a TableChat runs.
final class BackupOption implements Option {

    @Override
    public String usage() {
        return "--backup FILE";
    }

    @Override
    public String summary() {
        return "copy the store into a new file, also while TableChat runs";
    }

    @Override
    public int run(List<String> values) throws Config.Unusable, StoreUnusable {
        Config config = Config.load();
        Backup.Made made = Backup.make(config.data(), path(onlyFile(values)));
        System.out.println("%s holds the store of %s: %s, %s. Restore it with --restore."
                .formatted(made.file(), config.data(), Option.count(made.sessions(), "session"), made.size()));
        return 0;
    }

    static Path path(String file) throws Config.Unusable {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new Config.Unusable("No file can be called \"%s\".".formatted(file));
        }
    }
}
