package tablechat.model.offline;

import java.util.List;

/// What the words beside a word tell of it: whether it is a noun, a name, or what is counted.
final class Beside {
    private final Question question;
    private final Linker linker;

    Beside(Question question, Linker linker) {
        this.question = question;
        this.linker = linker;
    }

    /// `revenue`, unless a table or somebody is called so.
    boolean earned(Token token, int at) {
        return !proper(token, at) && !table(token);
    }

    /// `the most works`, `per run`: where no verb can stand, the rows of a table.
    boolean rows(Token token, String before) {
        boolean many = !token.word().equals(token.stem()) && before.matches("|many|most|fewest|least|more|fewer|all|total|different");
        var degree = Lexicon.degree(before);
        boolean one = before.matches("per|each|every|a|single") || degree != null && degree.form() == Adjective.Form.SUPERLATIVE;
        return (many || one && !token.word().matches("one|ones|an?|the|day"))
                && linker.matches(List.of(token.stem())).stream().limit(1).anyMatch(match -> match.column() == null);
    }

    /// `the Data track`: written like a name before the column that holds it.
    boolean named(int at) {
        return at > 0 && at + 1 < question.tokens().size() && question.tokens().get(at).capital()
                && linker.matches(List.of(question.tokens().get(at + 1).stem())).stream()
                        .anyMatch(match -> match.column() != null && match.column().text() && match.score() >= 1);
    }

    /// A column of numbers: `floor`, after `second`.
    boolean counts(int at) {
        return at < question.tokens().size()
                && linker.matches(List.of(question.tokens().get(at).stem())).stream().limit(1)
                        .anyMatch(match -> match.column() != null && match.column().number());
    }

    /// A table of that very name: `sales` are its rows.
    private boolean table(Token token) {
        return linker.matches(Words.split(token.word())).stream().anyMatch(match -> match.column() == null && match.score() >= 1);
    }

    /// `employees in Sales`, `the sales department`: a name, not what was earned.
    private boolean proper(Token token, int at) {
        var before = at == 0 ? "" : question.tokens().get(at - 1).word();
        var after = at + 1 < question.tokens().size() ? question.tokens().get(at + 1).stem() : "";
        boolean place = before.matches("in|from|of|for|at|the|and|or|is");
        return place && token.capital() || Lexicon.alike("department", after) || after.equals("team");
    }
}
