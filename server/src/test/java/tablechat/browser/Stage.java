package tablechat.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tablechat.protocol.Nullable;
import tablechat.store.StoreUnusable;
import tablechat.testing.Chromium;
import tablechat.testing.DeadPort;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;
import tablechat.testing.TempFolder;
import tablechat.testing.TestServer;

/// What a test in the browser has around it: a server of its own with a scripted model, and a browser that knows nothing of the
/// tests before. All tests share one Chromium. A test during which a page was not well fails at its end.
final class Stage implements BeforeEachCallback, AfterEachCallback {
    private static final double HANG_MILLIS = 20_000;

    private final Browser.NewContextOptions options;
    private final ScriptedModel[] models;
    private TempFolder folder;
    /// Its own, also while the server is away.
    private DeadPort port;
    /// Null while it is away.
    private @Nullable TestServer server;
    private BrowserContext context;
    private Troubles troubles;

    private Stage(Browser.NewContextOptions options, ScriptedModel... models) {
        this.options = options.setLocale("en-GB");
        this.models = models;
    }

    static Stage wide() {
        return wide(new ScriptedModel());
    }

    /// @param models the first one is asked unless another is chosen
    static Stage wide(ScriptedModel... models) {
        return new Stage(new Browser.NewContextOptions().setViewportSize(1280, 800), models);
    }

    static Stage phone() {
        return new Stage(new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true).setIsMobile(true),
                new ScriptedModel());
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        Shared shared = test.getRoot().getStore(Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, _ -> Shared.launch(), Shared.class);
        Assumptions.assumeTrue(shared.chromium().isPresent(), "there is no Chromium");
        PlaywrightAssertions.setDefaultAssertionTimeout(HANG_MILLIS);
        folder = TempFolder.create();
        port = new DeadPort();
        server = TestServer.over(folder.path(), port.number(), models);
        context = shared.chromium().get().browser().newContext(options);
        context.setDefaultTimeout(HANG_MILLIS);
        troubles = new Troubles(context, origin());
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        if (context == null) return;
        // What a page has to tell arrives with the answer to the next question put to it.
        for (Page page : context.pages()) page.title();
        context.close();
        if (server != null) server.close();
        port.close();
        folder.close();
        if (test.getExecutionException().isEmpty()) troubles.assertNone();
    }

    ScriptedModel model() {
        return models[0];
    }

    TestServer server() {
        return server;
    }

    Troubles troubles() {
        return troubles;
    }

    /// Where the server keeps what it knows.
    TempFolder folder() {
        return folder;
    }

    /// A new tab of the same browser, with the page in it.
    Tab tab() {
        return tab("");
    }

    /// A new tab with whatever is at an address.
    Page page(String address) {
        Page page = context.newPage();
        page.navigate(address);
        return page;
    }

    /// @param fragment of the address, with its `#`
    Tab tab(String fragment) {
        Page page = context.newPage();
        page.navigate(origin() + "/" + fragment);
        return new Tab(page);
    }

    /// A new tab, of a server whose store has these too.
    Tab tabHaving(String... statements) throws Exception {
        Tab tab = tab();
        PlaywrightAssertions.assertThat(tab.button("New session")).isVisible();
        serverGoes();
        new SqliteFile(folder.path().resolve("tablechat.db")).run(statements);
        serverComesBack();
        tab.page().reload();
        return tab;
    }

    /// The server goes, with all that is in memory.
    void serverGoes() {
        // The browser itself says so in the console when the page tries in vain.
        troubles.expect("ERR_CONNECTION_REFUSED");
        server.close();
        server = null;
    }

    /// Where it was, with what it had stored.
    void serverComesBack() throws IOException, StoreUnusable {
        server = TestServer.over(folder.path(), port.number(), models);
    }

    private String origin() {
        return "http://localhost:" + port.number();
    }

    private record Shared(Optional<Chromium> chromium) implements AutoCloseable {

        static Shared launch() {
            try {
                return new Shared(Chromium.launch());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("Chromium cannot be launched", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (chromium.isPresent()) chromium.get().close();
        }
    }
}
