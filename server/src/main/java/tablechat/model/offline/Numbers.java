package tablechat.model.offline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How numbers are written: with thousands separators in sentences, aligned in tables.
final class Numbers {
    private static final int DECIMALS = 2;
    /// What two decimals can tell from nothing.
    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    /// No leading zeros: those belong to codes.
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30}(?:[eE]-?\\d{1,2})?)?");

    private static final Set<String> MONEY = Set.of(
            "price", "cost", "fee", "total", "sum", "revenue", "amount", "average", "avg", "spent", "salary", "pay",
            "payment", "balance", "worth", "discount", "freight", "sale", "turnover", "income", "wage");

    private Numbers() {}

    static boolean money(List<String> words) {
        return words.stream().anyMatch(MONEY::contains);
    }

    /// As [#prose], with two decimals whatever they are.
    static String money(String text) {
        var prose = prose(text);
        return NUMBER.matcher(text).matches() && prose.indexOf('.') < 0 ? prose + ".00" : prose;
    }

    /// `40035.0` → 40,035. What is no number stays as it is.
    static String prose(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        var value = new BigDecimal(text);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        int decimals = whole ? 0 : Math.max(DECIMALS, value.stripTrailingZeros().scale());
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /// `25.80` → 25.8%.
    static String percent(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text).stripTrailingZeros().toPlainString() + "%" : text + "%";
    }

    /// A column of a table: money with two decimals if it has any, others without an empty `.0`.
    static List<String> column(String header, List<String> cells) {
        var numbers = new ArrayList<BigDecimal>();
        for (var cell : cells) {
            if (NUMBER.matcher(cell).matches()) {
                numbers.add(new BigDecimal(cell));
            } else if (!cell.equals("NULL")) {
                return cells;
            }
        }
        if (numbers.stream().anyMatch(number -> number.signum() != 0 && number.abs().compareTo(SMALLEST) < 0)) {
            return cells;
        }
        boolean whole = numbers.stream().allMatch(number -> number.stripTrailingZeros().scale() <= 0);
        boolean money = Words.split(header).stream().anyMatch(MONEY::contains);
        return whole || money
                ? cells.stream()
                        .map(cell -> cell.equals("NULL") ? cell : fixed(cell, whole ? 0 : DECIMALS))
                        .toList()
                : cells;
    }

    private static String fixed(String cell, int decimals) {
        return new BigDecimal(cell).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
