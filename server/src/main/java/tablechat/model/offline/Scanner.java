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
    private final Beside beside;

    Scanner(Question question, Linker linker, Periods periods) {
        this.question = question;
        this.linker = linker;
        this.periods = periods;
        this.onlys = new Onlys(question, linker);
        this.beside = new Beside(question, linker);
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
        var scaled = beside.scaled(at);
        if (scaled != null) {
            return scaled;
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
        return name(from, to, tokens);
    }

    /// Several words that name one thing.
    private @Nullable Item name(int from, int to, List<Token> tokens) {
        var matches = linker.matches(Words.split(question.words(from, to)));
        matches = matches.isEmpty() ? beside.done(tokens) : matches;
        var first = tokens.getFirst();
        boolean number = matches.stream().anyMatch(match -> match.column() != null && match.column().number());
        if (Lexicon.cue(first.word()) == Cue.SUM && number && !beside.limited(from, to, matches.getFirst())) {
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
            return Quantities.doubtful(token.word()) && !beside.worth()
                    ? List.of()
                    : List.of(new Sense.Amount(Quantities.number(token.word())));
        }
        if (beside.grade(token, at)) {
            return List.of();
        }
        var cue = Lexicon.cue(token.word());
        add(senses, cue == Cue.REVENUE && !beside.earned(token, at) ? null : cue);
        add(senses, Lexicon.degree(token.word()));
        var before = at == 0 ? "" : question.tokens().get(at - 1).word();
        var days = Weekdays.sense(token.word(), before);
        add(senses, days);
        add(senses, days == null ? Unit.of(token.stem()) : null);
        boolean unit = before.matches("than|over|under|least|most|exactly") && token.word().matches("an?")
                && at + 1 < question.tokens().size()
                && Spans.unit(question.tokens().get(at + 1).word());
        if (unit || Quantities.one(token.word(), before)) {
            return List.of(new Sense.Amount(BigDecimal.ONE));
        }
        var pay = Earnings.of(token.word(), before, linker);
        if (!pay.isEmpty()) {
            return List.copyOf(pay);
        }
        int ordinal = beside.counts(at + 1) ? Quantities.ordinal(token.word()) : 0;
        if (ordinal > 0) {
            return List.of(new Sense.Amount(BigDecimal.valueOf(ordinal)), Sense.Plain.ORDINAL);
        }
        named(senses, token, at, before);
        return senses;
    }

    /// Adds a number, and the tables and columns the word names; one that mostly means nothing names only what is called just so.
    private void named(List<Sense> senses, Token token, int at, String before) {
        Quantities.word(token.word()).map(Sense.Amount::new).ifPresent(senses::add);
        var noise = Lexicon.noise(token.word()) && !beside.named(at) && !beside.rows(token, before);
        if (noise || token.word().equals("#")) {
            senses.add(Sense.Plain.NOISE);
        }
        boolean place = senses.contains(Cue.FIRST) || senses.contains(Cue.LAST);
        linker.matches(Words.split(token.word())).stream()
                .filter(match -> !place || !partly(match))
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
    }

    /// `first` alone is no `FirstName`, where no names are spoken of.
    private boolean partly(Sense.Match match) {
        return match.column() != null && match.column().words().contains("name")
                && question.tokens().stream().noneMatch(token -> token.stem().equals("name"));
    }

    private static void add(List<Sense> senses, @Nullable Sense sense) {
        if (sense != null) {
            senses.add(sense);
        }
    }
}
