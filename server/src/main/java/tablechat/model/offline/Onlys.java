package tablechat.model.offline;

import java.util.List;

/// `only one track`, `just 2 albums`, `a single invoice`, said of a thing named before: exactly so many, no more.
final class Onlys {
    private final Question question;
    private final Linker linker;

    Onlys(Question question, Linker linker) {
        this.question = question;
        this.linker = linker;
    }

    /// A word that stands for `exactly`: before it stands whose rows are meant, after it the number and what is counted.
    boolean exactly(int at) {
        if (word(at).matches("only|just")) {
            boolean number = number(at + 1) || word(at + 1).matches("one");
            return number && table(at + 2) && whose(at);
        }
        return word(at).equals("a") && word(at + 1).equals("single") && table(at + 2) && whose(at);
    }

    /// The word that is the number 1 after such a word.
    boolean one(int at) {
        return word(at).matches("one|single") && at > 0 && exactly(at - 1);
    }

    private boolean number(int at) {
        return at < question.tokens().size()
                && (question.tokens().get(at).kind() == Token.Kind.NUMBER || Quantities.word(word(at)).isPresent());
    }

    /// Nothing is denied before: `not a single order`.
    private boolean whose(int at) {
        boolean named = false;
        for (int before = 0; before < at; before++) {
            if (word(before).matches("not|no|never|nobody|without|lacking|missing|even|any|.*n't|t")) {
                return false;
            }
            named |= table(before);
        }
        return named;
    }

    private boolean table(int at) {
        return at < question.tokens().size()
                && linker.matches(List.of(question.tokens().get(at).stem())).stream()
                        .anyMatch(match -> match.column() == null && match.score() >= Fit.ALIKE);
    }

    private String word(int at) {
        return at < question.tokens().size() ? question.tokens().get(at).word() : "";
    }
}
