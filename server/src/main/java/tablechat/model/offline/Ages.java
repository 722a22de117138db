package tablechat.model.offline;

import java.time.LocalDate;
import java.util.Optional;

/// Ages, where rows say when somebody was born: `older than 60`, `customers under 30`, `average age`.
final class Ages {
    private static final int YEARS_MAX = 150;

    private Ages() {}

    /// Before all that ranks and counts: `average age of patients`.
    static void begin(Reading reading) {
        int age = reading.find(0, at -> reading.words(at).matches("ages?"));
        int cue = age < 0 ? -1 : reading.find(Cue.AVERAGE, Cue.MEDIAN, Cue.MINIMUM, Cue.MAXIMUM);
        int who = reading.find(0, at -> reading.table(at).flatMap(Ages::birth).isPresent());
        var table = who >= 0 ? reading.table(who) : only(reading.world());
        var birth = table.flatMap(Ages::birth);
        boolean own = age >= 0 && reading.column(age, null, Column::number).isPresent();
        if (cue < 0 || own || birth.isEmpty() || reading.former() != null) {
            return;
        }
        var kind = switch (reading.item(cue).as(Cue.class).orElseThrow()) {
            case MEDIAN -> Measure.Kind.MEDIAN;
            case MINIMUM -> Measure.Kind.MINIMUM;
            case MAXIMUM -> Measure.Kind.MAXIMUM;
            default -> Measure.Kind.AVERAGE;
        };
        reading.draft().subject = table.orElseThrow();
        var years = new Value.Age(birth.get(), reading.world().today());
        reading.draft().measure = new Measure(kind, table.orElseThrow(), years);
        reading.use(age, cue, who);
    }

    private static Optional<Table> only(World world) {
        var all = world.schema().tables().stream().filter(table -> birth(table).isPresent()).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    static Optional<Column> birth(Table table) {
        return table.first(column -> (column.date() || column.year())
                && column.words().stream().anyMatch(word -> Lexicon.alike("birth", word)));
    }

    static void read(Reading reading) {
        var birth = Optional.ofNullable(reading.draft().subject).flatMap(Ages::birth).filter(Column::date);
        for (int at = 0; birth.isPresent() && at < reading.size(); at++) {
            int number = reading.free(at) ? number(reading, at) : -1;
            if (number >= 0 && reading.amount(number).isPresent() && said(reading, at, number)) {
                int years = Optional.ofNullable(Ranking.number(reading, number)).filter(found -> found < YEARS_MAX).orElse(-1);
                var comparison = comparison(reading, at);
                if (years > 0 && comparison != null) {
                    reading.draft().filters.add(filter(birth.get(), comparison, years, reading.world().today()));
                    reading.use(at, number);
                    use(reading, number + 1);
                }
            }
        }
    }

    private static int number(Reading reading, int at) {
        boolean than = at + 1 < reading.size() && reading.words(at + 1).equals("than");
        return old(reading, at) && than ? at + 2 : reading.next(at);
    }

    private static boolean old(Reading reading, int at) {
        return reading.words(at).matches("older|younger");
    }

    /// `older`, `years old`, or nothing else that the number could be compared with.
    private static boolean said(Reading reading, int at, int number) {
        var after = number + 1 < reading.size() ? reading.words(number + 1) : "";
        int before = reading.previous(at);
        boolean column = reading.item(at).as(Cue.class).isPresent() && reading.named(before) && reading.table(before).isEmpty();
        boolean named = reading.named(number + 1) || column;
        boolean bare = !named && reading.draft().subject.first(Column::number).isEmpty();
        return old(reading, at) || after.matches("years?|yrs?|and|or") && after(reading, number) || bare && number == reading.size() - 1;
    }

    private static boolean after(Reading reading, int number) {
        var question = reading.question();
        var rest = question.words(reading.item(number).to(), question.tokens().size());
        return rest.matches("(years?|yrs?)( old| of age)?.*");
    }

    private static void use(Reading reading, int from) {
        for (int at = from; at < reading.size() && at < from + 3 && reading.words(at).matches("years?|yrs?|old|of|age"); at++) {
            reading.use(at);
        }
    }

    private static Comparison comparison(Reading reading, int at) {
        return switch (reading.words(at)) {
            case "older" -> Comparison.OVER;
            case "younger" -> Comparison.UNDER;
            default -> Comparison.of(reading.item(at));
        };
    }

    /// Who is older than 60 was born before this day 60 years ago.
    private static Filter filter(Column birth, Comparison comparison, int years, LocalDate today) {
        var day = today.minusYears(years);
        return switch (comparison) {
            case OVER -> new Filter.During(birth, null, day, "before " + day + " (more than " + years + " years ago)");
            case AT_LEAST -> new Filter.During(birth, null, day.plusDays(1), "not after " + day + " (" + years + " years ago)");
            case UNDER -> new Filter.During(birth, day.plusDays(1), null, "after " + day + " (less than " + years + " years ago)");
            case AT_MOST, EXACTLY, DIFFERS -> {
                var older = today.minusYears(years + 1L);
                var until = comparison == Comparison.EXACTLY ? day.plusDays(1) : null;
                yield new Filter.During(birth, older.plusDays(1), until, "after " + older + " (at most " + years + ")");
            }
        };
    }
}
