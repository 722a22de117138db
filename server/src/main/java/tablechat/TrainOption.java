package tablechat;

import java.io.IOException;
import java.util.List;
import tablechat.protocol.Nullable;
import tablechat.store.StoreUnusable;

/// `--train`, see [Training]: the build calls it.
final class TrainOption implements Option {

    @Override
    public String usage() {
        return "--train";
    }

    @Override
    public @Nullable String summary() {
        return null;
    }

    @Override
    public int run(List<String> values) throws Config.Unusable, StoreUnusable, IOException {
        Training.run();
        return 0;
    }
}
