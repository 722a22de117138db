package tablechat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StaticFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "/../pom.html", "/views/../secret.html", "/views/..", "/.hidden.html", "/views/.hidden.html", "//views/a.js",
        "/views//a.js", "/%2e%2e/secret.html", "/views\\a.js", "/views", "/views/", "/", "", "/a.js/",
        "/secret.properties", "/nothing.html", "/views/a.js\u0000.html", "/v/now/../secret.html", "/v/now//views/a.js",
        "/v/now/.hidden.html", "/v/no/views/a.js", "/v/now"
    })
    void onlyPlainPathsOfKnownKindsAreFound(String path) throws IOException {
        Path page = Files.createDirectories(folder.resolve("page/views")).getParent();
        for (String file :
                List.of("../secret.html", ".hidden.html", "views/.hidden.html", "views/a.js", "secret.properties")) {
            Files.writeString(page.resolve(file), "x");
        }

        assertEquals(Optional.empty(), new StaticFiles(page).find(path));
        assertTrue(new StaticFiles(page).find("/views/a.js").isPresent());
        assertFalse(new StaticFiles(page).find("/v/now/views/a.js").orElseThrow().lasting());
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path page = Files.createDirectory(folder.resolve("page"));
        Files.writeString(folder.resolve("secret.html"), "x");
        Files.createSymbolicLink(page.resolve("link.html"), folder.resolve("secret.html"));

        assertEquals(Optional.empty(), new StaticFiles(page).find("/link.html"));
    }

    @Test
    void aChangedFileIsServedAtOnceWithAnotherTag() throws IOException {
        StaticFiles files = new StaticFiles(folder);
        Files.writeString(folder.resolve("a.css"), "one");
        StaticFile before = files.find("/a.css").orElseThrow();

        Files.writeString(folder.resolve("a.css"), "two");

        StaticFile after = files.find("/a.css").orElseThrow();
        assertEquals("two", new String(after.plain().body().bytes(), StandardCharsets.UTF_8));
        assertNotEquals(before.plain().tag(), after.plain().tag());
        assertEquals("text/css; charset=utf-8", after.plain().body().type().get());
    }

    @Test
    void whatTheBuildZippedIsTakenOnlyAsLongAsItIsOfThisFile() {
        byte[] bytes = "kiwi ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        byte[] other = "kiwis".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        byte[] made = Gzip.zip(bytes);

        assertSame(made, StaticFile.of(bytes, made, HeaderValues.CONTENT_TYPE_JSON, false).zipped().body().bytes());
        StaticFile changed = StaticFile.of(other, made, HeaderValues.CONTENT_TYPE_JSON, false);
        assertTrue(Gzip.isOf(changed.zipped().body().bytes(), other));
        assertNotEquals(changed.plain().tag(), changed.zipped().tag());
        assertFalse(Gzip.isOf(new byte[3], other));
    }

    @Test
    void theBuildZipsThePageAndTheLibrariesItNames() throws IOException {
        Path page = Files.createDirectory(folder.resolve("static"));
        Files.writeString(page.resolve("a.css"), "x".repeat(5_000));
        Files.writeString(page.resolve("small.css"), "x");
        Files.copy(Path.of("static/lib.js"), page.resolve("lib.js"));

        Gzip.main(new String[] {folder.toString()});

        assertTrue(Gzip.isOf(Files.readAllBytes(page.resolve("a.css.gz")), Files.readAllBytes(page.resolve("a.css"))));
        assertFalse(Files.exists(page.resolve("small.css.gz")));
        for (String name : Gzip.libraries(Files.readString(Path.of("static/lib.js")))) {
            assertTrue(Files.exists(folder.resolve(StaticFiles.LIBRARIES.substring(1) + name + ".gz")), name);
        }
        assertFalse(Gzip.libraries(Files.readString(Path.of("static/lib.js"))).isEmpty());
        assertEquals(Optional.empty(), new StaticFiles(page).find("/a.css.gz"));
    }

    @Test
    void thePageNamesItsFilesByTheirVersionWhereTheyHaveOne() {
        byte[] page = "<script src=\"v/now/main.js\"></script>".getBytes(StandardCharsets.UTF_8);

        assertEquals("<script src=\"v/12ab34cd/main.js\"></script>",
                new String(new PageVersion("12ab34cd").named(page), StandardCharsets.UTF_8));
        assertSame(page, new PageVersion(null).named(page));
        assertTrue(new PageVersion("12ab34cd").isIn("/v/12ab34cd/main.js"));
        assertFalse(new PageVersion("12ab34cd").isIn("/v/00000000/main.js"));
        assertFalse(new PageVersion(null).isIn("/v/now/main.js"));
    }

    @Test
    void theBuildWritesDownAVersionThatChangesWithAnyFile() throws IOException {
        Path page = Files.createDirectory(folder.resolve("static"));
        Files.copy(Path.of("static/lib.js"), page.resolve("lib.js"));
        var versions = new HashSet<String>();
        for (String text : List.of("one", "two", "one")) {
            Files.writeString(page.resolve("a.css"), text);
            Gzip.main(new String[] {folder.toString()});
            versions.add(Files.readString(folder.resolve("tablechat/web").resolve(PageVersion.FILE)));
        }

        assertEquals(2, versions.size(), versions::toString);
        assertTrue(versions.stream().allMatch(version -> version.matches("[0-9a-f]{8}")), versions::toString);
    }

    @Test
    void onlyAJarThatCanBeReadHasAVersion() throws IOException {
        Path plain = Files.writeString(folder.resolve("version"), "12ab34cd");
        Path jar = folder.resolve("a.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("version"));
            out.write(Files.readAllBytes(plain));
        }

        assertEquals("12ab34cd", PageVersion.in(URI.create("jar:" + jar.toUri() + "!/version").toURL()).version());
        assertEquals(PageVersion.NONE, PageVersion.in(URI.create("jar:" + plain.toUri() + "!/version").toURL()));
        assertEquals(PageVersion.NONE, PageVersion.in(plain.toUri().toURL()));
        assertEquals(PageVersion.NONE, PageVersion.in(null));
    }

    @Test
    void theJarHoldsThePageThatAsksForTheToken() {
        assertTrue(new StaticFiles(null).find("/token.html").isPresent());
    }
}
