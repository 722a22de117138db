package tablechat.process;

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

    /// A disk of its own for the data folder, seen by this process alone and gone with it, is filled to the last byte.
    static final class FullDisk extends Trouble {
        private static final String MOUNT = "mkdir -p \"$1\" && mount -t tmpfs -o size=24m none \"$1\" && shift && exec \"$@\"";

        private List<String> apart = List.of();
        private Path filler;

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

    /// The disk takes what is written and never says that it is safe: each sync of the store's writer fails.
    static final class BrokenSync extends Trouble {
        private static final String[] STRACE = {"strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync,fdatasync:error=EIO"};

        private Process tracer;

        @Override
        boolean isPossible() throws InterruptedException {
            return Shell.can("strace", "-o", "/dev/null", "true");
        }

        @Override
        void begin(ServerProcess server, Path data) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(STRACE));
            command.addAll(List.of("-p", Shell.thread(server, "store-writer")));
            tracer = new ProcessBuilder(command).inheritIO().start();
            Thread.sleep(300); // it says nothing when it has begun
        }

        @Override
        void end(ServerProcess server) throws InterruptedException {
            tracer.destroy();
            tracer.waitFor();
        }

        @Override
        String words() {
            return "cannot be written now (SQLITE_IOERR_FSYNC)";
        }

        @Override
        public void close() {
            if (tracer != null) tracer.destroyForcibly();
        }
    }
}
