package tablechat;

import java.io.IOException;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.store.StoreUnusable;

/// Something the program does instead of serving.
interface Option {
    List<Option> ALL = List.of(new CheckOption(), new ImportOption(), new BackupOption(), new RestoreOption(), new VersionOption(),
            new HelpOption(), new TrainOption());

    /// What it is called, and what is said with it: `--backup FILE`.
    String usage();

    /// One line, or several; null for one that is not for people.
    @Nullable String summary();

    /// @param values what was said after it
    /// @return the status to exit with
    int run(List<String> values) throws Config.Unusable, StoreUnusable, IOException;

    static String count(int number, String thing) {
        return number == 1 ? "1 " + thing : "%d %ss".formatted(number, thing);
    }

    default String name() {
        return usage().split(" ")[0];
    }

    /// The file that an option takes, which is all it takes.
    ///
    /// @throws Config.Unusable there is none, or there is more
    default String onlyFile(List<String> values) throws Config.Unusable {
        if (values.size() != 1 || values.getFirst().isBlank()) throw new Config.Unusable("Say it as %s.".formatted(usage()));
        return values.getFirst();
    }
}
