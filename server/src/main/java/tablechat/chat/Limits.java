package tablechat.chat;

import java.util.Map;
import java.util.TreeMap;
import tablechat.agent.Agent;
import tablechat.agent.SlidingWindow;
import tablechat.database.Database;
import tablechat.protocol.Command;

/// What `welcome` says of our limits, by name.
final class Limits {
    static final Map<String, Long> ALL = new TreeMap<>(Map.of(
            "textCharacters", (long) Command.TEXT_CHARACTERS_MAX,
            "sqlCharacters", (long) Command.SQL_CHARACTERS_MAX,
            "titleCharacters", (long) Command.TITLE_CHARACTERS_MAX,
            "windowMessages", (long) SlidingWindow.MESSAGES_MAX,
            "querySeconds", Database.QUERY_MAX.toSeconds(),
            "turnSeconds", Agent.TIME_MAX.toSeconds(),
            "resultRows", (long) Database.ROWS_MAX,
            "messageBytes", (long) Socket.MESSAGE_BYTES_MAX,
            "eventBytes", (long) Frame.BYTES_MAX));

    private Limits() {}
}
