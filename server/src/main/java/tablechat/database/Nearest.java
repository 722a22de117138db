package tablechat.database;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which real names a made-up one was probably meant to be.
public final class Nearest {
    static final int NAMES_MAX = 5;
    static final int NAME_CHARACTERS_MAX = 100;

    private static final double ALIKE_MIN = 0.45;
    private static final double PART_BONUS = 0.35;

    private Nearest() {}

    /// The most alike first; none that is not alike at all.
    public static List<String> to(String name, Collection<String> names) {
        record Scored(String name, double score) {}
        String wanted = plain(name);
        if (wanted.isEmpty()) return List.of();
        return names.stream()
                .distinct()
                .map(candidate -> new Scored(candidate, alike(wanted, plain(candidate))))
                .filter(scored -> scored.score >= ALIKE_MIN)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
                .limit(NAMES_MAX)
                .map(Scored::name)
                .toList();
    }

    /// From 0 to 1 by the share of letters that may stay, and more where one holds the other.
    private static double alike(String a, String b) {
        if (b.isEmpty()) return 0;
        double kept = 1 - (double) distance(a, b) / Math.max(a.length(), b.length());
        boolean part = Math.min(a.length(), b.length()) > 2 && (a.contains(b) || b.contains(a));
        return kept + (part ? PART_BONUS : 0);
    }

    /// `Order Items`, `order-items` and `orderItems` all mean `order_items`.
    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.length() > NAME_CHARACTERS_MAX ? letters.substring(0, NAME_CHARACTERS_MAX) : letters;
    }

    /// Letters to insert, drop, replace, or exchange with the next.
    private static int distance(String a, String b) {
        int[] twoAbove = new int[0];
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(above[j], row[j - 1]));
                boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) row[j] = Math.min(row[j], 1 + twoAbove[j - 2]);
            }
            twoAbove = above;
            above = row;
        }
        return above[b.length()];
    }
}
