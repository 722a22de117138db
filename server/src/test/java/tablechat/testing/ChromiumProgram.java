package tablechat.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where this machine has Chromium or Chrome: the variable CHROMIUM names it, or it is on the PATH. A Debian machine on which
/// this runs as root gets Debian's.
final class ChromiumProgram {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private ChromiumProgram() {}

    static Optional<Path> find() throws IOException, InterruptedException {
        Optional<Path> found = installed();
        if (found.isPresent() || !isRoot() || onPath("apt-get").isEmpty()) return found;
        System.out.println("There is no Chromium here: installing Debian's for the tests in the browser.");
        run("apt-get", "-qq", "update");
        run("apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium");
        return installed();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) return Optional.of(Path.of(named));
        return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// What it says is of interest only where it fails.
    private static void run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) System.out.println(String.join(" ", command) + " failed: " + said.strip());
    }
}
