package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Short forms that stand for a word only where the question says it and nothing else in the database is called so: `cat` for category,
/// `dmg` for damage.
final class Shorts {
    private static final int LETTERS_MIN = 3;

    private final Schema schema;

    Shorts(Schema schema) {
        this.schema = schema;
    }

    /// The form in which names of tables or columns hold this word, if there is only one.
    Optional<String> of(String stem) {
        var forms = names().distinct().filter(form -> form.length() >= LETTERS_MIN && stands(form, stem)).limit(2).toList();
        return forms.size() == 1 ? Optional.of(forms.getFirst()) : Optional.empty();
    }

    /// Its consonants, or what is usual as a part of longer names.
    private static boolean stands(String form, String stem) {
        return Bones.whole(form, stem) || Names.usual(form).filter(stem::equals).isPresent();
    }

    /// Of tables all words, and of columns; but a table that is called so as a whole holds what the form says by itself: cats.
    private Stream<String> names() {
        return schema.tables().stream().flatMap(table -> Stream.concat(
                table.words().stream().filter(word -> table.words().size() > 1 || Names.usual(word).isEmpty()),
                table.columns().stream().map(Column::words).flatMap(List::stream)));
    }
}
