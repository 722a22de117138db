package tablechat.chat;

import java.util.List;
import java.util.Map;
import tablechat.protocol.Nullable;
import tablechat.store.Store;

/// Whether the server can do its work now, check by check, in the words of MicroProfile Health.
///
/// @param status [#UP] or [#DOWN]
public record Health(String status, List<Check> checks) {
    public static final String UP = "UP";
    public static final String DOWN = "DOWN";
    /// With less than this free, the next large result may find the disk full.
    private static final long FREE_BYTES_MIN = 32 * 1024 * 1024;

    /// @param data what was seen, by name; what happened and what to do as `problem`
    public record Check(String name, String status, Map<String, Object> data) {}

    /// As long as there is no store to look at yet.
    public static Health starting() {
        return of(check("start", "TableChat is starting; an upgrade may change a large store first. Look again soon.", Map.of()));
    }

    static Health of(Store.Health store) {
        boolean space = store.freeBytes() >= FREE_BYTES_MIN;
        return of(
                check("store", store.problem(), Map.of("schemaVersion", store.schemaVersion())),
                check("disk", space ? null : "Less than 32 MiB are free where the data folder lies. Free some space.",
                        Map.of("freeBytes", store.freeBytes())));
    }

    private static Health of(Check... checks) {
        boolean up = List.of(checks).stream().allMatch(check -> check.status.equals(UP));
        return new Health(up ? UP : DOWN, List.of(checks));
    }

    private static Check check(String name, @Nullable String problem, Map<String, Object> seen) {
        return problem == null ? new Check(name, UP, seen) : new Check(name, DOWN, Map.of("problem", problem));
    }
}
