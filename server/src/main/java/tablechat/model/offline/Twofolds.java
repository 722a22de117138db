package tablechat.model.offline;

/// `highest total fine per member`, `lowest number of orders per customer`: who has the most or least of what is taken for each.
final class Twofolds {
    private Twofolds() {}

    static boolean read(Reading reading) {
        int cue = cue(reading);
        int figure = cue < 0 ? -1 : reading.next(cue);
        int by = figure < 0 ? -1 : reading.find(figure + 1, at -> reading.is(at, Cue.BY));
        int each = by < 0 ? -1 : reading.next(by);
        if (!named(reading, each) || !begins(reading, cue) || !taken(reading, cue, figure)) {
            return false;
        }
        var measure = Figures.at(reading, figure).filter(found -> Means.adds(found) || found.kind() == Measure.Kind.AVERAGE);
        boolean most = reading.is(cue, Cue.MAXIMUM, Cue.MOST);
        boolean done = measure.isPresent() && Ranking.byMeasure(reading, each, measure.get(), most, 1);
        reading.use(done ? new int[] {cue, by} : new int[0]);
        return done;
    }

    private static int cue(Reading reading) {
        int number = reading.find(0, at -> reading.is(at, Cue.MOST, Cue.FEWEST) && reading.words(at).endsWith("number of"));
        return number < 0 ? reading.find(Cue.MAXIMUM, Cue.MINIMUM) : number;
    }

    /// What a function is taken of twice; after `the highest number of` a table is counted.
    private static boolean taken(Reading reading, int cue, int figure) {
        return reading.is(cue, Cue.MOST, Cue.FEWEST)
                ? reading.tableNamed(figure)
                : reading.is(figure, Cue.COUNT, Cue.SUM, Cue.AVERAGE, Cue.REVENUE, Cue.SPENT, Cue.UNITS);
    }

    private static boolean begins(Reading reading, int cue) {
        return reading.findBack(cue, at -> !reading.silent(at) && !reading.is(at, Cue.WHICH, Cue.LIST)) < 0;
    }

    private static boolean named(Reading reading, int at) {
        return reading.free(at) && (reading.named(at) || reading.item(at).as(Unit.class).isPresent());
    }
}
