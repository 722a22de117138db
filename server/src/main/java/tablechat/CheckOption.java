package tablechat;

import java.util.List;

/// `--check`, see [Checkup].
final class CheckOption implements Option {

    @Override
    public String usage() {
        return "--check";
    }

    @Override
    public String summary() {
        return "try the configuration, the store, the model and every connection, print a table, exit with 0 or 1";
    }

    @Override
    public int run(List<String> values) throws Config.Unusable {
        Config config = Config.load();
        config.unknown().forEach(System.err::println);
        return Checkup.run(config, System.out) ? 0 : 1;
    }
}
