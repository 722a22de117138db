package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tablechat.testing.ServerProcess;

/// What can keep a process from writing its store: it begins and ends while the process runs.
abstract class Trouble implements AutoCloseable {
    private static final Path DATA = Path.of("data");

    /// Whether this machine lets us make it.
    abstract boolean isPossible() throws InterruptedException;

    /// A server on which it can come.
    ServerProcess start(Path folder, Map<String, String> environment) throws InterruptedException {
        return ServerProcess.start(folder, environment);
    }

    /// Where its data are seen from here.
    Path data(ServerProcess server, Path folder) {
        return folder.resolve(DATA);
    }

    abstract void begin(ServerProcess server, Path data) throws Exception;

    abstract void end(ServerProcess server) throws Exception;

    /// Part of what is said of it.
    abstract String words();

    @Override
    public void close() throws IOException {}

    /// A disk of its own for the data folder, seen by this process alone and gone with it.
    abstract static class OwnDisk extends Trouble {
        private static final String MOUNT = "mkdir -p \"$1\" && mount -t tmpfs -o size=24m none \"$1\" && shift && exec \"$@\"";

        private List<String> apart = List.of();

        @Override
        boolean isPossible() throws InterruptedException {
            for (List<String> way : List.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))) {
                var command = new ArrayList<>(way);
                command.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=1m none /mnt"));
                if (apart.isEmpty() && Shell.can(command.toArray(String[]::new))) apart = way;
            }
            return !apart.isEmpty();
        }

        @Override
        ServerProcess start(Path folder, Map<String, String> environment) throws InterruptedException {
            var command = new ArrayList<>(apart);
            command.addAll(List.of("sh", "-c", MOUNT, "sh", folder.resolve(DATA).toString()));
            command.addAll(ServerProcess.command(folder));
            return ServerProcess.run(folder, command, environment);
        }

        @Override
        Path data(ServerProcess server, Path folder) {
            return Path.of("/proc/%d/root%s".formatted(server.pid(), folder.resolve(DATA)));
        }
    }

    /// It is filled to the last byte.
    static final class FullDisk extends OwnDisk {
        private Path filler;

        @Override
        void begin(ServerProcess server, Path data) throws IOException {
            filler = data.resolve("filler");
            var block = new byte[64 * 1024];
            try (OutputStream out = Files.newOutputStream(filler)) {
                while (true) out.write(block);
            } catch (IOException e) {
                return; // full
            }
        }

        @Override
        void end(ServerProcess server) throws IOException {
            Files.delete(filler);
        }

        @Override
        String words() {
            return "disk that holds TableChat's data is full";
        }
    }

    /// Every write to a file fails, as on a broken disk: the process may have no file longer than nothing.
    static final class BrokenWrites extends Trouble {
        @Override
        boolean isPossible() throws InterruptedException {
            return Shell.can("prlimit", "--pid", "" + ProcessHandle.current().pid());
        }

        @Override
        void begin(ServerProcess server, Path data) throws IOException, InterruptedException {
            Shell.run("prlimit", "--pid", "" + server.pid(), "--fsize=0:unlimited");
        }

        @Override
        void end(ServerProcess server) throws IOException, InterruptedException {
            Shell.run("prlimit", "--pid", "" + server.pid(), "--fsize=unlimited:unlimited");
        }

        @Override
        String words() {
            return "cannot be written now (SQLITE_IOERR_WRITE)";
        }
    }

    /// It is read-only now, as Linux makes one on which it found an error: what is open for writing stays so and each write
    /// fails, and nothing can be opened for writing any more.
    static final class ReadOnlyDisk extends OwnDisk {
        private static final String WRITES = "inject=write,pwrite64,ftruncate,fallocate,fsync,fdatasync,unlink:error=EROFS";

        private final Injection injection = new Injection(WRITES);
        private String folder;

        @Override
        boolean isPossible() throws InterruptedException {
            String self = "" + ProcessHandle.current().pid();
            return super.isPossible() && Injection.isPossible() && Shell.can("nsenter", "-t", self, "-m", "true");
        }

        /// With writers no real disk can be made so by hand: its folder is covered by itself, read-only, and the writer's calls fail.
        @Override
        void begin(ServerProcess server, Path data) throws IOException, InterruptedException {
            folder = "/" + Path.of("/proc/%d/root".formatted(server.pid())).relativize(data);
            in(server, "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\"");
            assertThrows(IOException.class, () -> Files.createFile(data.resolve("new")));
            injection.begin(server);
        }

        @Override
        void end(ServerProcess server) throws IOException, InterruptedException {
            injection.end();
            in(server, "umount -l \"$1\""); // what was opened meanwhile stays open
        }

        private void in(ServerProcess server, String script) throws IOException, InterruptedException {
            Shell.run("nsenter", "-t", "" + server.pid(), "-m", "sh", "-c", script, "sh", folder);
        }

        @Override
        String words() {
            return "cannot be written now (SQLITE_IOERR_WRITE)";
        }

        @Override
        public void close() {
            injection.close();
        }
    }

    /// The disk takes what is written and never says that it is safe: each sync of the store's writer fails.
    static final class BrokenSync extends Trouble {
        private final Injection injection = new Injection("inject=fsync,fdatasync:error=EIO");

        @Override
        boolean isPossible() throws InterruptedException {
            return Injection.isPossible();
        }

        @Override
        void begin(ServerProcess server, Path data) throws IOException, InterruptedException {
            injection.begin(server);
        }

        @Override
        void end(ServerProcess server) throws InterruptedException {
            injection.end();
        }

        @Override
        String words() {
            return "cannot be written now (SQLITE_IOERR_FSYNC)";
        }

        @Override
        public void close() {
            injection.close();
        }
    }
}
