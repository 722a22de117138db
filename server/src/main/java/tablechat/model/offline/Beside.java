package tablechat.model.offline;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tablechat.protocol.Nullable;

/// What the words beside a word tell of it: whether it is a noun, a name, or what is counted.
final class Beside {
    private static final double NAMED = 0.95;
    private static final int CUE_WORDS_MAX = 3;

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

    /// `1.1 million`; not where a column is counted in millions.
    @Nullable Item scaled(int at) {
        var scale = question.words(Math.min(at + 1, question.tokens().size()), Math.min(at + 2, question.tokens().size()));
        return Quantities.scaled(question.tokens().get(at).word(), scale)
                .filter(any -> linker.matches(List.of(scale)).isEmpty())
                .map(number -> new Item(at, at + 2, List.of(new Sense.Amount(number))))
                .orElse(null);
    }

    /// Money or people are spoken of, which are counted in millions.
    boolean worth() {
        return question.tokens().stream().map(Token::stem)
                .anyMatch(stem -> Numbers.money(List.of(stem)) || stem.matches("budget|population|inhabitant|income|profit"));
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

    /// `first class`: of what has classes, and is no row of a table of them.
    boolean grade(Token token, int at) {
        var next = at + 1 < question.tokens().size() ? question.tokens().get(at + 1) : token;
        return token.word().matches("first|second|third") && next.word().matches("class|tier|grade")
                && linker.matches(List.of(next.stem())).stream().noneMatch(match -> match.column() == null);
    }

    /// A column of numbers: `floor`, after `second`.
    boolean counts(int at) {
        return at < question.tokens().size()
                && linker.matches(List.of(question.tokens().get(at).stem())).stream().limit(1)
                        .anyMatch(match -> match.column() != null && match.column().number() && !match.column().year());
    }

    /// `bookings with a total price over 2000`: the very name of a number of the rows that are named before, which is compared.
    boolean limited(int from, int to, Sense.Match match) {
        boolean named = match.column() != null && match.score() >= NAMED && question.tokens().subList(0, from).stream()
                .anyMatch(token -> linker.matches(List.of(token.stem())).stream().limit(1)
                        .anyMatch(table -> table.column() == null && table.table().equals(match.table())));
        int after = to < question.tokens().size() && question.tokens().get(to).word().matches("of|is") ? to + 1 : to;
        return named && IntStream.rangeClosed(after + 1, Math.min(after + CUE_WORDS_MAX, question.tokens().size()))
                .mapToObj(end -> Lexicon.cue(question.words(after, end)))
                .anyMatch(cue -> cue == Cue.OVER || cue == Cue.UNDER || cue == Cue.AT_LEAST || cue == Cue.AT_MOST);
    }

    /// `checked in`, where rows or their dates are called `CheckIn`.
    List<Sense.Match> done(List<Token> tokens) {
        var verb = Words.root(tokens.getFirst().word());
        boolean two = tokens.size() == 2 && Fit.past(tokens.getFirst().word()) && tokens.getLast().word().matches("in|out|up|off");
        return !two ? List.of() : Stream.of(verb, verb + "e")
                .flatMap(stem -> linker.matches(List.of(stem, tokens.getLast().word())).stream())
                .filter(match -> match.score() >= NAMED && (match.column() == null || match.column().date()))
                .filter(match -> Words.split(match.column() == null ? match.table().name() : match.column().name())
                        .contains(tokens.getLast().word()))
                .toList();
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
