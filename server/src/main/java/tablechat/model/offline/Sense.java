package tablechat.model.offline;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import tablechat.protocol.Nullable;

/// One of the things a piece of a question may mean.
sealed interface Sense permits Cue, Unit, Sense.Match, Sense.Degree, Sense.Amount, Sense.Kind, Sense.Period, Sense.Days, Sense.Plain {

    /// A table, or a column of it. The score is 1 for the very name and less for likenesses.
    record Match(Table table, @Nullable Column column, double score) implements Sense {

        Match less(double penalty) {
            return new Match(table, column, score - penalty);
        }
    }

    /// An adjective of degree as it was used: `cheap`, `cheaper`, `cheapest`.
    record Degree(Adjective adjective, Adjective.Form form) implements Sense {}

    /// A value that several rows share: `striker`.
    record Kind(Column column, String value) implements Sense {}

    record Amount(BigDecimal value) implements Sense {}

    /// From the first day (inclusive) until the last (exclusive). A bare year is `uncertain`: it may be a plain number.
    record Period(LocalDate from, LocalDate until, String words, boolean uncertain) implements Sense {}

    /// Of the week.
    record Days(List<DayOfWeek> days) implements Sense {}

    enum Plain implements Sense {
        /// Carries no meaning and may be left out in silence.
        NOISE,
        /// Of all rows, which others are compared with: `more than average`.
        MEAN,
        /// Says which, not how many: `second floor`.
        ORDINAL,
        /// Stood in quotation marks: a value, whatever else the word may be.
        QUOTED
    }
}
