package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a formatter would hold (see `server/docs/decisions`).
final class SourcesTest {
    private static final int LINE_CHARACTERS_MAX = 140;
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|js|mjs|css|html|sql)");
    private static final Pattern CHANGING = Pattern.compile("(?m)^ .*(SSLContext|ProxySelector|Locale|TimeZone)\\.setDefault\\(");
    private static final Pattern SHARING = Pattern.compile("(?m)^@ExtendWith\\(.*On(Postgres|MariaDb)|^ +final Stage stage = ");

    @Test
    void linesAreShortAndWithoutTabsOrTrailingBlanks() throws IOException {
        var found = new ArrayList<String>();
        for (String folder : List.of("server/src/main", "server/src/test/java", "server/src/test/js", "static")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(path -> SOURCE.matcher(path.toString()).matches()).toList()) {
                    List<String> lines = Files.readAllLines(file);
                    for (int i = 0; i < lines.size(); i++) if (isUntidy(lines.get(i))) found.add(file + ":" + (i + 1));
                }
            }
        }

        assertEquals(List.of(), found);
    }

    /// Two test classes run at a time (`junit-platform.properties`).
    @Test
    void testsThatShareADatabaseServerOrTheBrowserRunInTurn() throws IOException {
        assertEquals(List.of(), testsWithout("@InTurn\n", SHARING));
    }

    @Test
    void testsThatChangeWhatAllOfJavaUsesRunAlone() throws IOException {
        assertEquals(List.of(), testsWithout("@Isolated(", CHANGING));
    }

    private static List<Path> testsWithout(String annotation, Pattern doing) throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(Path.of("server/src/test/java"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*(Test|IT)\\.java")).toList()) {
                String code = Files.readString(file);
                if (doing.matcher(code).find() && !code.contains("\n" + annotation)) found.add(file);
            }
        }
        return found;
    }

    private static boolean isUntidy(String line) {
        return line.length() > LINE_CHARACTERS_MAX || line.contains("\t") || line.endsWith(" ");
    }
}
