package tablechat.chat;

import java.util.Map;
import java.util.TreeMap;
import tablechat.protocol.Command;

/// What `welcome` says of our limits, by name.
final class Limits {
    static final Map<String, Long> ALL = new TreeMap<>(Map.of(
            "textCharacters", (long) Command.TEXT_CHARACTERS_MAX,
            "sqlCharacters", (long) Command.SQL_CHARACTERS_MAX,
            "titleCharacters", (long) Command.TITLE_CHARACTERS_MAX,
            "windowMessages", 20L,
            "querySeconds", 30L,
            "turnSeconds", 600L,
            "resultRows", 1_000L,
            "messageBytes", 1_048_576L,
            "eventBytes", 4_194_304L));

    private Limits() {}
}
