package tablechat.chat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Command.Sort;

/// Orders the rows of a stored result by one column: numbers by value (also those too exact for a JSON number, which are
/// strings), then texts, then bytes; nulls last, whichever the direction.
final class RowOrder {
    private RowOrder() {}

    static Comparator<List<Object>> of(Sort sort) {
        Comparator<Cell> cells = Comparator.naturalOrder();
        if (Boolean.TRUE.equals(sort.descending())) cells = cells.reversed();
        return Comparator.comparing(row -> Cell.of(row.get(sort.column())), Comparator.nullsLast(cells));
    }

    private record Cell(int rank, BigDecimal number, String text) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::rank).thenComparing(Cell::number).thenComparing(Cell::text);

        static Cell of(Object value) {
            return switch (value) {
                case null -> null;
                case Boolean bool -> new Cell(0, bool ? BigDecimal.ONE : BigDecimal.ZERO, "");
                case Number number -> new Cell(1, new BigDecimal(number.toString()), "");
                case String text -> text(text);
                case Map<?, ?> bytes -> new Cell(3, BigDecimal.ZERO, String.valueOf(bytes.get("$bytes")));
                default -> throw new IllegalArgumentException("no cell is a " + value.getClass());
            };
        }

        private static Cell text(String text) {
            boolean numeric = !text.isEmpty() && text.length() < 100 && "-0123456789".indexOf(text.charAt(0)) >= 0;
            try {
                if (numeric) return new Cell(1, new BigDecimal(text), "");
            } catch (NumberFormatException e) {
                // begins like a number and is none, such as a date
            }
            return new Cell(2, BigDecimal.ZERO, text);
        }

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }
}
