package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tablechat.testing.InTurn;
import tablechat.testing.MariaDbServer;
import tablechat.testing.OnMariaDb;
import tablechat.testing.OnPostgres;
import tablechat.testing.PostgresServer;
import tablechat.testing.Proofs;

/// Results that are many times larger than the memory there is.
@ExtendWith({OnPostgres.class, OnMariaDb.class})
@Timeout(600)
@InTurn
class MemoryTest {
    /// Some hundred bytes each.
    private static final int ROWS = Proofs.count(400_000, 10_000_000);

    @TempDir
    Path folder;

    @Test
    void sqliteIsReadRowByRow() throws Exception {
        assertRead("sqlite:" + Shop.in(folder), "", "with recursive n(i) as (select 1 union all select i + 1 from n limit %d) "
                + "select i, printf('%%0200d', i) as text from n");
    }

    @Test
    void duckDbIsReadRowByRow() throws Exception {
        assertRead("duckdb:" + DuckDbShop.in(folder), "", "select range as i, lpad(range::varchar, 200, '0') as text from range(%d)");
    }

    @Test
    void postgresqlIsReadRowByRow(PostgresServer server) throws Exception {
        assertRead(server.url(PostgresServer.READER), PostgresServer.PASSWORD,
                "select i, lpad(i::text, 200, '0') as text from generate_series(1, %d) as i");
    }

    @Test
    void mariaDbIsReadRowByRow(MariaDbServer server) throws Exception {
        assertRead(server.url("mariadb", MariaDbServer.READER), MariaDbServer.PASSWORD,
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) "
                        + "select a.i, lpad(a.i, 200, '0') as text from n a, n b, n c limit %d");
    }

    private static void assertRead(String url, String password, String sql) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
                "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath(), SmallHeap.class.getName(), url, password, sql.formatted(ROWS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();

            assertEquals("more than 1000 " + ROWS, lines.getFirst(), lines.toString());
            if (Proofs.ALL) System.out.println(url.replaceAll(":.*", "") + ": " + ROWS + " rows, " + lines.getLast());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// That of this process, whatever runs the tests: a property tells it only where they were started with it.
    private static String classPath() throws IOException {
        Stream<Path> folders = Stream.of(SmallHeap.class, Database.class).map(MemoryTest::home);
        Stream<Path> libraries = Collections.list(MemoryTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF")).stream()
                .filter(manifest -> manifest.getProtocol().equals("jar"))
                .map(manifest -> Path.of(URI.create(manifest.getPath().replaceFirst("!.*", ""))));
        return Stream.concat(folders, libraries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path home(Class<?> one) {
        return Path.of(URI.create(one.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
