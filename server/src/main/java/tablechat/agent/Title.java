package tablechat.agent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tablechat.json.Json;
import tablechat.json.Malformed;

/// Makes a title of what a model answered: without what it thought, wrapped around it or said before it, then cut.
final class Title {
    private static final int WORDS_MAX = 6;
    private static final int CHARACTERS_MAX = 60;
    private static final int ANSWER_CHARACTERS_MAX = 4_000;

    private static final String THINK = "(think|thinking|thought|thoughts|reasoning|reflection|analysis)";

    /// A model whose output was cut never closes it.
    private static final Pattern REASONING =
            Pattern.compile("(?is)[<\\[]" + THINK + "\\b[^>\\]]*[>\\]].*?(?:[<\\[]/\\1\\s*[>\\]]|\\z)");

    /// Some chat templates open it themselves, so that the answer holds only its end.
    private static final Pattern REASONING_END = Pattern.compile("(?is)\\A.*[<\\[]/" + THINK + "\\s*[>\\]]");

    private static final Pattern JSON =
            Pattern.compile("(?is)\\{[^{}]*?[\"']\\w*title[\"']\\s*:\\s*([\"'])(.*?)(?:(?<!\\\\)\\1|\\z)");

    private static final Pattern MARK = Pattern.compile("^(?:#{1,6}(?:\\s+|$)|>\\s*|[-+*•]\\s+)");

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^[*_]*(?:(?:session|chat|conversation|suggested|short)\\s+)?"
                    + "(?:title|titel|titre|título|titulo|titolo|tytuł|заголовок|название|标题|標題|タイトル|제목)"
                    + "[*_]*\\s*[:：][*_]*");

    private static final Pattern PREAMBLE =
            Pattern.compile("(?i)^(?:sure|certainly|okay|here(?:['’]s| is| are))\\b[^:：]*[:：]");
    private static final Pattern LEFTOVER = Pattern.compile("(?i)\\*\\*|`|</?title>");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    private static final List<String> WRAPPINGS = List.of(
            "\" \"", "' '", "“ ”", "„ “", "„ ”", "‘ ’", "« »", "» «", "‹ ›", "「 」", "『 』", "《 》", //
            "** **", "__ __", "* *", "_ _", "` `");

    private Title() {}

    /// Empty when nothing usable is left.
    static Optional<String> of(String answer) {
        String said = REASONING_END.matcher(REASONING.matcher(answer).replaceAll("")).replaceFirst("");
        List<String> lines = unpacked(Clip.head(said.strip(), ANSWER_CHARACTERS_MAX))
                .lines()
                .filter(line -> !line.strip().startsWith("```"))
                .map(Title::bare)
                .filter(line -> LETTER_OR_DIGIT.matcher(line).find())
                .toList();
        Stream<String> titles = lines.stream().filter(line -> lines.size() == 1 || !line.endsWith(":"));
        return titles.findFirst().map(Title::firstWords);
    }

    /// At most 6 words and 60 UTF-16 units, on one line.
    static String firstWords(String text) {
        String visible = INVISIBLE.matcher(Clip.head(text, ANSWER_CHARACTERS_MAX)).replaceAll(" ");
        String words = SPACE.splitAsStream(visible)
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .collect(Collectors.joining(" "));
        return Clip.head(words, CHARACTERS_MAX).strip();
    }

    /// The title inside JSON such as `{"title": "…"}`, whole or cut off; nothing for other JSON; else the text itself.
    private static String unpacked(String said) {
        Matcher json = JSON.matcher(said);
        if (!json.find()) return said.startsWith("{") ? "" : said;
        try {
            return (String) Json.readObject("{\"title\":\"" + json.group(2) + "\"}").get("title");
        } catch (Malformed notEscaped) {
            return json.group(2);
        }
    }

    /// A line without the marks, labels, quotes and emphasis around it, however they are nested.
    private static String bare(String line) {
        String bare = line.strip();
        String before;
        do {
            before = bare;
            for (Pattern start : List.of(MARK, LABEL, PREAMBLE)) bare = start.matcher(bare).replaceFirst("").strip();
            for (String wrapping : WRAPPINGS) bare = unwrapped(bare, wrapping.split(" "));
        } while (!bare.equals(before));
        return LEFTOVER.matcher(bare).replaceAll("").strip();
    }

    private static String unwrapped(String text, String[] wrapping) {
        String open = wrapping[0];
        String close = wrapping[1];
        if (text.length() < open.length() + close.length() || !text.startsWith(open)) return text;
        if (!text.endsWith(close)) return open.equals("\"") && count(text, open) == 1 ? text.substring(1) : text;
        String inner = text.substring(open.length(), text.length() - close.length());
        // "Big" and "small" begins and ends with a quote and yet is not quoted.
        int inside = count(inner, close);
        return inside > 0 && inside % 2 == 0 ? text : inner.strip();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
