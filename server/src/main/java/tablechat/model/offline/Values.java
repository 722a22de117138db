package tablechat.model.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Words that nothing else explains are looked for among the values of the text columns.
final class Values {
    private static final int SPAN_ITEMS_MAX = 6;
    private static final int SPANS_MAX = 60;
    private static final double WEAK_SCORE_MAX = 0.85;
    private static final int CONTAINED_CHARACTERS_MIN = 3;

    private record Span(int from, int to) {}

    private final Reading reading;
    private final Places places;
    private final Probe probe;

    private Values(Reading reading) {
        this.reading = reading;
        this.places = new Places(reading);
        this.probe = new Probe(reading.world(), places.all());
    }

    static void read(Reading reading) {
        if (IntStream.range(0, reading.size()).anyMatch(at -> value(reading, at))) {
            new Values(reading).read();
        }
    }

    /// Something unknown, quoted, or a name with a capital letter inside the sentence.
    private static boolean value(Reading reading, int at) {
        if (!reading.free(at)
                || reading.item(at).as(Cue.class).isPresent()
                        && !reading.item(at).quoted()) {
            return false;
        }
        if (reading.item(at).senses().stream().allMatch(Values::plain) && !reading.item(at).senses().isEmpty()) {
            return true;
        }
        return reading.item(at).senses().isEmpty()
                || weak(reading, at)
                || reading.item(at).quoted()
                || at > 0
                        && reading.question()
                                .tokens()
                                .get(reading.item(at).from())
                                .capital()
                        && !reading.item(at).noise();
    }

    /// `heavy` without a comparison.
    private static boolean plain(Sense sense) {
        return sense instanceof Sense.Degree degree && degree.form() == Adjective.Form.BASE;
    }

    /// Names something, but so poorly that it may as well be a value.
    private static boolean weak(Reading reading, int at) {
        var senses = reading.item(at).senses();
        return senses.stream().allMatch(sense -> sense instanceof Sense.Match(var table, var column, var score) && score <= WEAK_SCORE_MAX);
    }

    private void read() {
        var spans = spans();
        var texts = new LinkedHashSet<String>();
        spans.forEach(span -> texts.addAll(List.of(Words.lower(text(span)), text(span), singular(span))));
        probe.equal(texts).ifPresent(found -> {
            spans.forEach(span -> match(span, found));
            contained();
        });
    }

    /// The longest first.
    private List<Span> spans() {
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

    /// Free throughout, with a value at its end and no small word at its beginning unless that has a capital letter.
    private boolean whole(Span span) {
        return IntStream.range(span.from, span.to).allMatch(reading::free)
                && IntStream.range(span.from, span.to).anyMatch(at -> value(reading, at))
                && (!reading.item(span.from).noise()
                        || span.to - span.from == 2 && reading.words(span.from).matches("on|in|out|off|at")
                        || reading.question()
                                .tokens()
                                .get(reading.item(span.from).from())
                                .capital())
                && !reading.item(span.to - 1).noise();
    }

    private void match(Span span, List<Probe.Found> all) {
        if (!IntStream.range(span.from, span.to).allMatch(reading::free)) {
            return;
        }
        var text = Words.lower(text(span));
        var found = all.stream()
                .filter(one -> Words.lower(one.value()).equals(text) || Words.lower(one.value()).equals(singular(span)))
                .toList();
        places.best(found, span.from, span.to).ifPresent(best -> {
            places.other(found, best, span.from, span.to)
                    .ifPresent(other -> reading.draft()
                            .remarks
                            .add("I looked for " + best.value() + " in `"
                                    + best.column().table() + "."
                                    + best.column().name() + "`; it also stands in `"
                                    + other.column().table() + "."
                                    + other.column().name() + "`."));
            add(span, best.column(), List.of(best.value()));
        });
    }

    private void add(Span span, Column column, List<String> values) {
        var draft = reading.draft();
        if (draft.subject == null && draft.measure == null && reading.former() == null) {
            draft.subject = reading.world().schema().of(column);
            int count = reading.find(Cue.COUNT);
            draft.measure = count < 0 ? null : Measure.count(draft.subject);
            reading.use(count);
        }
        int before = reading.findAny(span.from, at -> !reading.item(at).noise());
        boolean negated = reading.is(before, Cue.DIFFERS)
                || reading.is(before, Cue.WITHOUT) && reading.table(span.to).isPresent();
        reading.use(negated ? before : -1);
        reading.use(places.neighbours(column, span.from, span.to));
        reading.use(IntStream.range(span.from, span.to).toArray());
        var via = Directions.of(reading, span.from, column);
        if (via.isPresent()) {
            reading.draft().filters.add(new Filter.Via(via.get(), new Filter.OneOf(column, values, negated)));
            return;
        }
        var merged = new LinkedHashSet<String>();
        reading.draft()
                .filters
                .removeIf(filter -> filter instanceof Filter.OneOf(var same, var known, var not)
                        && same.equals(column)
                        && not == negated
                        && merged.addAll(known));
        merged.addAll(values);
        reading.use(merged.size() > 1 ? reading.find(Cue.OR) : -1);
        reading.draft().filters.add(new Filter.OneOf(column, List.copyOf(merged), negated));
    }

    /// What is no whole value may be a part of one: a family name, a word of a title.
    private void contained() {
        for (int at = 0; at < reading.size(); at++) {
            if (value(reading, at) && likely(at)) {
                int to = at + 1;
                while (to < reading.size() && value(reading, to)) {
                    to++;
                }
                contained(new Span(at, to));
            }
        }
    }

    private void contained(Span span) {
        var text = text(span);
        if (text.length() < CONTAINED_CHARACTERS_MIN) {
            return;
        }
        var labels = new Probe(
                reading.world(),
                places.all().stream()
                        .filter(column ->
                                Labels.is(column, reading.world().schema().of(column))
                                        || reading.world().schema().of(column).equals(reading.draft().subject))
                        .toList());
        labels.containing(text)
                .flatMap(found -> places.best(found, span.from, span.to).map(best -> Map.entry(best, found)))
                .ifPresent(entry -> {
                    var column = entry.getKey().column();
                    var values = new LinkedHashMap<String, Boolean>();
                    entry.getValue().stream()
                            .filter(one -> one.column().equals(column))
                            .forEach(one -> values.put(one.value(), true));
                    if (values.size() == 1) {
                        add(span, column, List.copyOf(values.keySet()));
                    } else {
                        reading.draft().filters.add(new Filter.Like(column, text, Cue.CONTAINS));
                        reading.use(IntStream.range(span.from, span.to).toArray());
                    }
                });
    }

    /// Stands where a value is expected.
    private boolean likely(int at) {
        var before = at == 0 ? "" : reading.words(at - 1);
        return reading.item(at).quoted()
                || at > 0
                        && reading.question()
                                .tokens()
                                .get(reading.item(at).from())
                                .capital()
                || before.matches("of|for|by|named|called|is|=")
                || at > 0 && reading.item(at - 1).as(Sense.Match.class).isPresent();
    }

    /// `forklift drivers` are those whose job is `Forklift Driver`.
    private String singular(Span span) {
        var text = Words.lower(text(span));
        int last = text.lastIndexOf(' ') + 1;
        return text.substring(0, last) + Words.stem(text.substring(last));
    }

    private String text(Span span) {
        return reading.question()
                .typed(reading.item(span.from).from(), reading.item(span.to - 1).to());
    }
}
