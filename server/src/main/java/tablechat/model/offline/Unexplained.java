package tablechat.model.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The items of a question that may be values, as nothing else explains them.
final class Unexplained {
    private static final int SPAN_ITEMS_MAX = 6;
    private static final int SPANS_MAX = 60;
    private static final double WEAK_SCORE_MAX = 0.85;
    private static final String STATES = "sold|done|available|existing|running|working|living|complete|alone|.{3,}ed";

    private final Reading reading;

    Unexplained(Reading reading) {
        this.reading = reading;
    }

    boolean any() {
        return IntStream.range(0, reading.size()).anyMatch(this::value);
    }

    /// Something unknown, quoted, or a name with a capital letter inside the sentence; `their manager` asks for one, and is none.
    boolean value(int at) {
        var item = reading.item(at);
        boolean theirs = at > 0 && reading.words(at - 1).matches("(.* )?(their|his|her|its)");
        if (!open(at) || (theirs || item.as(Cue.class).isPresent()) && !item.quoted()) {
            return false;
        }
        return item.unknown() || participle(at) || item.senses().stream().allMatch(Unexplained::plain)
                || weak(item) || item.quoted() || at > 0 && capital(at) && !item.noise();
    }

    /// `sold`, `available`: mostly says nothing, but may be a state.
    boolean participle(int at) {
        return reading.item(at).senses().equals(List.of(Sense.Plain.NOISE)) && reading.words(at).matches(STATES);
    }

    /// The longest first.
    List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (int length = Math.min(SPAN_ITEMS_MAX, reading.size()); length > 0; length--) {
            for (int from = 0; from + length <= reading.size(); from++) {
                var span = new Span(from, from + length);
                if (spans.size() < SPANS_MAX && whole(span)) {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    /// From an item on, all that may be values.
    Span from(int at) {
        int to = at + 1;
        while (to < reading.size() && value(to)) {
            to++;
        }
        return new Span(at, to);
    }

    /// Stands where a value is expected.
    boolean likely(int at) {
        var before = at == 0 ? "" : reading.words(at - 1);
        return reading.item(at).quoted()
                || at > 0 && capital(at)
                || before.matches("of|for|by|named|called|is|=")
                || at > 0 && reading.item(at - 1).as(Sense.Match.class).isPresent();
    }

    boolean open(int at) {
        return reading.free(at) || reading.called(at);
    }

    /// Free throughout, with a value at its end and no small word at its beginning unless that has a capital letter.
    private boolean whole(Span span) {
        return span.all(this::open)
                && span.items().anyMatch(this::value)
                && (!reading.item(span.from()).noise() || participle(span.from())
                        || span.to() - span.from() == 2 && reading.words(span.from()).matches("on|in|out|off|at")
                        || capital(span.from()))
                && (!reading.item(span.to() - 1).noise() || participle(span.to() - 1));
    }

    private boolean capital(int at) {
        return reading.question().tokens().get(reading.item(at).from()).capital();
    }

    /// `heavy` without a comparison.
    private static boolean plain(Sense sense) {
        return sense instanceof Sense.Degree degree && degree.form() == Adjective.Form.BASE;
    }

    /// Names something, but so poorly that it may as well be a value.
    private static boolean weak(Item item) {
        return item.senses().stream()
                .allMatch(sense -> sense instanceof Sense.Match(var table, var column, var score) && score <= WEAK_SCORE_MAX);
    }
}
