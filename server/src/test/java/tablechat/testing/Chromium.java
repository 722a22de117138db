package tablechat.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A running Chromium. All that it and Playwright's driver write lies in one folder and goes with it, as do their processes.
/// Playwright wants every call on the thread that launched it.
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final TempFolder folder;
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(TempFolder folder, Playwright playwright, Browser browser) {
        this.folder = folder;
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Empty where there is none and none can be installed: it says so, and with `CI=true` that is a failure.
    public static Optional<Chromium> launch() throws IOException, InterruptedException {
        Optional<Path> program = ChromiumProgram.find();
        if (program.isPresent()) return Optional.of(launch(program.get(), TempFolder.create()));
        String missing = "There is no Chromium or Chrome on the PATH, and CHROMIUM names none.";
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(missing);
        System.out.println(missing + " The tests in the browser are skipped.");
        return Optional.empty();
    }

    private static Chromium launch(Path program, TempFolder folder) throws IOException {
        String home = folder.path().toString();
        System.setProperty("playwright.driver.tmpdir", home);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "TMPDIR", home, "HOME", home)));
        try {
            return new Chromium(folder, playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setChromiumSandbox(!ChromiumProgram.isRoot())
                    .setArgs(FLAGS)));
        } catch (PlaywrightException e) {
            playwright.close();
            folder.close();
            throw e;
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        folder.close();
    }
}
