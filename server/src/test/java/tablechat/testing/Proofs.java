package tablechat.testing;

import java.util.List;
import java.util.stream.IntStream;

/// Long lists of statements: all of them with `mvn test -Pproofs`, else some from all over the list.
public final class Proofs {
    private static final boolean ALL = Boolean.getBoolean("tablechat.proofs");

    private Proofs() {}

    public static List<String> some(List<String> statements, int few) {
        if (ALL || statements.size() <= few) return statements;
        return IntStream.range(0, few).mapToObj(i -> statements.get(i * statements.size() / few)).toList();
    }
}
