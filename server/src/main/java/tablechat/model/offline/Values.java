package tablechat.model.offline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words that nothing else explains are looked for among the values of the text columns.
final class Values {
    private static final int CONTAINED_CHARACTERS_MIN = 3;
    /// Shorter ones begin too many words by chance: `rep`, in “Czech Republic”.
    private static final int BEGINNING_CHARACTERS_MIN = 4;

    private final Reading reading;
    private final Unexplained unexplained;
    private final Places places;
    private final Probe probe;

    private Values(Reading reading, Unexplained unexplained) {
        this.reading = reading;
        this.unexplained = unexplained;
        this.places = new Places(reading);
        this.probe = new Probe(reading.world(), places.all());
    }

    static void read(Reading reading) {
        var unexplained = new Unexplained(reading);
        if (unexplained.any()) {
            new Values(reading, unexplained).read();
        }
    }

    private void read() {
        called();
        var spans = unexplained.spans();
        var texts = new LinkedHashSet<String>();
        spans.forEach(span -> {
            texts.addAll(span.spellings(reading));
            texts.add(span.text(reading));
        });
        probe.equal(texts).ifPresent(found -> {
            spans.stream().filter(this::counted).forEach(span -> match(span, found));
            spans.forEach(span -> match(span, found));
            contained();
        });
    }

    /// `strikers` were taken for players; now they are those whose position it is.
    private void called() {
        for (int at = 0; at < reading.size(); at++) {
            if (reading.called(at)) {
                var kind = reading.item(at).as(Sense.Kind.class).orElseThrow();
                add(new Span(at, at + 1), kind.column(), List.of(kind.value()));
            }
        }
    }

    /// Stands right after `how many`.
    private boolean counted(Span span) {
        int cue = reading.findAny(span.from(), at -> !reading.silent(at));
        return cue >= 0 && reading.item(cue).is(Cue.COUNT);
    }

    private void match(Span span, List<Probe.Found> all) {
        if (!span.all(unexplained::open)) {
            return;
        }
        for (var spelling : span.spellings(reading)) {
            var found = all.stream().filter(one -> Words.lower(one.value()).equals(spelling)).toList();
            var best = places.best(found, span, all);
            if (best.isPresent()) {
                places.other(found, best.get(), span, all).ifPresent(other -> remark(best.get(), other));
                add(span, best.get().column(), List.of(best.get().value()));
                return;
            }
        }
    }

    private void remark(Probe.Found best, Probe.Found other) {
        reading.draft().remarks.add("I looked for " + best.value() + " in " + name(best.column()) + "; it also stands in "
                + name(other.column()) + ".");
    }

    private static String name(Column column) {
        return Markdown.code(column.table() + "." + column.name());
    }

    private void add(Span span, Column column, List<String> values) {
        new Given(reading, places).add(span, column, values);
    }

    /// What is no whole value may be a part of one: a family name, a word of a title.
    private void contained() {
        for (int at = 0; at < reading.size(); at++) {
            if (unexplained.value(at) && unexplained.likely(at) && !unexplained.participle(at)) {
                contained(unexplained.from(at));
            }
        }
    }

    private void contained(Span span) {
        var text = span.text(reading);
        if (text.length() < CONTAINED_CHARACTERS_MIN) {
            return;
        }
        var labels = new Probe(reading.world(), places.all().stream().filter(this::telling).toList());
        labels.containing(text)
                .flatMap(all -> all.isEmpty() ? labels.sounding(text) : Optional.of(whole(all, text)))
                .ifPresent(found -> places.best(found, span, found)
                .ifPresent(best -> contained(span, text, best.column(), found)));
    }

    private boolean telling(Column column) {
        var table = reading.world().schema().of(column);
        return Labels.is(column, table) || table.equals(reading.draft().subject);
    }

    /// Only where it begins a word: `lent` is not meant by “The Silent River”.
    private static List<Probe.Found> whole(List<Probe.Found> all, String text) {
        var end = text.length() < BEGINNING_CHARACTERS_MIN ? "(?![\\p{L}\\p{N}])" : "";
        var start = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(Words.lower(text)) + end);
        return all.stream().filter(one -> start.matcher(Words.lower(one.value())).find()).toList();
    }

    private void contained(Span span, String text, Column column, List<Probe.Found> found) {
        var values = found.stream().filter(one -> one.column().equals(column)).map(Probe.Found::value).distinct().toList();
        if (values.size() == 1) {
            add(span, column, values);
            return;
        }
        reading.draft().filters.add(new Filter.Like(column, text, Cue.CONTAINS));
        reading.use(span.items().toArray());
    }
}
