package tablechat.model.offline;

import java.math.BigDecimal;
import java.util.List;

/// Says who comes first in a result of groups, and with what figure.
final class Leaders {
    private static final int NAMED_MAX = 3;

    private Leaders() {}

    /// All who share the first place.
    static String of(Grid grid, Measure measure, boolean descending) {
        var figure = grid.rows().getFirst().getLast();
        var names = grid.rows().stream()
                .takeWhile(row -> row.getLast().equals(figure))
                .map(row -> Markdown.bold(String.join(" ", row.subList(0, row.size() - 1))))
                .toList();
        var end = " the " + end(measure, descending) + " with " + bold(measure, figure);
        return switch (names.size()) {
            case 1 -> names.getFirst() + " has" + end;
            case 2, NAMED_MAX -> String.join(" and ", names) + " have" + end + " each";
            default -> names.getFirst() + " and others have" + end + " each";
        };
    }

    /// By how much the first of two has more; nothing where there are not two, or where one has no figure.
    static String apart(Grid grid, Measure measure) {
        var figures = grid.rows().stream()
                .map(List::getLast)
                .filter(figure -> figure.matches("-?\\d+(\\.\\d+)?"))
                .map(BigDecimal::new)
                .toList();
        return figures.size() != 2 || grid.rows().size() != 2
                ? ""
                : " The difference is " + bold(measure, figures.getFirst().subtract(figures.getLast()).abs().toPlainString()) + ".";
    }

    private static boolean money(Measure measure) {
        return switch (measure.value()) {
            case Value.Field(var column) when measure.kind() != Measure.Kind.DISTINCT -> column.money();
            case Value.Product(var quantity, var price) -> !price.whole();
            case null, default -> false;
        };
    }

    /// Of what is added up or counted one has the most, of a mean the highest.
    private static String end(Measure measure, boolean descending) {
        return switch (measure.kind()) {
            case COUNT, DISTINCT, SUM -> descending ? "most" : "least";
            case AVERAGE, MEDIAN, MINIMUM, MAXIMUM -> descending ? "highest" : "lowest";
        };
    }

    /// A year is not divided into thousands.
    static String bold(Measure measure, String value) {
        boolean year = measure.kind() != Measure.Kind.COUNT
                && measure.kind() != Measure.Kind.DISTINCT
                && measure.value() instanceof Value.Field(var column)
                && column.year();
        return Markdown.bold(year ? value : money(measure) ? Numbers.money(value) : Numbers.prose(value));
    }
}
