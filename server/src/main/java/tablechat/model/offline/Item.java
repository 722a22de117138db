package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A piece of the question, one or more tokens, with everything it may mean. No sense at all: an unknown word, perhaps
/// a value.
///
/// @param from index of its first token; `to` is exclusive
record Item(int from, int to, List<Sense> senses) {

    <S extends Sense> Optional<S> as(Class<S> kind) {
        return all(kind).findFirst();
    }

    <S extends Sense> Stream<S> all(Class<S> kind) {
        return senses.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean is(Sense sense) {
        return senses.contains(sense);
    }

    /// No word of the schema or of the language, at most a value.
    boolean unknown() {
        return senses.stream().allMatch(sense -> sense instanceof Sense.Kind || sense instanceof Sense.Days);
    }

    Item with(Sense more) {
        return new Item(from, to, Stream.concat(senses.stream(), Stream.of(more)).toList());
    }

    boolean noise() {
        return is(Sense.Plain.NOISE);
    }

    boolean quoted() {
        return is(Sense.Plain.QUOTED);
    }
}
