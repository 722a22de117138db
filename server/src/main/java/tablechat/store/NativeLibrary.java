package tablechat.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native code, unpacked once into the data folder. Left to itself the driver unpacks it at every start into the
/// temporary folder, compares it byte by byte (half of the time a start took), and leaves it there when the process is killed.
final class NativeLibrary {
    private static final System.Logger LOG = System.getLogger(NativeLibrary.class.getName());
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private NativeLibrary() {}

    /// Tells the driver where its library is. Where it cannot be put, or the driver cannot load it there, the driver helps itself.
    static void provide(Path folder) {
        if (System.getProperty(FOLDER) != null) return; // once a process, or the user's own
        String name = "sqlite-%s-%s-%s".formatted(
                SQLiteJDBCLoader.getVersion(), System.getProperty("os.arch"), LibraryLoaderUtil.getNativeLibName());
        try {
            if (!Files.exists(folder.resolve(name))) unpack(folder.resolve(name));
            System.setProperty(NAME, name);
            System.setProperty(FOLDER, folder.toString());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "SQLite''s library is not kept in {0}: {1}", folder, e);
        }
    }

    /// Whole or not at all: another name until it is.
    private static void unpack(Path file) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        Path unfinished = Files.createTempFile(file.getParent(), "sqlite", ".unfinished");
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) throw new IOException("the driver has none for this system: " + resource);
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
