package tablechat.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The audience of every session that was touched since the start. They are kept: their `seq` must not begin again.
final class Audiences {
    private final Map<String, Audience> bySession = new ConcurrentHashMap<>();

    /// @param session the id of a session that exists
    Audience of(String session) {
        return bySession.computeIfAbsent(session, Audience::new);
    }

    List<Turn> turns() {
        return bySession.values().stream().map(Audience::turn).filter(Objects::nonNull).toList();
    }
}
