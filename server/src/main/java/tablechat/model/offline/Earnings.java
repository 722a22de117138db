package tablechat.model.offline;

import java.util.List;

/// What `earned` speaks of: what people are paid, or what came in.
final class Earnings {

    private Earnings() {}

    /// The columns that say what people earn; none where the word is another, or it is not they who earn: `we earned`, `was earned`,
    /// `which shop earned`.
    static List<Sense.Match> of(String word, String before, Linker linker) {
        if (!word.matches("earn(s|ed|ing)?") || before.matches("we|was|is|were|been|are|money|much")) {
            return List.of();
        }
        var pay = pay(linker);
        var rows = linker.matches(List.of(Words.stem(before))).stream()
                .filter(match -> match.column() == null && match.score() >= Fit.ALIKE)
                .toList();
        boolean theirs = rows.isEmpty() || rows.stream().anyMatch(row -> pay.stream().anyMatch(match -> match.table().equals(row.table())));
        return theirs ? pay : List.of();
    }

    private static List<Sense.Match> pay(Linker linker) {
        return linker.matches(List.of("salary")).stream()
                .filter(match -> match.column() != null && match.column().number())
                .toList();
    }
}
