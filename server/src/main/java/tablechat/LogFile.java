package tablechat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/// The log in a file instead of on the console, for its owner alone. When it is full it becomes `FILE.1`, what was that
/// `FILE.2`, and so on; the oldest goes. (The JDK's own handler makes each new file readable by everybody.)
final class LogFile extends StreamHandler {
    private static final int FILES_MAX = 5;

    private final Path file;
    private final long bytesMax;
    private Counted out;

    private LogFile(Path file, long bytesMax) throws IOException {
        this.file = file;
        this.bytesMax = bytesMax;
        setFormatter(new SimpleFormatter());
        setLevel(Level.ALL);
        open();
    }

    /// Goes on with a file that is there.
    ///
    /// @throws IOException it cannot be written
    static LogFile open(Path file, long bytesMax) throws IOException {
        return new LogFile(file.toAbsolutePath(), bytesMax);
    }

    /// From now on nothing is logged anywhere else.
    void begin() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) root.removeHandler(handler);
        root.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        super.publish(entry);
        flush();
        if (out.bytes >= bytesMax) rotate();
    }

    private void rotate() {
        try {
            for (int i = FILES_MAX - 1; i > 1; i--) move(numbered(i - 1), numbered(i));
            move(file, numbered(1));
            open();
        } catch (IOException e) {
            reportError("the log " + file + " cannot be rotated and goes on growing", e, ErrorManager.OPEN_FAILURE);
            out.bytes = 0; // tried again when as much again was written
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private void open() throws IOException {
        if (!Files.exists(file)) create(file);
        out = new Counted(Files.newOutputStream(file, StandardOpenOption.APPEND), Files.size(file));
        setOutputStream(out);
    }

    private static void create(Path file) throws IOException {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isPosix) Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        else Files.createFile(file);
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out, long bytes) {
            super(out);
            this.bytes = bytes;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int offset, int length) throws IOException {
            out.write(many, offset, length);
            bytes += length;
        }
    }
}
