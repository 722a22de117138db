package tablechat.agent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// Figures of a column that are made of so many cells that none shows.
///
/// @param sum null, as the average, where the column holds anything but numbers, or too few different ones
record Figures(long nulls, long distinct, @Nullable BigDecimal sum, @Nullable BigDecimal average) {
    /// Of fewer, a sum or an average could be a cell itself, or tell one to somebody who knows the others.
    static final int DISTINCT_MIN = 5;

    private static final MathContext PRECISION = new MathContext(12);
    private static final Pattern NUMERIC = Pattern.compile("(?i).*(INT|DEC|NUM|REAL|FLOAT|DOUBLE|SERIAL|MONEY).*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?");

    static Figures of(String type, List<Object> cells) {
        List<Object> values = cells.stream().filter(Objects::nonNull).toList();
        int distinct = new HashSet<>(values).size();
        List<Optional<BigDecimal>> numbers = values.stream().map(cell -> number(type, cell)).toList();
        if (distinct < DISTINCT_MIN || numbers.stream().anyMatch(Optional::isEmpty)) {
            return new Figures(cells.size() - values.size(), distinct, null, null);
        }
        BigDecimal sum = numbers.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal average = sum.divide(BigDecimal.valueOf(values.size()), PRECISION);
        return new Figures(cells.size() - values.size(), distinct, sum, average);
    }

    /// Numbers that a double does not hold come as text.
    private static Optional<BigDecimal> number(String type, Object cell) {
        boolean numeric = cell instanceof Number || cell instanceof String && NUMERIC.matcher(type).matches();
        return numeric && NUMBER.matcher(plain(cell)).matches() ? Optional.of(new BigDecimal(plain(cell))) : Optional.empty();
    }

    private static String plain(Object cell) {
        return cell instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).toPlainString() : cell.toString();
    }

    List<String> cells() {
        return List.of(String.valueOf(nulls), String.valueOf(distinct), text(sum), text(average));
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
