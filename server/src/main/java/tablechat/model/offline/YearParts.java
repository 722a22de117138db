package tablechat.model.offline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import tablechat.protocol.Nullable;

/// Parts of a year and several years: `the first quarter of 2024`, `Q1 of 2024`, `second half of 2023`, `H1 2023`, `the 1950s`.
final class YearParts {
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th");
    private static final int QUARTERS = 4;
    private static final int HALVES = 2;
    private static final int MONTHS = 12;

    private final Question question;

    YearParts(Question question) {
        this.question = question;
    }

    @Nullable
    Item at(int at) {
        var word = word(at);
        if (word.matches("\\d{3}0s")) {
            return decade(at, Integer.parseInt(word.substring(0, 4)));
        }
        if (word.matches("[2-9]0s") && at > 0 && word(at - 1).equals("the")) {
            return decade(at, 1900 + Integer.parseInt(word.substring(0, 2)));
        }
        if (word.matches("q[1-4]|h[12]")) {
            int parts = word.startsWith("q") ? QUARTERS : HALVES;
            return part(at, at + 1, word.charAt(1) - '0', parts, word.toUpperCase(Locale.ROOT));
        }
        int parts = word(at + 1).equals("quarter") ? QUARTERS : word(at + 1).equals("half") ? HALVES : 0;
        int number = word.equals("last") ? parts : ORDINALS.indexOf(word) % QUARTERS + 1;
        return parts == 0 || number == 0 || number > parts ? null : part(at, at + 2, number, parts, "the " + word + " " + word(at + 1));
    }

    /// Of a year that is said: without one nobody knows which is meant.
    private @Nullable Item part(int from, int to, int number, int parts, String said) {
        int year = word(to).equals("of") ? to + 1 : to;
        if (!word(year).matches("(19|20)\\d\\d") || question.tokens().get(year).kind() != Token.Kind.NUMBER) {
            return null;
        }
        int months = MONTHS / parts;
        var first = LocalDate.of(Integer.parseInt(word(year)), (number - 1) * months + 1, 1);
        var words = said + (said.startsWith("the") ? " of " : " ") + word(year);
        return new Item(from, year + 1, List.of(new Sense.Period(first, first.plusMonths(months), words, false)));
    }

    private static Item decade(int at, int year) {
        var first = LocalDate.of(year, 1, 1);
        return new Item(at, at + 1, List.of(new Sense.Period(first, first.plusYears(10), "the " + year + "s", false)));
    }

    private String word(int at) {
        return at < question.tokens().size() ? question.tokens().get(at).word() : "";
    }
}
