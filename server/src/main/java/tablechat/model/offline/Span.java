package tablechat.model.offline;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Some items in a row that may together be a value.
///
/// @param from index of its first item; `to` is exclusive
record Span(int from, int to) {

    IntStream items() {
        return IntStream.range(from, to);
    }

    boolean all(IntPredicate wanted) {
        return items().allMatch(wanted);
    }

    String text(Reading reading) {
        return reading.question().typed(reading.item(from).from(), reading.item(to - 1).to());
    }

    /// The spellings under which it may be stored, the likeliest first: as typed, in the singular (`forklift drivers` are those
    /// whose job is `Forklift Driver`), by another word.
    List<String> spellings(Reading reading) {
        var text = Words.lower(text(reading));
        if (verb(reading)) {
            return List.of(text);
        }
        int last = text.lastIndexOf(' ') + 1;
        var singular = text.substring(0, last) + Words.stem(text.substring(last));
        return IntStream.rangeClosed(0, 2)
                .boxed()
                .flatMap(i -> switch (i) {
                    case 0 -> List.of(text).stream();
                    case 1 -> List.of(singular).stream();
                    default -> Lexicon.stored(singular).stream();
                })
                .distinct()
                .toList();
    }

    /// `which client opens the most`: nothing that is called `open`.
    private boolean verb(Reading reading) {
        return to - from == 1 && from > 0 && to < reading.size()
                && reading.item(from - 1).as(Sense.Match.class).isPresent()
                && (reading.item(to).is(Cue.MOST) || reading.item(to).is(Cue.FEWEST))
                && reading.words(from).endsWith("s");
    }
}
