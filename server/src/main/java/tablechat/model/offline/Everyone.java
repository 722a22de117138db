package tablechat.model.offline;

import java.util.regex.Pattern;

/// `including those without any`: of a count for each, also the lines with none.
final class Everyone {
    private static final Pattern SAID = Pattern.compile("(?s).*?\\W((including|even|also|as well as|and also) "
            + "(those|these|the ones|ones|if (there are|they have)|any|zeros?|zero counts)?\\b ?"
            + "((with|that have|who have|that has) (none|no \\w+|zero( \\w+)?)|without( any)?( \\w+)?|none|have none|empty ones|)\\W*)");

    private Everyone() {}

    /// Before all that says what is not there.
    static void read(Reading reading) {
        var found = SAID.matcher(Words.lower(reading.question().text()));
        if (!found.matches() || reading.former() != null) {
            return;
        }
        reading.draft().everyone = true;
        for (int at = 0; at < reading.size(); at++) {
            var first = reading.question().tokens().get(reading.item(at).from());
            reading.use(first.start() >= found.start(1) ? at : -1);
        }
    }
}
