package tablechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void aFullFileMakesRoomAndTheOldestGoes() throws Exception {
        Path file = folder.resolve("chat.log");
        Files.writeString(file, "from before\n");
        var log = LogFile.open(file, 500);

        for (int i = 0; i < 60; i++) log.publish(new LogRecord(Level.INFO, "line %02d %s".formatted(i, "x".repeat(90))));
        log.close();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("chat.log", "chat.log.1", "chat.log.2", "chat.log.3", "chat.log.4"),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
        String all = "";
        for (String name : List.of("chat.log.4", "chat.log.3", "chat.log.2", "chat.log.1", "chat.log")) {
            assertTrue(Files.size(folder.resolve(name)) < 500 + 300, name);
            all += Files.readString(folder.resolve(name));
        }
        assertFalse(all.contains("from before"));
        List<String> lines = all.lines().filter(line -> line.contains("line ")).toList();
        for (int i = 0; i < lines.size(); i++) assertTrue(lines.get(i).contains("line %02d".formatted(60 - lines.size() + i)), all);
        assertTrue(lines.size() >= 12, all);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("chat.log.1"))));
    }

    @Test
    void whatWasThereIsGoneOnWith() throws Exception {
        Path file = folder.resolve("chat.log");
        for (String said : List.of("one", "two")) {
            var log = LogFile.open(file, 10_000);
            log.publish(new LogRecord(Level.WARNING, said));
            log.close();
        }

        String all = Files.readString(file);
        assertTrue(all.indexOf("one") >= 0 && all.indexOf("two") > all.indexOf("one"), all);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
