package tablechat.model.offline;

import java.util.Arrays;
import java.util.List;
import tablechat.protocol.Nullable;

/// An adjective of degree: its forms, and the columns it speaks of with the end of the scale it means.
record Adjective(List<String> forms, List<Hint> hints) {

    enum Form {
        BASE,
        COMPARATIVE,
        SUPERLATIVE
    }

    /// `concept` is a word for the column, or `money`, `date`, `sold`.
    record Hint(String concept, boolean high) {}

    /// A line such as `cheap cheaper cheapest | price low, cost low`.
    static Adjective of(String line) {
        var parts = line.split("\\|");
        var hints = Arrays.stream(parts[1].split(","))
                .map(hint -> hint.strip().split(" "))
                .map(hint -> new Hint(hint[0], hint[1].equals("high")))
                .toList();
        var forms = Arrays.stream(parts[0].strip().split("\\s+")).map(form -> form.replace('_', ' ')).toList();
        return new Adjective(forms, hints);
    }

    @Nullable
    Form form(String word) {
        int at = forms.indexOf(word);
        return at < 0 ? null : Form.values()[at];
    }
}
