package tablechat.agent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;

/// The arguments of a call as the model gave them, a tree of JSON. A null counts as left out; nothing is converted.
record Arguments(Map<String, Object> input) {

    /// @throws BadArgument missing, not a string, or only blanks
    String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) throw new BadArgument("\"%s\" is missing.".formatted(name));
        return text;
    }

    @Nullable String optionalText(String name) {
        Object value = input.get(name);
        if (value == null || value instanceof String) return (String) value;
        throw new BadArgument("\"%s\" must be a string.".formatted(name));
    }

    int whole(String name, int min, int max, int fallback) {
        Object value = input.get(name);
        if (value == null) return fallback;
        if (value instanceof Number number) {
            var exact = new BigDecimal(number.toString());
            boolean whole = exact.remainder(BigDecimal.ONE).signum() == 0;
            boolean within = exact.compareTo(BigDecimal.valueOf(min)) >= 0 && exact.compareTo(BigDecimal.valueOf(max)) <= 0;
            if (whole && within) return exact.intValue();
        }
        throw new BadArgument("\"%s\" must be a whole number from %d to %d.".formatted(name, min, max));
    }

    /// A list of strings, or one string that stands for a list of itself.
    List<String> oneOrMore(String name, int countMax) {
        return input.get(name) instanceof String one && !one.isBlank() ? List.of(one.strip()) : texts(name, countMax);
    }

    /// From 1 to `countMax` strings, each once, in the order given.
    List<String> texts(String name, int countMax) {
        var problem = new BadArgument("\"%s\" must be a list of 1 to %d strings.".formatted(name, countMax));
        if (!(input.get(name) instanceof List<?> items)) throw problem;
        var texts = new ArrayList<String>();
        for (Object item : items) {
            if (!(item instanceof String text) || text.isBlank()) throw problem;
            if (!texts.contains(text.strip())) texts.add(text.strip());
            if (texts.size() > countMax) throw problem;
        }
        if (texts.isEmpty()) throw problem;
        return texts;
    }
}
