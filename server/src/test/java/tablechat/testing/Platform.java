package tablechat.testing;

import java.util.Locale;

/// Which real servers the test libraries bring along for this machine.
public final class Platform {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final String ARCHITECTURE = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

    private Platform() {}

    /// Macs of all kinds run what is packed for Intel's.
    static boolean hasPostgres() {
        return isIntel() || OS.startsWith("mac");
    }

    static boolean hasMariaDb() {
        return OS.startsWith("mac") ? !isIntel() : isIntel();
    }

    private static boolean isIntel() {
        return ARCHITECTURE.equals("amd64") || ARCHITECTURE.equals("x86_64");
    }
}
