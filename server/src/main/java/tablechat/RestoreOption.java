package tablechat;

import java.util.List;
import tablechat.store.Restore;
import tablechat.store.StoreUnusable;

/// `--restore FILE`: while no TableChat runs.
final class RestoreOption implements Option {

    @Override
    public String usage() {
        return "--restore FILE";
    }

    @Override
    public String summary() {
        return "put such a copy in the store's place; the store that was there is kept";
    }

    @Override
    public int run(List<String> values) throws Config.Unusable, StoreUnusable {
        Config config = Config.load();
        Restore.Done done = Restore.from(BackupOption.path(onlyFile(values)), config.data());
        System.out.println("%s is restored: %s.".formatted(done.store(), Option.count(done.sessions(), "session")));
        if (done.aside() != null) System.out.println("What was there before is kept as %s.".formatted(done.aside()));
        if (done.isOlder()) System.out.println("It is from an older TableChat; the next start brings it up to date.");
        return 0;
    }
}
