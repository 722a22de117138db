package tablechat.model.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tablechat.protocol.Nullable;

/// The head of a response, as [RFC 9112](https://www.rfc-editor.org/rfc/rfc9112#section-4) has it.
///
/// @param minor of the version: 1 is HTTP/1.1
/// @param fields by their names, whose case does not matter
record Head(int minor, int status, Map<String, List<String>> fields) {
    private static final Pattern FIRST_LINE = Pattern.compile("HTTP/1\\.(\\d) (\\d{3})(?: .*)?");
    private static final int BYTES_MAX = 64 * 1024;
    private static final int CONTINUE = 100;
    private static final int SWITCHING = 101;
    private static final int OK = 200;

    /// Reads it. Heads that only say that one is to come are skipped.
    ///
    /// @return null when the server hung up instead
    /// @throws Broken it is none, or does not come within the limit
    static @Nullable Head read(Line line, Duration limit) throws InterruptedException {
        var lines = new Lines(line, limit, System.nanoTime() + limit.toNanos());
        while (true) {
            String first = lines.next();
            if (first == null) return null;
            Matcher matcher = FIRST_LINE.matcher(first);
            if (!matcher.matches()) throw new Broken(new Trouble.Garbled(first.startsWith("<")));
            int status = Integer.parseInt(matcher.group(2));
            Map<String, List<String>> fields = fields(lines);
            if (status < CONTINUE || status == SWITCHING) throw new Broken(new Trouble.Garbled(false));
            if (status >= OK) return new Head(Integer.parseInt(matcher.group(1)), status, fields);
        }
    }

    private static Map<String, List<String>> fields(Lines lines) throws InterruptedException {
        var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        while (true) {
            String field = lines.next();
            if (field == null) throw new Broken(new Trouble.Cut());
            if (field.isEmpty()) return fields;
            int colon = field.indexOf(':');
            if (colon <= 0 || field.charAt(colon - 1) <= ' ' || field.charAt(0) <= ' ') throw new Broken(new Trouble.Garbled(false));
            fields.computeIfAbsent(field.substring(0, colon), _ -> new ArrayList<>()).add(field.substring(colon + 1).strip());
        }
    }

    /// The lines of a head, bounded in time and together in size.
    private static final class Lines {
        private final Line line;
        private final Duration limit;
        private final long deadline;
        private int bytes;

        Lines(Line line, Duration limit, long deadline) {
            this.line = line;
            this.limit = limit;
            this.deadline = deadline;
        }

        /// Without its end; null when the stream ends before it begins.
        @Nullable String next() throws InterruptedException {
            var text = new StringBuilder();
            for (int next = read(); next != '\n'; next = read()) {
                if (next < 0 && text.isEmpty()) return null;
                if (next < 0) throw new Broken(new Trouble.Cut());
                if (next != '\r') text.append((char) next);
            }
            return text.toString();
        }

        private int read() throws InterruptedException {
            long left = deadline - System.nanoTime();
            if (left <= 0) throw new Broken(new Trouble.Silent(limit));
            if (bytes++ == BYTES_MAX) throw new Broken(new Trouble.Endless());
            return line.read(Duration.ofNanos(left));
        }
    }

    /// All values of a field that may be a list, in lower case; empty where there is none.
    String value(String name) {
        return String.join(",", fields.getOrDefault(name, List.of())).toLowerCase(Locale.ROOT);
    }

    @Nullable String first(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.getFirst();
    }
}
