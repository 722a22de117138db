package tablechat.protocol;

import java.util.List;

/// Where a search found something: in a session's title, or in one of its messages. `matches` are what to mark in `snippet`:
/// pairs of a start and an end, in UTF-16 units.
public record Hit(
        String session,
        String title,
        String connection,
        @Nullable String message,
        String snippet,
        List<List<Integer>> matches) {}
