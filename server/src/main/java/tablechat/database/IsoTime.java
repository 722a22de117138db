package tablechat.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Servers' own text for times, `2024-01-02 03:04:05.5+02`, as ISO 8601 has it: `2024-01-02T03:04:05.5+02:00`.
final class IsoTime {
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4,}-\\d\\d-\\d\\d) )?(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)(?:([+-]\\d\\d)(?::?(\\d\\d))?)?");

    private IsoTime() {}

    /// Whatever is no such text, as `infinity` or a year BC, stays as it is.
    static String of(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) return text;
        String date = time.group(1) == null ? "" : time.group(1) + "T";
        return date + time.group(2) + zone(time);
    }

    private static String zone(Matcher time) {
        String hours = time.group(3);
        if (hours == null) return "";
        String minutes = time.group(4) == null ? "00" : time.group(4);
        return hours.equals("+00") && minutes.equals("00") ? "Z" : hours + ":" + minutes;
    }
}
