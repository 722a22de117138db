package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Nullable;

/// Cuts a question into items: the longest phrase that names a part of the schema, a time or a cue, else a single word.
final class Scanner {
    private static final int PHRASE_WORDS_MAX = 5;
    /// A phrase of several words must name something well to be taken before its single words.
    private static final double PHRASE_SCORE_MIN = 0.7;
    /// A word that mostly means nothing is a name only if it is the very name.
    private static final double NOISE_SCORE_MIN = 0.95;

    private final Question question;
    private final Linker linker;
    private final Periods periods;
    private final Onlys onlys;

    Scanner(Question question, Linker linker, Periods periods) {
        this.question = question;
        this.linker = linker;
        this.periods = periods;
        this.onlys = new Onlys(question, linker);
    }

    List<Item> items() {
        var items = new ArrayList<Item>();
        int at = 0;
        while (at < question.tokens().size()) {
            var item = item(at);
            items.add(item);
            at = item.to();
        }
        return List.copyOf(items);
    }

    private Item item(int at) {
        var token = question.tokens().get(at);
        if (token.kind() == Token.Kind.QUOTED) {
            return new Item(at, at + 1, quoted(token));
        }
        var period = periods.at(at);
        if (period != null) {
            return period;
        }
        if (onlys.exactly(at)) {
            return new Item(at, at + 1, List.of(Cue.EXACTLY));
        }
        if (onlys.one(at)) {
            return new Item(at, at + 1, List.of(new Sense.Amount(BigDecimal.ONE)));
        }
        for (int to = Math.min(at + PHRASE_WORDS_MAX, question.tokens().size()); to > at + 1; to--) {
            var phrase = phrase(at, to);
            if (phrase != null) {
                return phrase;
            }
        }
        return new Item(at, at + 1, single(token, at));
    }

    private List<Sense> quoted(Token token) {
        var senses = new ArrayList<Sense>(linker.matches(Words.split(token.word())));
        senses.removeIf(match -> match instanceof Sense.Match(var table, var column, var score) && score < 1);
        senses.add(Sense.Plain.QUOTED);
        return senses;
    }

    private @Nullable Item phrase(int from, int to) {
        var tokens = question.tokens().subList(from, to);
        if (tokens.stream().anyMatch(token -> token.kind() == Token.Kind.QUOTED)) {
            return null;
        }
        boolean divided = tokens.getLast().word().equals("on") && to < question.tokens().size()
                && question.tokens().get(to).word().equals("time");
        if (divided || onlys.exactly(to - 1)) {
            return null;
        }
        if (question.words(from, to).matches("days? of (the )?week")) {
            return new Item(from, to, List.of(Unit.WEEKDAY));
        }
        var cue = Lexicon.cue(question.words(from, to));
        if (cue != null && !(cue == Cue.COUNT && tokens.getLast().word().equals("of") && amount(tokens))) {
            return new Item(from, to, List.of(cue));
        }
        if (Lexicon.noise(question.words(from, to))) {
            return new Item(from, to, List.of(Sense.Plain.NOISE));
        }
        var degree = Lexicon.degree(question.words(from, to));
        if (degree != null) {
            return new Item(from, to, List.of(degree));
        }
        var matches = linker.matches(Words.split(question.words(from, to)));
        var first = tokens.getFirst();
        if (Lexicon.cue(first.word()) == Cue.SUM && matches.stream().anyMatch(match -> match.column() != null && match.column().number())) {
            return null;
        }
        // `sales rep`
        boolean several = !first.word().equals(first.stem()) && !Keys.leads(tokens.getLast().stem());
        if (question.words(from, to).equals("on time") && matches.isEmpty()) {
            return new Item(from, to, List.of());
        }
        return matches.isEmpty() || matches.getFirst().score() < (several ? 1 : PHRASE_SCORE_MIN)
                ? null
                : new Item(from, to, List.copyOf(matches));
    }

    /// `amount of fines`, where fines have an amount.
    private boolean amount(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.word().equals("amount")) && linker.matches(List.of("amount")).stream()
                .anyMatch(match -> match.column() != null && match.column().number());
    }

    private List<Sense> single(Token token, int at) {
        var senses = new ArrayList<Sense>();
        if (token.kind() == Token.Kind.NUMBER) {
            return List.of(new Sense.Amount(Quantities.number(token.word())));
        }
        var cue = Lexicon.cue(token.word());
        add(senses, cue == Cue.REVENUE && (proper(token, at) || table(token)) ? null : cue);
        add(senses, Lexicon.degree(token.word()));
        add(senses, Unit.of(token.stem()));
        var before = at == 0 ? "" : question.tokens().get(at - 1).word();
        boolean unit = before.equals("than") && token.word().matches("an?") && at + 1 < question.tokens().size()
                && Spans.unit(question.tokens().get(at + 1).word());
        if (unit || Quantities.one(token.word(), before)) {
            return List.of(new Sense.Amount(BigDecimal.ONE));
        }
        var pay = token.word().matches("earn(s|ed|ing)?") && !before.equals("we") ? Earnings.columns(linker) : List.<Sense.Match>of();
        if (!pay.isEmpty()) {
            return List.copyOf(pay);
        }
        int ordinal = counts(at + 1) ? Quantities.ordinal(token.word()) : 0;
        if (ordinal > 0) {
            return List.of(new Sense.Amount(BigDecimal.valueOf(ordinal)), Sense.Plain.ORDINAL);
        }
        Quantities.word(token.word()).map(Sense.Amount::new).ifPresent(senses::add);
        var noise = Lexicon.noise(token.word()) && !named(at) && !rows(token, before);
        if (noise || token.word().equals("#")) {
            senses.add(Sense.Plain.NOISE);
        }
        linker.matches(Words.split(token.word())).stream()
                .filter(match -> !noise
                        || at > 0
                                && match.score() >= NOISE_SCORE_MIN
                                && token.word().length() > 3)
                .forEach(senses::add);
        if (senses.isEmpty()) {
            senses.addAll(linker.matches(Words.split(Names.whole(token.word()))));
        }
        if (senses.isEmpty() && (at == 0 || !token.capital())) {
            senses.addAll(linker.nearly(token.stem()));
        }
        return senses;
    }

    /// `the most works`, `per run`: where no verb can stand, the rows of a table.
    private boolean rows(Token token, String before) {
        boolean many = !token.word().equals(token.stem()) && before.matches("|many|most|fewest|least|more|fewer|all|total|different");
        var degree = Lexicon.degree(before);
        boolean one = before.matches("per|each|every|a|single") || degree != null && degree.form() == Adjective.Form.SUPERLATIVE;
        return (many || one && !token.word().matches("one|ones|an?|the|day"))
                && linker.matches(List.of(token.stem())).stream().limit(1).anyMatch(match -> match.column() == null);
    }

    /// `the Data track`: written like a name before the column that holds it.
    private boolean named(int at) {
        return at > 0 && at + 1 < question.tokens().size() && question.tokens().get(at).capital()
                && linker.matches(List.of(question.tokens().get(at + 1).stem())).stream()
                        .anyMatch(match -> match.column() != null && match.column().text() && match.score() >= 1);
    }

    /// A column of numbers: `floor`, after `second`.
    private boolean counts(int at) {
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

    private static void add(List<Sense> senses, @Nullable Sense sense) {
        if (sense != null) {
            senses.add(sense);
        }
    }
}
