package tablechat.model.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// Gets the schema told: the tables' names first, then their columns, a few tables a call.
final class Lookup {
    /// A tool's output is cut at a few KB, which holds the descriptions of about so many tables.
    private static final int TABLES_PER_CALL = 6;
    /// In larger schemas only the tables the question seems to speak of are described.
    private static final int TABLES_MAX = 42;
    private static final int SEARCHED_MAX = 12;
    /// A table that was searched for comes before one whose name is only alike.
    private static final int FOUND = 2;

    private final Evidence evidence;
    private final String question;
    private @Nullable String failure;
    private List<String> searched = List.of();

    Lookup(Evidence evidence, String question) {
        this.evidence = evidence;
        this.question = question;
    }

    /// The words of the database when it did not describe its tables.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// Those that are listed, and where the list is cut those that a search finds for the question, which come first. Empty while
    /// the database has not answered.
    Optional<List<String>> names() {
        return evidence.tables().flatMap(said -> {
            var listed = names(said.grid());
            return said.grid().total() <= listed.size() || words().isEmpty()
                    ? Optional.of(listed)
                    : evidence.found(words()).map(found -> {
                        searched = names(found.grid());
                        return Stream.concat(searched.stream(), listed.stream()).distinct().toList();
                    });
        });
    }

    private static List<String> names(Grid grid) {
        return grid.rows().stream().map(List::getFirst).toList();
    }

    /// Those of the question that may name something.
    private String words() {
        return Question.of(question).tokens().stream()
                .filter(token -> token.kind() == Token.Kind.WORD && !Lexicon.noise(token.word()) && Lexicon.cue(token.word()) == null)
                .map(Token::stem)
                .distinct()
                .limit(SEARCHED_MAX)
                .collect(Collectors.joining(" "));
    }

    /// Empty while the database has not answered.
    Optional<Schema> schema(List<String> names) {
        var wanted = names.size() <= TABLES_MAX ? names : likely(names);
        var texts = new ArrayList<String>();
        boolean whole = true;
        for (int from = 0; from < wanted.size(); from += TABLES_PER_CALL) {
            var batch = List.copyOf(wanted.subList(from, Math.min(from + TABLES_PER_CALL, wanted.size())));
            var said = evidence.described(batch);
            whole &= said.isPresent();
            said.ifPresent(text -> texts.add(text.text()));
            failure =
                    said.filter(Evidence.Said::failed).map(Evidence.Said::text).orElse(failure);
        }
        if (!whole) {
            return Optional.empty();
        }
        for (var missing : missing(wanted, texts)) {
            var said = evidence.described(List.of(missing));
            whole &= said.isPresent();
            said.ifPresent(text -> texts.add(text.text()));
        }
        return whole ? Optional.of(SchemaReader.read(names, texts)) : Optional.empty();
    }

    /// Tables that fell to the cut of a long output, asked for once more by themselves.
    private static List<String> missing(List<String> wanted, List<String> texts) {
        var told = new HashSet<String>();
        texts.forEach(text -> text.lines().forEach(told::add));
        return wanted.stream()
                .filter(name -> told.stream()
                        .noneMatch(line ->
                                line.startsWith("table " + name + " (") || line.startsWith("no table " + name + ";")))
                .limit(TABLES_PER_CALL)
                .toList();
    }

    private List<String> likely(List<String> names) {
        var words = Set.copyOf(Words.split(question));
        return names.stream()
                .sorted(Comparator.comparingLong((String name) -> -common(words, name) - (searched.contains(name) ? FOUND : 0)))
                .limit(TABLES_MAX)
                .sorted()
                .toList();
    }

    private static long common(Set<String> words, String name) {
        return Words.split(name).stream()
                .filter(part -> words.stream().anyMatch(word -> Lexicon.alike(word, part)))
                .count();
    }
}
