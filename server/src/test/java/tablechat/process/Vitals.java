package tablechat.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tablechat.testing.ServerProcess;

/// What a process holds, as Linux and the JVM count it.
record Vitals(ServerProcess process, Path folder) {
    private static final int KIB_PER_MIB = 1024;
    /// Of each generation, or of a heap that is in one piece.
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured|heap) .*?used (\\d+)K");

    /// Sockets, pipes and the like, but no files: jars are opened when a class of theirs is wanted.
    long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(proc("fd"))) {
            return open.filter(each -> !target(each).startsWith("/")).count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "/";
        }
    }

    /// Platform and virtual ones.
    long threads() throws IOException, InterruptedException {
        Path dump = folder.resolve("threads.json");
        jcmd("Thread.dump_to_file", "-overwrite", "-format=json", dump.toString());
        return Files.readString(dump).lines().filter(line -> line.contains("\"tid\":")).count();
    }

    long residentMb() throws IOException {
        return status("VmRSS:");
    }

    /// The most it ever had.
    long peakMb() throws IOException {
        return status("VmHWM:");
    }

    /// What is in use of the heap; all that lives, right after a collection.
    long heapKb() throws IOException, InterruptedException {
        return USED.matcher(jcmd("GC.heap_info")).results().mapToLong(used -> Long.parseLong(used.group(1))).sum();
    }

    void collectGarbage() throws IOException, InterruptedException {
        jcmd("GC.run");
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / KIB_PER_MIB)
                .findFirst()
                .orElseThrow();
    }

    private String jcmd(String... words) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = Stream.concat(Stream.of(jcmd, "" + process.pid()), Stream.of(words)).toList();
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    private Path proc(String name) {
        return Path.of("/proc", "" + process.pid(), name);
    }
}
