package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may know whom, read off the sources: imports, and names written out in full in the code.
final class LayersTest {
    private static final Path SOURCES = Path.of("server/src/main/java/tablechat");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern STRING = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern NAME = Pattern.compile("\\b(?:(?:[a-z][a-z0-9]*\\.){2,}|tablechat\\.)[A-Z*]\\w*");

    /// Whom each package of ours may know, beside itself. The empty name is that of `Main` and `Config`.
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("", Set.of("web", "transcript", "chat", "agent", "store", "database", "model", "metrics", "json", "protocol")),
            Map.entry("web", Set.of("transcript", "chat", "metrics", "protocol", "json")),
            Map.entry("transcript", Set.of("chat", "store", "protocol", "json")),
            Map.entry("chat", Set.of("agent", "store", "database", "model", "metrics", "protocol", "json")),
            Map.entry("agent", Set.of("model", "database", "protocol", "json")),
            Map.entry("store", Set.of("metrics", "protocol", "json")),
            Map.entry("database", Set.of("protocol", "json")),
            Map.entry("model", Set.of("protocol", "json")),
            Map.entry("metrics", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("protocol", Set.of()));

    /// One source file: its package below `tablechat` (subpackages count as their parent), and every name it uses.
    private record Source(Path file, String layer, Set<String> names) {

        boolean knows(String prefix) {
            return names.stream().anyMatch(name -> name.startsWith(prefix + "."));
        }
    }

    @Test
    void packagesKnowOnlyThoseBelow() {
        for (Source source : sources()) {
            Set<String> allowed = MAY_KNOW.get(source.layer);
            for (String name : source.names) {
                if (!name.startsWith("tablechat.")) continue;
                String known = layer(name);
                assertTrue(known.equals(source.layer) || allowed.contains(known), source.file + " knows " + name);
            }
        }
    }

    @Test
    void protocolKnowsNothingButJava() {
        for (Source source : sources()) {
            if (!source.layer.equals("protocol")) continue;
            for (String name : source.names) {
                assertTrue(name.startsWith("java.") || name.startsWith("tablechat.protocol."), source.file + " knows " + name);
            }
        }
    }

    @Test
    void onlyWebAndStoreAndTheStartKnowHelidon() {
        assertOnly(source -> Set.of("web", "store").contains(source.layer), "io.helidon", "Main.java", "Config.java");
    }

    @Test
    void onlyJsonKnowsJsonB() {
        for (String library : List.of("jakarta.json", "org.eclipse.yasson", "org.eclipse.parsson")) {
            assertOnly(source -> source.layer.equals("json"), library);
        }
    }

    @Test
    void onlyDatabaseAndStoreKnowJdbc() {
        for (String library : List.of("java.sql", "javax.sql", "org.sqlite", "com.zaxxer.hikari")) {
            assertOnly(source -> Set.of("database", "store").contains(source.layer), library);
        }
        for (String driver : List.of("org.postgresql", "org.mariadb", "com.mysql", "org.duckdb")) {
            assertOnly(source -> source.layer.equals("database"), driver);
        }
    }

    @Test
    void onlyModelKnowsLangchain4j() {
        assertOnly(source -> source.layer.equals("model"), "dev.langchain4j");
    }

    @Test
    void onlyTranscriptKnowsCommonmark() {
        assertOnly(source -> source.layer.equals("transcript"), "org.commonmark");
    }

    @Test
    void everyPackageHasItsPlace() {
        for (Source source : sources()) assertTrue(MAY_KNOW.containsKey(source.layer), source.file + " is of no known package");
    }

    /// Else a file that was read wrongly would break no rule.
    @Test
    void namesAreFoundInImportsAndInCodeButNotInCommentsAndStrings() {
        String code = """
                package tablechat.web;
                import java.util.List;
                import static java.lang.System.Logger.Level.ERROR;
                import io.helidon.http.*;
                /// As [tablechat.store.Store] says.
                class A { tablechat.chat.Chat chat; String s = "tablechat.agent.Agent"; /* tablechat.model.Model */
                    Object o = e instanceof org.sqlite.SQLiteException; // tablechat.json.Json
                }
                """;

        assertEquals(
                Set.of("java.util.List", "java.lang.System", "io.helidon.http.*", "tablechat.chat.Chat",
                        "org.sqlite.SQLiteException"),
                names(code));
    }

    private static void assertOnly(Predicate<Source> may, String library, String... files) {
        for (Source source : sources()) {
            boolean isNamed = source.layer.isEmpty() && List.of(files).contains(source.file.getFileName().toString());
            assertTrue(isNamed || may.test(source) || !source.knows(library), source.file + " knows " + library);
        }
    }

    private static List<Source> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(LayersTest::source).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(Path file) {
        Path inPackage = SOURCES.relativize(file);
        String layer = inPackage.getNameCount() == 1 ? "" : inPackage.getName(0).toString();
        try {
            return new Source(file, layer, names(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String code) {
        String bare = COMMENT.matcher(STRING.matcher(code).replaceAll("\"\"")).replaceAll("");
        return NAME.matcher(bare).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    private static String layer(String name) {
        String rest = name.substring("tablechat.".length());
        return Character.isUpperCase(rest.charAt(0)) ? "" : rest.substring(0, rest.indexOf('.'));
    }
}
