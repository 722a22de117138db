package tablechat.model.offline;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;

/// Finds spans of time in a question: `2024`, `March 2023`, `Q2 2024`, `2024-05-01`, `last year`, `the last 30 days`.
final class Periods {
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;
    private static final int DAYS_MAX = 100_000;
    private static final Map<String, Integer> DAYS = Map.of("day", 1, "week", 7, "month", 30, "year", 365);

    private final Question question;
    private final LocalDate today;

    Periods(Question question, LocalDate today) {
        this.question = question;
        this.today = today;
    }

    @Nullable
    Item at(int at) {
        var token = question.tokens().get(at);
        return switch (token.kind()) {
            case DATE -> day(token, at);
            case NUMBER -> year(token, at);
            case WORD -> words(token, at);
            case QUOTED, SIGN -> null;
        };
    }

    private @Nullable Item day(Token token, int at) {
        var parts = token.text().split("-");
        int year = Integer.parseInt(parts[0]);
        int month = Integer.parseInt(parts[1]);
        int day = Integer.parseInt(parts[2]);
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        var date = LocalDate.of(year, month, day);
        return item(at, at + 1, date, date.plusDays(1), false);
    }

    private @Nullable Item year(Token token, int at) {
        var year = yearOf(token);
        if (year == null) {
            return null;
        }
        var from = LocalDate.of(year, 1, 1);
        var amount = new Sense.Amount(java.math.BigDecimal.valueOf(year));
        return new Item(at, at + 1, List.of(new Sense.Period(from, from.plusYears(1), token.text(), true), amount));
    }

    private @Nullable Item words(Token token, int at) {
        var month = month(token.word());
        if (month != null) {
            return month(month, at);
        }
        var part = new YearParts(question).at(at);
        if (part != null) {
            return part;
        }
        return switch (token.word()) {
            case "today" -> item(at, at + 1, today, today.plusDays(1), false);
            case "yesterday" -> item(at, at + 1, today.minusDays(1), today, false);
            case "tomorrow" -> item(at, at + 1, today.plusDays(1), today.plusDays(2), false);
            case "next", "coming" -> coming(at);
            case "this", "current" -> relative(at, 0);
            case "last", "previous", "past" -> recent(at);
            default -> null;
        };
    }

    /// `March 2023`, `March of 2023`; a month alone is that of this year only if it was said so.
    private @Nullable Item month(Month month, int at) {
        int yearAt = word(at + 1).equals("of") ? at + 2 : at + 1;
        var year = year(yearAt);
        if (year == null && word(at + 1).matches("and|to|until|through|till") && month(word(at + 2)) != null && year(at + 3) != null) {
            var from = LocalDate.of(year(at + 3), month, 1);
            return item(at, at + 1, from, from.plusMonths(1), false);
        }
        if (year == null) {
            return null;
        }
        var from = LocalDate.of(year, month, 1);
        return item(at, yearAt + 1, from, from.plusMonths(1), false);
    }

    private @Nullable Item recent(int at) {
        var number = word(at + 1);
        var days = DAYS.get(Words.stem(word(at + 2)));
        if (days == null || !number.matches("\\d{1,4}")) {
            return relative(at, -1);
        }
        int count = Integer.parseInt(number);
        var from = switch (Words.stem(word(at + 2))) {
            case "year" -> today.minusYears(count);
            case "month" -> today.minusMonths(count);
            default -> today.minusDays(Math.min((long) count * days, DAYS_MAX));
        };
        return item(at, at + 3, from, today.plusDays(1), false);
    }

    /// `next month`, `the next 7 days`: from today on.
    private @Nullable Item coming(int at) {
        var days = DAYS.get(Words.stem(word(at + 2)));
        return days == null || !word(at + 1).matches("\\d{1,4}")
                ? relative(at, 1)
                : item(at, at + 3, today, today.plusDays((long) Integer.parseInt(word(at + 1)) * days + 1), false);
    }

    private @Nullable Item relative(int at, int shift) {
        return switch (word(at + 1)) {
            case "year" -> {
                var from = today.withDayOfYear(1).plusYears(shift);
                yield item(at, at + 2, from, from.plusYears(1), false);
            }
            case "month" -> {
                var from = today.withDayOfMonth(1).plusMonths(shift);
                yield item(at, at + 2, from, from.plusMonths(1), false);
            }
            case "quarter" -> {
                var from = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3).plusMonths(3L * shift);
                yield item(at, at + 2, from, from.plusMonths(3), false);
            }
            case "week" -> {
                var from = today.with(java.time.DayOfWeek.MONDAY).plusWeeks(shift);
                yield item(at, at + 2, from, from.plusWeeks(1), false);
            }
            default -> null;
        };
    }

    private Item item(int from, int to, LocalDate first, LocalDate until, boolean uncertain) {
        return new Item(from, to, List.of(new Sense.Period(first, until, question.typed(from, to), uncertain)));
    }

    private @Nullable Integer year(int at) {
        return at < question.tokens().size() ? yearOf(question.tokens().get(at)) : null;
    }

    private static @Nullable Integer yearOf(Token token) {
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{4}")) {
            return null;
        }
        int year = Integer.parseInt(token.text());
        return year >= YEAR_MIN && year <= YEAR_MAX ? year : null;
    }

    private static @Nullable Month month(String word) {
        for (var month : Month.values()) {
            var name = Words.lower(month.name());
            if (word.equals(name) || word.length() >= 3 && word.length() <= 4 && name.startsWith(word)) {
                return month;
            }
        }
        return null;
    }

    private String word(int at) {
        return at < question.tokens().size() ? question.tokens().get(at).word() : "";
    }
}
