package tablechat.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Statements from a file of the test resources, one a line: `#` begins a comment;
/// `\n \t \r \0 \\ \u00a0` are what they are in Java.
final class Lines {
    private Lines() {}

    static List<String> of(String... resources) {
        return Stream.of(resources).flatMap(resource -> in(resource).stream()).toList();
    }

    private static List<String> in(String resource) {
        try (InputStream in = Lines.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replace("\\u00a0", "\u00a0").translateEscapes())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
