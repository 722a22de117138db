package tablechat.testing;

import java.util.List;
import java.util.stream.IntStream;

/// Long proofs: whole with `mvn test -Pproofs`, else a part of them.
public final class Proofs {
    public static final boolean ALL = Boolean.getBoolean("tablechat.proofs");

    private Proofs() {}

    public static int count(int few, int many) {
        return ALL ? many : few;
    }

    /// Says what a long proof did and measured.
    public static void report(String figures, Object... values) {
        if (ALL) System.out.println("Proof: " + figures.formatted(values));
    }

    /// From all over the list.
    public static <T> List<T> some(List<T> all, int few) {
        if (ALL || all.size() <= few) return all;
        return IntStream.range(0, few).mapToObj(i -> all.get(i * all.size() / few)).toList();
    }
}
