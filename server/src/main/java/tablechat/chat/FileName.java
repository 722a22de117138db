package tablechat.chat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.agent.Clip;
import tablechat.protocol.Nullable;
import tablechat.protocol.Session;

/// What an export is called: a name that every file system takes, whatever the title says.
public final class FileName {
    private static final int CHARACTERS_MAX = 80;

    /// What a path, a shell or Windows gives a meaning to, and characters that are not seen or turn the reading direction.
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|'`$%&;~#]|\\p{C}|\\p{Zl}|\\p{Zp}");

    private static final Pattern AT_ITS_ENDS = Pattern.compile("^[\\s.\\-_]+|[\\s.\\-_]+$");
    private static final Pattern FIRST_TABLE = Pattern.compile("(?i)\\bfrom\\s++([\"`\\[]?)([\\p{L}\\p{N}_. ]*[\\p{L}\\p{N}_])");

    /// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul",
            "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileName() {}

    /// The session's title, else the first table of the query; without an ending.
    static String ofResult(@Nullable String title, String sql) {
        return title == null || title.equals(Session.DEFAULT_TITLE) ? safe(firstTable(sql), "result") : safe(title, "result");
    }

    /// A text as a file's name, without an ending.
    ///
    /// @param otherwise its name where nothing is left of the text
    public static String safe(String text, String otherwise) {
        String plain = UNSAFE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
        String name = trimmed(Clip.shortened(trimmed(plain), CHARACTERS_MAX).replace('…', ' '));
        if (name.isEmpty()) return otherwise;
        return RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? name + " " + otherwise : name;
    }

    private static String trimmed(String text) {
        return AT_ITS_ENDS.matcher(text).replaceAll("");
    }

    private static String firstTable(String sql) {
        Matcher from = FIRST_TABLE.matcher(sql);
        if (!from.find()) return "";
        boolean quoted = !from.group(1).isEmpty();
        return quoted ? from.group(2) : from.group(2).replaceFirst("\\s.*", "");
    }
}
