package tablechat.model.offline;

import java.util.Optional;

/// How often something was done: `rented more than 20 times`.
final class Often {

    private Often() {}

    /// The rows of what was done by those that are asked for, or to them.
    ///
    /// @param at the comparison; `number` is what it compares with
    static Optional<Table> table(Reading reading, int at, int number) {
        int deed = number + 1 < reading.size() && reading.words(number + 1).equals("times") ? deed(reading, at) : -1;
        var subject = reading.draft().subject;
        return deed < 0 ? Optional.empty() : Deeds.tables(reading, deed)
                .filter(table -> !table.equals(subject) && reading.world().routes().up(table, subject).isPresent())
                .findFirst();
    }

    static void use(Reading reading, int at, int number) {
        reading.use(number + 1, deed(reading, at));
    }

    private static int deed(Reading reading, int at) {
        return reading.findBack(at, i -> Deeds.tables(reading, i).findAny().isPresent());
    }
}
