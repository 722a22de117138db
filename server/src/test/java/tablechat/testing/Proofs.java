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

    /// From all over the list.
    public static List<String> some(List<String> statements, int few) {
        if (ALL || statements.size() <= few) return statements;
        return IntStream.range(0, few).mapToObj(i -> statements.get(i * statements.size() / few)).toList();
    }
}
