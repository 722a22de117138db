package tablechat.model.offline;

/// Units that the time between two dates is told in.
enum Clock {
    MINUTE(60),
    HOUR(3_600),
    DAY(86_400),
    WEEK(604_800);

    final long seconds;

    Clock(long seconds) {
        this.seconds = seconds;
    }

    String word() {
        return Words.lower(name());
    }
}
