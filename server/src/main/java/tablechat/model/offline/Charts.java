package tablechat.model.offline;

import java.util.Map;

/// `as a pie chart`, `plot orders per month`: the words that ask for a picture.
final class Charts {
    private static final Map<Cue, String> TYPES =
            Map.of(Cue.BAR, "bar", Cue.LINE, "line", Cue.AREA, "area", Cue.PIE, "pie", Cue.SCATTER, "scatter", Cue.CHART, "");

    private Charts() {}

    static void read(Reading reading) {
        for (int at = 0; at < reading.size(); at++) {
            var type = reading.free(at) ? reading.item(at).as(Cue.class).map(TYPES::get).orElse(null) : null;
            if (type != null && !reading.named(at)) {
                var former = reading.draft().chart;
                reading.draft().chart = type.isEmpty() && former != null ? former : type;
                reading.use(at);
            }
        }
    }
}
