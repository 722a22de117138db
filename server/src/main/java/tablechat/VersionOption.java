package tablechat;

import java.util.List;

/// `--version`.
final class VersionOption implements Option {

    @Override
    public String usage() {
        return "--version";
    }

    @Override
    public String summary() {
        return "print the version";
    }

    @Override
    public int run(List<String> values) {
        System.out.println(Main.version());
        return 0;
    }
}
