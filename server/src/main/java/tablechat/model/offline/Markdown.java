package tablechat.model.offline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The few forms an answer uses.
final class Markdown {
    private static final int CELL_CHARACTERS_MAX = 60;

    /// What would be read as Markdown; an underscore only at the edge of a word.
    private static final Pattern SPECIAL = Pattern.compile("[\\\\|`<\\[\\]~]|\\*(?!\\))|(?<!\\w)_|_(?!\\w)");

    private Markdown() {}

    static String code(String name) {
        return "`" + name.replace("`", "'") + "`";
    }

    static String bold(String text) {
        return "**" + text(text) + "**";
    }

    static String table(List<String> header, List<List<String>> rows) {
        var lines = rows.stream().map(Markdown::line).collect(Collectors.joining("\n"));
        var rule =
                IntStream.range(0, header.size()).mapToObj(i -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        return line(header) + "\n" + rule + "\n" + lines;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /// Text from the data, cut where it is long, nothing in it read as Markdown.
    static String text(String text) {
        var shown = text.codePointCount(0, text.length()) > CELL_CHARACTERS_MAX
                ? text.substring(0, text.offsetByCodePoints(0, CELL_CHARACTERS_MAX)) + "…"
                : text;
        return SPECIAL.matcher(shown).replaceAll("\\\\$0");
    }
}
