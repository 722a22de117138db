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

    /// The audience of a session that may not exist.
    ///
    /// @param check throws where it does not; asked about one that was not touched yet
    Audience of(String session, Runnable check) {
        if (!bySession.containsKey(session)) check.run();
        return of(session);
    }

    /// Of one that is gone: nothing starts in it any more, and it is nobody's current one.
    void dismiss(String session) {
        Audience known = bySession.get(session);
        if (known == null) return;
        known.close();
        known.dismiss();
    }

    /// Those that ask this connection's database.
    List<Turn> turnsOn(String connection) {
        return turns().stream().filter(turn -> turn.connection().equals(connection)).toList();
    }

    List<Turn> turns() {
        return bySession.values().stream().map(Audience::turn).filter(Objects::nonNull).toList();
    }
}
