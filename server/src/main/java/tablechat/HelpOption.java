package tablechat;

import java.util.List;

/// `--help`: all options there are.
final class HelpOption implements Option {
    private static final String LINE = "  %-36s  %s%n";

    @Override
    public String usage() {
        return "--help";
    }

    @Override
    public String summary() {
        return "print this";
    }

    @Override
    public int run(List<String> values) {
        System.out.printf("TableChat: talk with your database.%n%n");
        System.out.printf(LINE, "(no option)", "serve the page and the socket");
        for (Option option : ALL) {
            if (option.summary() != null) System.out.printf(LINE, option.usage(), option.summary());
        }
        System.out.printf("%nSettings are environment variables, or lines of tablechat.yaml in the data folder; the README lists them.%n");
        return 0;
    }
}
