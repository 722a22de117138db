package tablechat.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text as Markdown that shows just that text.
final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&|~$]");
    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern BLOCK_START = Pattern.compile("^( *)([#+=-]|\\d{1,9}(?=[.)]))");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /// One line, such as a heading.
    static String line(String text) {
        return SPECIAL.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }

    /// A cell of a table: a line break in it is `<br>`.
    static String cell(String text) {
        return BREAK.matcher(SPECIAL.matcher(text).replaceAll("\\\\$0")).replaceAll("<br>");
    }

    /// A block quote with the lines as they are.
    static String quote(String text) {
        var quote = new StringBuilder();
        for (String line : BREAK.split(text, -1)) quote.append("> ").append(quoted(line)).append('\n');
        // No break after the last line.
        return quote.toString().replaceFirst("\\\\\n$", "\n").replaceAll("\\\\\n> \n", "\n> \n");
    }

    private static String quoted(String line) {
        if (line.isBlank()) return "";
        String escaped = SPECIAL.matcher(line.replace("\t", "    ")).replaceAll("\\\\$0");
        Matcher start = BLOCK_START.matcher(escaped);
        if (start.find()) {
            int at = Character.isDigit(start.group(2).charAt(0)) ? start.end() : start.start(2);
            escaped = escaped.substring(0, at) + "\\" + escaped.substring(at);
        }
        int blanks = escaped.length() - escaped.stripLeading().length();
        return "\u00a0".repeat(blanks) + escaped.substring(blanks) + "\\";
    }

    /// A block of code; its fence is longer than any in it.
    static String code(String language, String code) {
        int longest = BACKTICKS.matcher(code).results().mapToInt(found -> found.group().length()).max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + code.stripTrailing() + "\n" + fence + "\n";
    }
}
